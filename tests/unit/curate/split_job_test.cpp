#include "core/base/hash.h"
#include "core/curate/split_job.h"
#include "core/workspace/catalogue.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

class SplitJobTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        auto made = Workspace::create(m_folder / "w", {"", {{"A", "", {}, ""}, {"B", "", {}, ""}}, false});
        ASSERT_TRUE(made) << made.error().text();
        m_workspace = *made;
        m_catalogue.emplace(std::move(m_workspace->catalogue().value()));
    }

    void add(const std::string& name, int classIndex, Pool pool = Pool::Pool)
    {
        NewImage image;
        image.sha256 = sha256(name);
        image.extension = "png";
        image.originalName = name;
        image.pool = pool;
        image.classIndex = classIndex;
        ASSERT_TRUE(m_catalogue->addImage(image));
    }

    JobOutcome run(SplitJob& job, const CancelToken& token = {})
    {
        JobContext context(token);
        return runJob(job, context);
    }

    test::TemporaryFolder m_folder;
    std::optional<Workspace> m_workspace;
    std::optional<Catalogue> m_catalogue;
};

} // namespace

TEST_F(SplitJobTest, SplitsLabelledPicturesOfThePool)
{
    for (int i = 0; i < 20; ++i)
        add("a" + std::to_string(i), 0);
    for (int i = 0; i < 3; ++i)
        add("b" + std::to_string(i), 1);
    add("unlabelled", -1);
    add("true test", 0, Pool::TrueTest);

    SplitParams params;
    params.seed = 42;
    SplitJob job(*m_workspace, params);
    ASSERT_EQ(run(job).state, JobState::Succeeded);
    EXPECT_TRUE(job.outcome().warnings.empty());
    const auto counts = m_catalogue->counts().value();
    EXPECT_EQ(counts.perSplit.at("train"), 15);
    EXPECT_EQ(counts.perSplit.at("val"), 4);
    EXPECT_EQ(counts.perSplit.at("test"), 4);
    EXPECT_EQ(counts.perSplit.at("unsplit"), 1);
    EXPECT_EQ(counts.perSplit.at("true-test"), 1);
    EXPECT_EQ(counts.perClassSplit.at("B").at("val"), 1);
    EXPECT_EQ(m_catalogue->splitInfo().value()->seed, 42u);
}

TEST_F(SplitJobTest, NeedsLabels)
{
    add("unlabelled", -1);
    SplitJob job(*m_workspace, SplitParams{});
    const auto outcome = run(job);
    EXPECT_EQ(outcome.state, JobState::Failed);
    EXPECT_EQ(outcome.error.code, ErrorCode::NotReady);
}

TEST_F(SplitJobTest, CancelledLeavesTheOldSplit)
{
    add("a", 0);
    CancelToken token;
    token.request();
    SplitJob job(*m_workspace, SplitParams{});
    EXPECT_EQ(run(job, token).state, JobState::Cancelled);
    EXPECT_FALSE(m_catalogue->splitInfo().value());
}

} // namespace nakama
