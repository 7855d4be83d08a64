#include "core/base/atomic_file.h"
#include "core/inference/detail/checkpoint.h"
#include "core/inference/detail/checkpoint_classifier.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nakama
{

namespace
{

class CheckpointTest : public testing::Test
{
protected:
    CheckpointTest()
    {
        m_config.classes = {"ルフィ", "a \"quoted\" one", "third"};
        m_record.epoch = 4;
        m_record.val.macro = 0.75;
    }

    void write() { ASSERT_TRUE(writeCheckpoint(*m_model, m_config, m_record, m_path)); }

    void rewriteMetadata(const std::string& key, const std::string& value)
    {
        auto state = readSafetensors(m_path).value();
        state.metadata[key] = value;
        ASSERT_TRUE(writeSafetensors(state, m_path));
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder / "best.safetensors";
    TrainingConfig m_config = test::shapeConfig(9);
    EpochRecord m_record;
    std::shared_ptr<Backbone> m_model = makeBackbone("resnet18", 3, 11).value();
};

} // namespace

TEST_F(CheckpointTest, AloneBringsBackModelClassesAndPreprocessing)
{
    write();
    const auto checkpoint = readCheckpoint(m_path);
    ASSERT_TRUE(checkpoint) << checkpoint.error().text();
    EXPECT_EQ(checkpoint->info.model, "resnet18");
    EXPECT_EQ(checkpoint->info.classes, m_config.classes);
    EXPECT_EQ(checkpoint->info.preprocessing, m_config.preprocessing);
    EXPECT_EQ(checkpoint->info.epoch, 4);

    const auto model = modelFrom(*checkpoint);
    ASSERT_TRUE(model) << model.error().text();
    const auto before = stateDictOf(*m_model);
    const auto after = stateDictOf(**model);
    for (const auto& [name, tensor] : before.tensors)
        EXPECT_TRUE(torch::equal(tensor, *after.find(name))) << name;
}

TEST_F(CheckpointTest, HasTheSameDescriptionBesideItForPeople)
{
    write();
    const auto json = nlohmann::json::parse(readTextFile(m_folder / "best.json").value());
    EXPECT_EQ(json["model"], "resnet18");
    EXPECT_EQ(json["classes"], m_config.classes);
    EXPECT_EQ(json["epoch"], 4);
    EXPECT_EQ(json["metrics"]["val"]["macro"], 0.75);
    EXPECT_EQ(json["config"]["epochs"], 9);
    EXPECT_EQ(json["recipe"], json["config"]["augment"]);
    EXPECT_FALSE(json["version"].get<std::string>().empty());
    EXPECT_EQ(json["preprocessing_hash"], m_config.preprocessing.hash());
}

TEST_F(CheckpointTest, PlainWeightsAreRefusedWithWhatTheyAreGoodFor)
{
    ASSERT_TRUE(writeSafetensors(stateDictOf(*m_model), m_path));
    const auto checkpoint = readCheckpoint(m_path);
    ASSERT_FALSE(checkpoint);
    EXPECT_EQ(checkpoint.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(checkpoint.error().context, m_path.string());
}

TEST_F(CheckpointTest, ADamagedDescriptionIsRefused)
{
    write();
    auto other = m_config.preprocessing;
    other.crop = 48;
    rewriteMetadata("preprocessing", nlohmann::json(other).dump());
    EXPECT_EQ(readCheckpoint(m_path).error().code, ErrorCode::CorruptData);
    write();
    rewriteMetadata("classes", "[\"one\",");
    EXPECT_EQ(readCheckpoint(m_path).error().code, ErrorCode::CorruptData);
    write();
    rewriteMetadata("nakama_checkpoint", "2");
    EXPECT_EQ(readCheckpoint(m_path).error().code, ErrorCode::NewerFormat);
}

TEST_F(CheckpointTest, ClassesThatDoNotFitTheWeightsAreRefused)
{
    m_config.classes.push_back("fourth");
    write();
    const auto checkpoint = readCheckpoint(m_path);
    ASSERT_TRUE(checkpoint);
    const auto model = modelFrom(*checkpoint);
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().code, ErrorCode::CorruptData);
}

TEST_F(CheckpointTest, ClassifierReportsWhatIsMissing)
{
    EXPECT_EQ(CheckpointClassifier::load(m_path, "cpu").error().code, ErrorCode::NotFound);
    write();
    EXPECT_EQ(CheckpointClassifier::load(m_path, "cuda:99").error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(CheckpointClassifier::load(m_path, "cpu"));
}

} // namespace nakama
