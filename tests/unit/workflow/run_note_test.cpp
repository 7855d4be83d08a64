#include "core/base/atomic_file.h"
#include "core/workflow/run_note.h"
#include "core/workflow/run_settings.h"
#include "core/workspace/catalogue.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace nakama
{

namespace
{

class RunNoteTest : public testing::Test
{
protected:
    void SetUp() override
    {
        WorkspaceParams params;
        params.classes = {{"a", "a", {}, {}}, {"b", "b", {}, {}}};
        m_workspace.emplace(Workspace::create(m_folder / "ws", params).value());
        auto catalogue = m_workspace->catalogue().value();
        m_run = catalogue.addRun("resnet18", 3).value();
        m_run.status = RunStatus::Finished;
        ASSERT_TRUE(catalogue.updateRun(m_run));
        std::filesystem::create_directories(m_workspace->runFolder(m_run.id) / "checkpoints");
    }

    test::TemporaryFolder m_folder;
    std::optional<Workspace> m_workspace;
    RunRecord m_run;
};

} // namespace

TEST_F(RunNoteTest, ANoteReadsBack)
{
    EXPECT_EQ(readRunNote(*m_workspace, m_run.id).name, "");
    ASSERT_TRUE(writeRunNote(*m_workspace, m_run.id, {"Großer Versuch", "zwei\nZeilen"}));
    const auto note = readRunNote(*m_workspace, m_run.id);
    EXPECT_EQ(note.name, "Großer Versuch");
    EXPECT_EQ(note.text, "zwei\nZeilen");
}

TEST_F(RunNoteTest, ATornNoteIsNone)
{
    ASSERT_TRUE(writeFileAtomically(m_workspace->runFolder(m_run.id) / "note.json", R"({"name": "ha)"));
    EXPECT_EQ(readRunNote(*m_workspace, m_run.id).name, "");
    ASSERT_TRUE(writeFileAtomically(m_workspace->runFolder(m_run.id) / "note.json", R"({"name": 3})"));
    EXPECT_EQ(readRunNote(*m_workspace, m_run.id).name, "");
}

TEST_F(RunNoteTest, ADeletedRunLeavesNothing)
{
    const auto folder = m_workspace->runFolder(m_run.id);
    ASSERT_TRUE(writeFileAtomically(folder / "checkpoints" / "best.safetensors", std::string(1000, 'x')));
    ASSERT_TRUE(writeFileAtomically(folder / "metrics.csv", std::string(234, 'x')));
    EXPECT_EQ(runBytes(*m_workspace, m_run.id), 1234u);
    ASSERT_TRUE(deleteRun(*m_workspace, m_run.id));
    EXPECT_FALSE(std::filesystem::exists(folder));
    EXPECT_EQ(runBytes(*m_workspace, m_run.id), 0u);
    EXPECT_EQ(deleteRun(*m_workspace, m_run.id).error().code, ErrorCode::NotFound);
}

TEST_F(RunNoteTest, ARunThatTrainsIsNotDeleted)
{
    m_run.status = RunStatus::Running;
    ASSERT_TRUE(m_workspace->catalogue()->updateRun(m_run));
    const auto deleted = deleteRun(*m_workspace, m_run.id);
    ASSERT_FALSE(deleted);
    EXPECT_EQ(deleted.error().code, ErrorCode::NotReady);
    EXPECT_TRUE(std::filesystem::exists(m_workspace->runFolder(m_run.id)));
}

TEST(RunSettings, SayWhatDiffers)
{
    TrainingConfig one;
    TrainingConfig other;
    other.learning.rate = 0.5;
    other.model = "resnet50";
    auto settings = runSettings({one, other});
    EXPECT_GT(settings.size(), 20u);
    std::erase_if(settings, [](const RunSetting& setting) { return !setting.differs(); });
    ASSERT_EQ(settings.size(), 2u);
    EXPECT_EQ(settings[0].name, "learning.rate");
    EXPECT_EQ(settings[0].values, (std::vector<std::string>{"0.001", "0.5"}));
    EXPECT_EQ(settings[1].name, "model");
    EXPECT_EQ(settings[1].values, (std::vector<std::string>{"resnet18", "resnet50"}));
}

} // namespace nakama
