// What a run says of its validation and test pictures, and of pictures of no class of its: one JSON object a
// line, from which open_set_quality.py tells how well verdicts tell them apart.
//
//   open_set_scores WORKSPACE RUN OUT.jsonl [PICTURE OR FOLDER OF NO CLASS…]

#include "core/engine/engine_loader.h"
#include "core/workflow/picture_queue.h"
#include "core/workflow/run_checkpoint.h"
#include "core/workflow/run_open_set.h"
#include "core/workflow/several_fit.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

using namespace nakama;

namespace
{

std::vector<double> calibratedBy(double temperature, std::vector<float> logits)
{
    Prediction prediction;
    for (const float logit : logits)
        prediction.logits.push_back(static_cast<float>(logit / temperature));
    return prediction.probabilities();
}

/** label: −1 for a picture of no class. */
Result<nlohmann::json> scoresOf(Classifier& classifier, const FittedOpenSet& openSet,
                                const std::filesystem::path& file, const char* set, int label)
{
    const auto& rule = openSet.rule;
    NAKAMA_TRY(const auto shrunk, decodeShrunkFile(file, classifier.info().preprocessing.resize));
    NAKAMA_TRY(const auto logits, classifier.logits(shrunk));
    NAKAMA_TRY(const auto features, classifier.features(shrunk));
    const auto raw = calibratedBy(1, logits);
    const auto honest = calibratedBy(rule.temperature, logits);
    const KnownScores known{std::ranges::max(honest), openSet.training.likenessOf(features)};
    nlohmann::json json = {{"set", set},
                           {"label", label},
                           {"answer", std::ranges::max_element(raw) - raw.begin()},
                           {"raw", std::ranges::max(raw)},
                           {"calibrated", known.probability},
                           {"likeness", known.likeness},
                           {"score", rule.scoreOf(known)},
                           {"refused", rule.refuses(known)},
                           {"several", false}};
    if (rule.several) {
        NAKAMA_TRY(const auto halves,
                   askHalves(classifier, shrunk, honest, rule.temperature, &*rule.several));
        json["several"] = halves && rule.several->calls(*halves);
    }
    return json;
}

Result<void> write(const std::vector<std::string>& arguments)
{
    NAKAMA_TRY(const auto workspace, Workspace::open(arguments[0], Access::ReadOnly));
    NAKAMA_TRY(const auto engine, loadEngine());
    NAKAMA_TRY(const auto checkpoint, checkpointOf(workspace, arguments[1]));
    NAKAMA_TRY(const auto classifier, engine->loadClassifier(checkpoint, "cpu"));
    const auto openSet = openSetBeside(checkpoint, classifier->info());
    if (!openSet)
        return fail(ErrorCode::NotReady, "the run has no rule yet; evaluate it first", arguments[1]);
    std::ofstream out(arguments[2]);
    for (const auto set : {EvaluationSet::Val, EvaluationSet::Test}) {
        NAKAMA_TRY(const auto pictures, picturesOf(workspace, set));
        for (const auto& picture : pictures) {
            NAKAMA_TRY(const auto scores,
                       scoresOf(*classifier, *openSet, picture.file,
                                set == EvaluationSet::Val ? "val" : "test", picture.label));
            out << scores.dump() << '\n';
        }
    }
    for (const auto& file : filesBelow({arguments.begin() + 3, arguments.end()}))
        if (const auto scores = scoresOf(*classifier, *openSet, file, "unknown", -1))
            out << scores->dump() << '\n';
    return {};
}

} // namespace

int main(int count, char** arguments)
{
    letWaitingThreadsSleep(arguments);
    if (count < 4) {
        fmt::print(stderr, "open_set_scores WORKSPACE RUN OUT.jsonl [PICTURE OR FOLDER OF NO CLASS…]\n");
        return 2;
    }
    const auto written = write({arguments + 1, arguments + count});
    if (!written)
        fmt::print(stderr, "{}\n", written.error().text());
    return written ? 0 : 1;
}
