#include "core/base/atomic_file.h"
#include "core/engine/engine_loader.h"
#include "core/imaging/preprocessing.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>

namespace nakama
{

namespace
{

bool libTorchIsLoaded()
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("libtorch") != std::string::npos || line.find("libc10") != std::string::npos)
            return true;
    return false;
}

/** Sets $NAKAMA_ENGINE for one scope. */
class EngineVariable
{
public:
    explicit EngineVariable(const std::filesystem::path& value)
    {
        ::setenv("NAKAMA_ENGINE", value.c_str(), 1);
    }
    ~EngineVariable() { ::unsetenv("NAKAMA_ENGINE"); }
};

} // namespace

// Runs first: nothing may have loaded the engine yet.
TEST(EngineLoader, BringsLibTorchOnlyWhenItIsAskedTo)
{
    EXPECT_FALSE(libTorchIsLoaded()) << "this program must not link LibTorch";
    const auto engine = loadEngine();
    ASSERT_TRUE(engine) << engine.error().text();
    EXPECT_TRUE(libTorchIsLoaded());
    EXPECT_TRUE((*engine)->libraryVersion().starts_with("LibTorch ")) << (*engine)->libraryVersion();
    EXPECT_EQ((*engine)->devices().front().id, "cpu");
    const auto models = (*engine)->models();
    EXPECT_TRUE(std::ranges::any_of(models, [](const ModelInfo& model) { return model.id == "resnet18"; }));
}

TEST(EngineLoader, TheVariableComesFirst)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "engine.so", std::string_view("not a library")));
    const EngineVariable variable(folder / "engine.so");
    const auto engine = loadEngine();
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(engine.error().context, (folder / "engine.so").string());
}

TEST(EngineLoader, AnyOtherLibraryIsRefused)
{
    const EngineVariable variable("/lib/x86_64-linux-gnu/libc.so.6");
    if (!std::filesystem::exists("/lib/x86_64-linux-gnu/libc.so.6"))
        GTEST_SKIP() << "the C library lies elsewhere";
    const auto engine = loadEngine();
    ASSERT_FALSE(engine);
    EXPECT_EQ(engine.error().code, ErrorCode::Unsupported);
}

class EngineTest : public testing::Test
{
protected:
    EngineTest() : m_engine(std::move(loadEngine().value()))
    {
        m_data.train = test::paintShapes(m_folder / "train", 12, 1);
        m_data.val = test::paintShapes(m_folder / "val", 3, 2);
        m_data.preparedFolder = m_folder / "prepared";
        m_data.runFolder = m_folder / "run";
        std::filesystem::create_directories(m_data.runFolder);
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<Engine> m_engine;
    TrainingData m_data;
    JobContext m_context;
};

TEST_F(EngineTest, TrainsEvaluatesAndPredictsTheSame)
{
    std::vector<int> epochs;
    TrainingObserver observer;
    observer.epoch = [&](const EpochRecord& record) { epochs.push_back(record.epoch); };
    const auto trained = m_engine->train(test::shapeConfig(3), m_data, observer, m_context);
    ASSERT_TRUE(trained) << trained.error().text();
    EXPECT_EQ(epochs, (std::vector<int>{1, 2, 3}));

    EvaluationRequest request;
    request.checkpoint = trained->bestCheckpoint;
    request.pictures = m_data.val;
    request.preparedFolder = m_data.preparedFolder;
    request.device = "cpu";
    const auto evaluated = m_engine->evaluate(request, m_context);
    ASSERT_TRUE(evaluated) << evaluated.error().text();
    const auto metrics = computeMetrics(evaluated->table);
    ASSERT_TRUE(metrics);
    const auto& best = trained->epochs[static_cast<std::size_t>(trained->bestEpoch) - 1];
    EXPECT_EQ(metrics->f1.macro, best.val.macro) << "evaluation and validation are one path";
    EXPECT_DOUBLE_EQ(metrics->loss, best.valLoss);

    request.preparedFolder.clear();
    const auto fromOriginals = m_engine->evaluate(request, m_context);
    ASSERT_TRUE(fromOriginals);
    const auto classifier = m_engine->loadClassifier(trained->bestCheckpoint, "cpu");
    ASSERT_TRUE(classifier) << classifier.error().text();
    EXPECT_EQ((*classifier)->info().classes, test::shapeClasses());
    for (std::size_t i = 0; i < m_data.val.size(); ++i) {
        const auto logits =
            (*classifier)
                ->logits(
                    decodeShrunkFile(m_data.val[i].file, (*classifier)->info().preprocessing.resize).value());
        ASSERT_TRUE(logits);
        EXPECT_EQ(*logits, evaluated->table.rows[i].logits);
        EXPECT_EQ(*logits, fromOriginals->table.rows[i].logits);
    }
}

TEST_F(EngineTest, ForwardReportsOnAnyWeightsAndAnswersAsTheClassifierDoes)
{
    const auto config = test::shapeConfig(1);
    std::optional<LoadReport> seen;
    TrainingObserver observer;
    observer.weights = [&](const LoadReport& report) { seen = report; };
    const auto trained = m_engine->train(config, m_data, observer, m_context);
    ASSERT_TRUE(trained) << trained.error().text();
    EXPECT_FALSE(seen) << "it started from scratch";

    const auto& preprocessing = config.preprocessing;
    const auto shrunk = decodeShrunkFile(m_data.val[0].file, preprocessing.resize).value();
    ForwardRequest request{
        .model = "resnet18",
        .weights = trained->bestCheckpoint,
        .classes = 3,
        .crop = preprocessing.crop,
        .input = std::vector<float>(std::size_t{3} *
                                    static_cast<std::size_t>(preprocessing.crop * preprocessing.crop)),
        .device = "cpu"};
    normaliseInto(evaluationCrop(shrunk, preprocessing), preprocessing, request.input.data());
    const auto answer = m_engine->forward(request);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->report.replacedHead, "");
    EXPECT_EQ(answer->logits,
              m_engine->loadClassifier(trained->bestCheckpoint, "cpu").value()->logits(shrunk));

    request.input.pop_back();
    EXPECT_EQ(m_engine->forward(request).error().code, ErrorCode::InvalidArgument);
    request.input.clear();
    request.classes = 5;
    EXPECT_NE(m_engine->forward(request)->report.replacedHead.find("for 3 classes"), std::string::npos);
    request.model = "resnet34";
    EXPECT_EQ(m_engine->forward(request).error().code, ErrorCode::Unsupported);

    auto again = config;
    again.weights = trained->bestCheckpoint;
    m_data.runFolder = m_folder / "second run";
    std::filesystem::create_directories(m_data.runFolder);
    const auto continued = m_engine->train(again, m_data, observer, m_context);
    ASSERT_TRUE(continued) << continued.error().text();
    ASSERT_TRUE(seen);
    EXPECT_FALSE(seen->matched.empty());
}

TEST_F(EngineTest, CancelledWorkSaysSo)
{
    m_context.token().request();
    const auto trained = m_engine->train(test::shapeConfig(1), m_data, {}, m_context);
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().code, ErrorCode::Cancelled);
}

TEST_F(EngineTest, FailuresAreErrorsWithAReason)
{
    auto config = test::shapeConfig(1);
    config.weights = m_folder / "missing.safetensors";
    const auto trained = m_engine->train(config, m_data, {}, m_context);
    ASSERT_FALSE(trained);
    EXPECT_EQ(trained.error().code, ErrorCode::NotFound) << trained.error().text();

    EvaluationRequest request;
    request.checkpoint = m_folder / "missing.safetensors";
    request.pictures = m_data.val;
    EXPECT_EQ(m_engine->evaluate(request, m_context).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(writeFileAtomically(m_folder / "text.safetensors", std::string_view("just a line of text")));
    EXPECT_EQ(m_engine->loadClassifier(m_folder / "text.safetensors", "cpu").error().code,
              ErrorCode::CorruptData);
}

} // namespace nakama
