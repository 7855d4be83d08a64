#include "core/workflow/own_sets.h"

#include "core/evaluation/difference.h"
#include "core/workflow/result_name.h"
#include "core/workflow/run_settings.h"
#include "core/workflow/set_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nakama
{

namespace
{

/** A run's stored evaluation, with the copies that are known today. */
Result<Metrics> ownEvaluation(const Workspace& workspace, const std::string& runId, EvaluationSet set,
                              const KnownCopies& copies)
{
    NAKAMA_TRY(auto metrics, loadEvaluation(workspace, runId, set));
    if (!metrics)
        return fail(ErrorCode::NotReady,
                    fmt::format("this run was not evaluated on {} yet; evaluate it while the workspace still "
                                "has the split that it was trained on",
                                evaluationSetName(set)),
                    runId);
    const auto predictions = readPredictionsCsv(evaluationFiles(workspace, runId, set).predictions);
    if (!predictions || !copies.searched)
        return *metrics;
    const auto groups = groupsOfRows(*predictions, copies);
    metrics->groups = std::ssize(std::set<int>(groups.begin(), groups.end()));
    metrics->intervals = bootstrapIntervals(*predictions, groups);
    if (const auto leaked = leakedGroups(workspace, runId, *predictions, copies))
        metrics->leakedGroups = leaked;
    return *metrics;
}

std::string wordsOf(const Flattery& flattery, const std::string& model, const Metrics& naive,
                    const Metrics& leakFree)
{
    const auto figures =
        fmt::format("{:.3f} with {} of {} groups across on n = {}, {:.3f} leak-free on n = {}; 95 % interval "
                    "of the difference {:+.3f} to {:+.3f}",
                    naive.f1.macro, *naive.leakedGroups, naive.groups, naive.n, leakFree.f1.macro, leakFree.n,
                    flattery.interval.low, flattery.interval.high);
    if (flattery.deltaMacro <= 0)
        return fmt::format("the naive split does not flatter {}: its macro-F1 is {:.3f} lower ({})", model,
                           -flattery.deltaMacro, figures);
    return fmt::format("the naive split flatters {} by {:.3f} macro-F1 ({}){}", model, flattery.deltaMacro,
                       figures,
                       flattery.interval.low > 0 ? "" : ", which so few pictures cannot tell from chance");
}

/** Settings in which two runs differ beside the split, by their names in config.json. */
std::string otherDifferences(const RunDetails& a, const RunDetails& b)
{
    std::string names;
    for (const auto& setting : runSettings({a.config, b.config}))
        if (setting.differs())
            names += (names.empty() ? "" : ", ") + setting.name;
    return names;
}

void addFlattery(OwnSets& sets, const std::vector<RunDetails>& runs, std::size_t naive, std::size_t leakFree)
{
    const auto& with = sets.table.rows[naive].metrics;
    const auto& without = sets.table.rows[leakFree].metrics;
    Flattery flattery{sets.runIds[naive], sets.runIds[leakFree], with.f1.macro - without.f1.macro, {}, {}};
    flattery.interval = {flattery.deltaMacro, flattery.deltaMacro};
    if (with.intervals.contains("macro") && without.intervals.contains("macro"))
        flattery.interval = intervalOfDifference(with.f1.macro, with.intervals.at("macro"), without.f1.macro,
                                                 without.intervals.at("macro"));
    const bool sameModel = runs[naive].config.model == runs[leakFree].config.model;
    flattery.words = wordsOf(flattery, sameModel ? runs[naive].config.model : "a model", with, without);
    sets.flattery.push_back(std::move(flattery));
    if (const auto names = otherDifferences(runs[naive], runs[leakFree]); !names.empty())
        sets.notes.push_back(fmt::format("{} and {} differ in more than their splits: {}.",
                                         sets.runIds[naive], sets.runIds[leakFree], names));
}

void addNotes(OwnSets& sets)
{
    sets.notes.emplace_back("Each run was judged on its own pictures, so this is no comparison of models.");
    for (std::size_t i = 0; i < sets.runIds.size(); ++i)
        if (!sets.table.rows[i].metrics.leakedGroups)
            sets.notes.push_back(
                fmt::format("Whether copies cross the split of {} is not known: search for copies, or train "
                            "it again where it does not know what it learned from.",
                            sets.runIds[i]));
    if (sets.flattery.empty())
        sets.notes.emplace_back("Nothing shows what a naive split does to a figure: that takes a run whose "
                                "groups cross and one that is leak-free, of the same model.");
}

} // namespace

Result<OwnSets> compareOwnSets(const Workspace& workspace, const std::vector<std::string>& runIds,
                               EvaluationSet set)
{
    if (runIds.size() < 2)
        return fail(ErrorCode::InvalidArgument, "comparing takes at least two runs; name another");
    NAKAMA_TRY(const auto copies, knownCopies(workspace));
    OwnSets sets;
    sets.table.title = fmt::format("{}, each run on its own pictures", evaluationSetTitle(set));
    std::vector<RunDetails> runs;
    for (const auto& id : runIds) {
        NAKAMA_TRY(auto run, loadRun(workspace, id));
        NAKAMA_TRY(auto metrics, ownEvaluation(workspace, run.record.id, set, copies));
        sets.runIds.push_back(run.record.id);
        sets.table.rows.push_back({resultName(workspace, run), std::move(metrics)});
        runs.push_back(std::move(run));
    }
    const auto leaked = [&](std::size_t i) { return sets.table.rows[i].metrics.leakedGroups; };
    for (std::size_t naive = 0; naive < runs.size(); ++naive)
        for (std::size_t other = 0; other < runs.size(); ++other)
            if (leaked(naive).value_or(0) > 0 && leaked(other) == 0)
                addFlattery(sets, runs, naive, other);
    addNotes(sets);
    return sets;
}

} // namespace nakama
