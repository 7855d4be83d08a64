#include "core/workflow/run_description.h"

#include "core/workflow/derived_run.h"
#include "core/workflow/result_name.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string startOf(const TrainingConfig& config)
{
    return config.weights.empty() ? "from scratch" : config.weights.filename().string();
}

std::string lossOf(const LearningParams& learning)
{
    std::string text = learning.classWeights ? "class-weighted cross-entropy" : "cross-entropy";
    if (learning.labelSmoothing > 0)
        text += fmt::format(", label smoothing {:g}", learning.labelSmoothing);
    return text;
}

std::string trainedLayersOf(const TrainingConfig& config)
{
    if (config.freeze != FreezeMode::Body)
        return "all";
    return config.views > 0 ? fmt::format("head only, on {} views of each picture", config.views)
                            : "head only, on new views each epoch";
}

Rows settingsOf(const TrainingConfig& config)
{
    const auto& preprocessing = config.preprocessing;
    const nlohmann::json compute = config.compute;
    return {
        {"Model", config.model},
        {"Start", startOf(config)},
        {"Trained layers", trainedLayersOf(config)},
        {"Input", fmt::format("{} × {} pixels, resize {}", preprocessing.crop, preprocessing.crop,
                              preprocessing.resize.name())},
        {"Augmentation", summaryOf(config.augment)},
        {"Epochs", std::to_string(config.epochs)},
        {"Batch", std::to_string(config.batchSize)},
        {"Learning", summaryOf(config.learning)},
        {"Loss", lossOf(config.learning)},
        {"Precision", compute.value("precision", "")},
        {"Memory layout", compute.value("layout", "")},
        {"Device", config.device},
        {"Seed", std::to_string(config.seed)},
        {"Preprocessing hash", preprocessing.hash()},
    };
}

std::string dumped(const nlohmann::json& json)
{
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string viewWords(TestViews views)
{
    const auto count = viewsOf(views).size();
    switch (views) {
    case TestViews::Plain:
        return "the evaluation crop alone";
    case TestViews::Flip:
        return fmt::format("{}: the crop and its mirror image", count);
    case TestViews::Crops:
        return fmt::format("{}: crops of the middle and of both ends", count);
    case TestViews::FlipAndCrops:
        break;
    }
    return fmt::format("{}: crops of the middle and of both ends, and their mirror images", count);
}

std::string memberWords(const Workspace& workspace, const RunDetails& member)
{
    return fmt::format("{}, {}, best epoch {} of {}, seed {}", resultName(workspace, member),
                       member.config.weights.empty() ? "from scratch" : "from " + startOf(member.config),
                       member.record.bestEpoch, member.record.epochs, member.config.seed);
}

} // namespace

Result<RunDescription> describeRun(const Workspace& workspace, const RunDetails& run)
{
    const auto derived = derivedRun(workspace, run.record.id);
    if (!derived)
        return RunDescription{settingsOf(run.config), dumped(run.config)};
    RunDescription description;
    auto members = nlohmann::json::object();
    const bool ensemble = derived->members.size() > 1;
    description.rows.emplace_back("Answers with",
                                  ensemble ? "the mean of its members' calibrated probabilities"
                                           : "the mean of a run's probabilities for several views");
    if (!ensemble || derived->views != TestViews::Plain)
        description.rows.emplace_back("Views of each picture", viewWords(derived->views));
    for (const auto& id : derived->members) {
        NAKAMA_TRY(const auto member, loadRun(workspace, id));
        NAKAMA_TRY(const auto itsOwn, describeRun(workspace, member));
        description.rows.emplace_back(ensemble ? "Member" : "Run", memberWords(workspace, member));
        // A member may itself answer with several views.
        if (const auto inner = derivedRun(workspace, id))
            description.rows.emplace_back("Its views", viewWords(inner->views));
        if (!ensemble)
            description.rows.insert(description.rows.end(), itsOwn.rows.begin(), itsOwn.rows.end());
        members[id] = nlohmann::json::parse(itsOwn.whole, nullptr, false);
    }
    description.whole = dumped({{"views", testViewsName(derived->views)}, {"members", members}});
    return description;
}

} // namespace nakama
