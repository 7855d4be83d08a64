#include "core/base/atomic_file.h"
#include "core/engine/engine_loader.h"
#include "core/evaluation/open_set.h"
#include "core/imaging/decode.h"
#include "core/workflow/predict_job.h"
#include "core/workflow/run_answers.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/cli/cli_run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace nakama
{

using test::cliJson;
using test::CliResult;

namespace
{

/** A small model of two classes that was trained and evaluated, made once for all tests of the suite. */
class Predict : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        s_folder = new test::TemporaryFolder;
        s_workspace = (*s_folder / "ws").string();
        test::writeShapeFolders(*s_folder / "in", {"Round", "Ball"}, {50, 50});
        cliJson({"workspace", "create", s_workspace, "--classes", "Round,Ball"});
        cliJson({"import", s_workspace, (*s_folder / "in").string()});
        cliJson({"split", s_workspace, "--ignore-duplicates", "--ratios", "60/20/20"});
        s_trained = cliJson({"train", s_workspace, "--model", "resnet18", "--size", "32", "--epochs", "2",
                             "--batch", "8", "--seed", "5", "--device", "cpu"});
    }
    static void TearDownTestSuite() { delete s_folder; }

    static test::TemporaryFolder* s_folder;
    static std::string s_workspace;
    static CliResult s_trained;
};

test::TemporaryFolder* Predict::s_folder = nullptr;
std::string Predict::s_workspace;
CliResult Predict::s_trained;

using Logits = std::map<std::string, std::vector<float>>; ///< by path

/** As the Predict page asks, and the batch: these files in one queue. */
Logits askJob(Engine& engine, const std::filesystem::path& checkpoint, std::vector<PictureQuestion> questions)
{
    auto pictures = std::make_shared<PictureQueue>();
    pictures->add(std::move(questions));
    Logits logits;
    PredictJob job(std::make_shared<LoadedModel>(engine, checkpoint, "cpu"), pictures,
                   {{}, [&](const PictureAnswer& a) { logits[a.file.string()] = a.logits; }});
    JobContext context;
    EXPECT_EQ(runJob(job, context).state, JobState::Succeeded);
    return logits;
}

Logits logitsOf(const nlohmann::json& predicted)
{
    Logits logits;
    for (const auto& picture : predicted["predictions"])
        logits[picture["file"].get<std::string>()] = picture["logits"].get<std::vector<float>>();
    return logits;
}

} // namespace

TEST_F(Predict, TheSamePictureGivesTheSameLogitsToTheBitOnEveryWay)
{
    ASSERT_EQ(s_trained.exitCode, 0) << s_trained.err;
    const auto run = s_trained.json["run"].get<std::string>();
    const std::filesystem::path checkpoint = s_trained.json["checkpoint"].get<std::string>();
    Logits evaluated;
    const auto engine = loadEngine().value();
    std::vector<PictureQuestion> all;
    {
        const auto workspace = Workspace::open(s_workspace, Access::ReadWrite).value();
        const auto pictures = picturesOf(workspace, EvaluationSet::Val).value();
        ASSERT_GE(pictures.size(), 10u);
        // In batches and from prepared pictures, as training evaluates them after an epoch.
        const RunAnswers answers(
            workspace, [&]() -> Result<Engine*> { return engine.get(); }, "cpu");
        JobContext context;
        const auto table = answers.ask(run, EvaluationSet::Val, context).value().table;
        ASSERT_EQ(table.rows.size(), pictures.size());
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            ASSERT_EQ(table.rows[i].id, pictures[i].sha256);
            evaluated[pictures[i].file.string()] = table.rows[i].logits;
            all.push_back({static_cast<std::int64_t>(i), pictures[i].file, {}});
        }
    }
    EXPECT_EQ(askJob(*engine, checkpoint, all), evaluated) << "many at once";
    for (const auto& question : all) {
        const auto file = question.file.string();
        EXPECT_EQ(askJob(*engine, checkpoint, {question})[file], evaluated[file]) << "one by itself";
        const auto rgb = decodeImageFile(question.file).value();
        EXPECT_EQ(askJob(*engine, checkpoint, {{1, {}, rgb}})[""], evaluated[file]) << "as pixels";
    }
    std::vector<std::string> command{"predict", "--checkpoint", checkpoint.string(), "--device", "cpu"};
    for (const auto& question : all)
        command.push_back(question.file.string());
    const auto predicted = cliJson(command);
    ASSERT_EQ(predicted.exitCode, 0) << predicted.err;
    EXPECT_EQ(logitsOf(predicted.json), evaluated) << "on the command line";
}

TEST_F(Predict, GivesVerdictsAndTheirRatesOnceTheRunIsEvaluated)
{
    ASSERT_EQ(s_trained.exitCode, 0) << s_trained.err;
    const auto picture = (*s_folder / "in" / "Ball" / "0.png").string();
    const std::set<std::string> verdicts{"Round", "Ball", "unsure", "none of these", "several characters"};
    const auto before = cliJson({"predict", s_workspace, "--run", "latest", picture, "--top", "1"});
    ASSERT_EQ(before.exitCode, 0) << before.err;
    EXPECT_EQ(before.json["calibrated"], false);
    EXPECT_NE(before.err.find("10 validation pictures or more"), std::string::npos) << before.err;
    EXPECT_TRUE(before.json["rates"].is_null());
    EXPECT_TRUE(verdicts.contains(before.json["predictions"][0]["verdict"].get<std::string>()));

    ASSERT_EQ(cliJson({"evaluate", s_workspace, "--run", "latest", "--split", "test"}).exitCode, 0);
    const auto after =
        cliJson({"predict", s_workspace, "--run", "latest", (*s_folder / "in").string(), "--csv",
                 (*s_folder / "out.csv").string(), "--sort-into", (*s_folder / "sorted").string()});
    ASSERT_EQ(after.exitCode, 0) << after.err;
    EXPECT_EQ(after.json["calibrated"], true);
    EXPECT_EQ(after.err.find("validation pictures"), std::string::npos) << after.err;
    ASSERT_EQ(after.json["predictions"].size(), 100u);
    for (const auto& prediction : after.json["predictions"]) {
        const auto verdict = prediction["verdict"].get<std::string>();
        EXPECT_TRUE(verdicts.contains(verdict)) << verdict;
        EXPECT_EQ(prediction.contains("several"), verdict == "several characters");
        EXPECT_EQ(prediction["logits"].size(), 2u);
        const auto file = std::filesystem::path(prediction["file"].get<std::string>());
        EXPECT_TRUE(std::filesystem::exists(*s_folder / "sorted" / verdict / file.filename()));
    }
    const auto& rates = after.json["rates"];
    EXPECT_EQ(rates["known_refused"]["n"], 20);
    EXPECT_EQ(rates["singles_called_several"]["n"], 20);
    EXPECT_EQ(rates["pairs_called_several"]["n"], 40);
    const auto& interval = rates["pairs_called_several"]["interval"];
    EXPECT_LE(interval[0].get<double>(), interval[1].get<double>());
    const auto csv = readTextFile(*s_folder / "out.csv").value();
    EXPECT_EQ(std::ranges::count(csv, '\n'), 101);
}

} // namespace nakama
