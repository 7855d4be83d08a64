#include "core/workflow/derived_run.h"

#include "core/base/atomic_file.h"
#include "core/workflow/runs.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

/** The run that is derived so already, or a new one; its settings are those of its first member. */
Result<RunRecord> findOrMake(const Workspace& workspace, const DerivedRun& wanted, const std::string& model)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto runs, catalogue.runs());
    for (const auto& run : runs) {
        const auto known = derivedRun(workspace, run.id);
        if (known && known->members == wanted.members && known->views == wanted.views)
            return run;
    }
    NAKAMA_TRY(const auto first, loadRun(workspace, wanted.members.front()));
    NAKAMA_TRY(auto record, catalogue.addRun(model, 0));
    const auto folder = workspace.runFolder(record.id);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(systemError(error.value(), "make the run's folder", folder));
    auto config = first.config;
    config.model = model;
    NAKAMA_CHECK(writeFileAtomically(folder / "config.json", nlohmann::json(config).dump(2) + "\n"));
    const nlohmann::json derived = {{"kind", wanted.members.size() > 1 ? "ensemble" : "test-views"},
                                    {"members", wanted.members},
                                    {"views", testViewsName(wanted.views)}};
    NAKAMA_CHECK(writeFileAtomically(folder / "derived.json", derived.dump(2) + "\n"));
    record.status = RunStatus::Finished;
    record.finishedAt = record.startedAt;
    NAKAMA_CHECK(catalogue.updateRun(record));
    return record;
}

} // namespace

std::optional<DerivedRun> derivedRun(const Workspace& workspace, const std::string& runId)
{
    const auto text = readTextFile(workspace.runFolder(runId) / "derived.json");
    if (!text)
        return std::nullopt;
    try {
        const auto json = nlohmann::json::parse(*text);
        DerivedRun derived;
        json.at("members").get_to(derived.members);
        derived.views = testViewsFromName(json.at("views").get<std::string>()).value_or(TestViews::Plain);
        return derived;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

Result<RunRecord> ensembleOf(const Workspace& workspace, const std::vector<std::string>& runIds)
{
    DerivedRun wanted;
    std::vector<std::string> classes;
    for (const auto& id : runIds) {
        NAKAMA_TRY(const auto run, loadRun(workspace, id));
        if (wanted.members.empty())
            classes = run.config.classes;
        if (run.config.classes != classes)
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format(
                    "it was trained on other classes than {}; an ensemble is of runs of the same classes",
                    wanted.members.front()),
                run.record.id);
        wanted.members.push_back(run.record.id);
    }
    std::sort(wanted.members.begin(), wanted.members.end());
    if (wanted.members.size() < 2 ||
        std::adjacent_find(wanted.members.begin(), wanted.members.end()) != wanted.members.end())
        return fail(ErrorCode::InvalidArgument,
                    "an ensemble is of at least two different runs; name each once");
    return findOrMake(workspace, wanted, "ensemble");
}

Result<RunRecord> withTestViews(const Workspace& workspace, const std::string& runId, TestViews views)
{
    NAKAMA_TRY(const auto run, loadRun(workspace, runId));
    if (views == TestViews::Plain)
        return run.record;
    if (derivedRun(workspace, run.record.id))
        return fail(ErrorCode::InvalidArgument,
                    "this run answers with other runs; ask for views of a run that was trained",
                    run.record.id);
    return findOrMake(workspace, {{run.record.id}, views},
                      fmt::format("{}-{}", run.record.model, testViewsName(views)));
}

} // namespace nakama
