#include "core/training/detail/run_checkpoints.h"

#include "core/base/atomic_file.h"
#include "core/inference/detail/checkpoint.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

constexpr auto positionKey = "position";

Result<void> checkSameModel(const CheckpointInfo& info, const TrainingConfig& config,
                            const std::filesystem::path& path)
{
    const char* difference = info.model != config.model                   ? "model"
                             : info.classes != config.classes             ? "list of classes"
                             : info.preprocessing != config.preprocessing ? "preprocessing"
                                                                          : nullptr;
    if (!difference)
        return {};
    return fail(ErrorCode::InvalidArgument,
                fmt::format("the run cannot go on with another {}; start a new run", difference),
                path.string());
}

Result<RunPosition> positionFrom(const StateDict& resume, const std::filesystem::path& path)
{
    const auto position = resume.metadata.find(positionKey);
    if (position == resume.metadata.end())
        return fail(ErrorCode::Unsupported,
                    "this checkpoint does not hold what a run goes on from, as those of an older version; "
                    "start a new run, from its weights if you like",
                    path.string());
    try {
        return nlohmann::json::parse(position->second).get<RunPosition>();
    } catch (const nlohmann::json::exception& exception) {
        return fail(ErrorCode::CorruptData,
                    fmt::format("where the run was cannot be read ({}); start a new run", exception.what()),
                    path.string());
    }
}

} // namespace

RunCheckpoints::RunCheckpoints(std::filesystem::path runFolder)
    : m_folder(std::move(runFolder) / "checkpoints")
{
}

Result<void> RunCheckpoints::startAnew() const
{
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error)
        return fail(systemError(error.value(), "make the folder", m_folder));
    removeLeftoverTemporaries(m_folder);
    for (const auto* name : {"best.safetensors", "best.json", "last.safetensors", "last.json"})
        std::filesystem::remove(m_folder / name, error);
    return {};
}

Result<void> RunCheckpoints::saveLast(const Learner& learner, const TrainingConfig& config,
                                      const EpochRecord& record, const RunPosition& position) const
{
    auto resume = learner.state();
    resume.metadata[positionKey] = nlohmann::json(position).dump();
    return writeCheckpoint(*learner.model(), config, record, last(), resume);
}

Result<void> RunCheckpoints::saveBest(const Backbone& model, const TrainingConfig& config,
                                      const EpochRecord& record) const
{
    return writeCheckpoint(model, config, record, best());
}

Result<RunPosition> RunCheckpoints::resume(Learner& learner, const TrainingConfig& config) const
{
    if (!std::filesystem::exists(last())) {
        NAKAMA_CHECK(startAnew());
        return RunPosition{};
    }
    removeLeftoverTemporaries(m_folder);
    NAKAMA_TRY(const auto checkpoint, readCheckpoint(last()));
    NAKAMA_CHECK(checkSameModel(checkpoint.info, config, last()));
    NAKAMA_TRY(const auto position, positionFrom(checkpoint.resume, last()));
    learner.enterPhaseOf(position.batch > 0 ? position.epoch : position.epoch - 1);
    NAKAMA_CHECK(loadInto(*learner.model(), checkpoint));
    NAKAMA_CHECK(learner.restore(checkpoint.resume));
    return position;
}

std::uintmax_t RunCheckpoints::bytesOf(const Learner& learner)
{
    std::uintmax_t bytes = 0;
    for (const auto& state : {stateDictOf(*learner.model()), learner.state()})
        for (const auto& [name, tensor] : state.tensors)
            bytes += tensor.nbytes();
    return bytes;
}

int RunCheckpoints::bestEpoch() const
{
    const auto checkpoint = readCheckpoint(best());
    return checkpoint ? checkpoint->info.epoch : 0;
}

} // namespace nakama
