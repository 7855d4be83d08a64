#include "tests/support/shared_data.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

#include <iostream>

namespace nakama
{

namespace
{

using test::must;

class ImportSharedDataTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        m_shared = test::sharedFolder();
        if (!m_shared)
            GTEST_SKIP() << "the shared pictures are not on this machine";
        m_workspace = must(
            Workspace::create(m_folder / "w", {"one-piece", must(findPreset("one-piece")).classes, false}));
    }

    ImportReport import(const std::filesystem::path& path, LabelSource labels)
    {
        ImportParams params;
        params.paths = {path};
        params.source = "kaggle";
        params.labels = labels;
        ImportJob job(*m_workspace, params);
        JobContext context;
        const auto outcome = runJob(job, context);
        EXPECT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
        for (const auto& skipped : job.report().skipped)
            std::cout << std::filesystem::relative(skipped.path, path).string() << ": " << skipped.reason
                      << "\n";
        return job.report();
    }

    test::TemporaryFolder m_folder;
    std::optional<std::filesystem::path> m_shared;
    std::optional<Workspace> m_workspace;
};

} // namespace

TEST_F(ImportSharedDataTest, OnePiece)
{
    const auto report = import(*m_shared / "data/images/onepiece", LabelSource::Folders);
    const auto counts = must(must(m_workspace->catalogue()).counts());
    EXPECT_EQ(report.imported + report.alreadyThere + static_cast<int>(report.skipped.size()), 639);
    EXPECT_EQ(counts.images, report.imported);
    EXPECT_EQ(counts.unlabelled, 0);
    EXPECT_TRUE(report.unknownFolders.empty());
    for (const auto& [name, count] : counts.perClass)
        EXPECT_GE(count, 3) << name;
    for (const auto& skipped : report.skipped)
        EXPECT_TRUE(skipped.reason.starts_with("already there as "))
            << skipped.path << ": " << skipped.reason;
    test::expectConsistent(*m_workspace);
}

TEST_F(ImportSharedDataTest, AwkwardFilesAreImportedOrSkippedWithAReason)
{
    const auto report = import(*m_shared / "data/awkward", LabelSource::None);
    EXPECT_EQ(report.imported + report.alreadyThere + static_cast<int>(report.skipped.size()), 67);
    EXPECT_GE(report.imported, 40);
    for (const auto& skipped : report.skipped)
        EXPECT_GT(skipped.reason.size(), 10u) << skipped.path;
    for (const auto* name :
         {"svg", "not_images", "decompression_bomb/decompression_bomb.ico", "truncated_jpeg.jpg"})
        EXPECT_NE(std::find_if(report.skipped.begin(), report.skipped.end(),
                               [&](const SkippedFile& skipped) {
                                   return skipped.path.find(name) != std::string::npos;
                               }),
                  report.skipped.end())
            << name;
    test::expectConsistent(*m_workspace);
}

} // namespace nakama
