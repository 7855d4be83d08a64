#include "core/training/detail/run_checkpoints.h"

#include "core/base/atomic_file.h"
#include "core/inference/detail/checkpoint.h"

#include <fmt/format.h>

#include <string_view>

namespace nakama
{

namespace
{

constexpr std::string_view optimiserPrefix = "optimiser-";

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
    removeOtherOptimisers(0);
    for (const auto* name : {"best.safetensors", "best.json", "last.safetensors", "last.json"})
        std::filesystem::remove(m_folder / name, error);
    return {};
}

Result<void> RunCheckpoints::saveLast(const Backbone& model, const Optimiser& optimiser,
                                      const TrainingConfig& config, const EpochRecord& record) const
{
    // The new optimiser first, under its own name: until last.safetensors is replaced, the old pair is whole.
    NAKAMA_CHECK(writeSafetensors(optimiser.state(), optimiserOf(record.epoch)));
    NAKAMA_CHECK(writeCheckpoint(model, config, record, last()));
    removeOtherOptimisers(record.epoch);
    return {};
}

Result<void> RunCheckpoints::saveBest(const Backbone& model, const TrainingConfig& config,
                                      const EpochRecord& record) const
{
    return writeCheckpoint(model, config, record, best());
}

Result<int> RunCheckpoints::resume(Learner& learner, const TrainingConfig& config) const
{
    if (!std::filesystem::exists(last())) {
        NAKAMA_CHECK(startAnew());
        return 0;
    }
    removeLeftoverTemporaries(m_folder);
    NAKAMA_TRY(const auto checkpoint, readCheckpoint(last()));
    NAKAMA_CHECK(checkSameModel(checkpoint.info, config, last()));
    const auto epoch = checkpoint.info.epoch;
    NAKAMA_TRY(const auto optimiser, readSafetensors(optimiserOf(epoch)));
    learner.enterPhaseOf(epoch);
    NAKAMA_CHECK(learner.optimiser().restore(optimiser));
    NAKAMA_CHECK(loadInto(*learner.model(), checkpoint));
    return epoch;
}

int RunCheckpoints::bestEpoch() const
{
    const auto checkpoint = readCheckpoint(best());
    return checkpoint ? checkpoint->info.epoch : 0;
}

std::filesystem::path RunCheckpoints::optimiserOf(int epoch) const
{
    return m_folder / fmt::format("{}{}.safetensors", optimiserPrefix, epoch);
}

void RunCheckpoints::removeOtherOptimisers(int epoch) const
{
    const auto keep = optimiserOf(epoch).filename();
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, error)) {
        const auto name = entry.path().filename();
        if (name.string().starts_with(optimiserPrefix) && name != keep)
            std::filesystem::remove(entry.path(), error);
    }
}

} // namespace nakama
