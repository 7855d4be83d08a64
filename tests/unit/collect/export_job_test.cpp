#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/base/hash.h"
#include "core/collect/export_job.h"
#include "core/workspace/edit_journal.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace fs = std::filesystem;
using test::must;
using test::png;

class ExportJobTest : public test::CollectTest
{
protected:
    void SetUp() override
    {
        for (int i = 0; i < 3; ++i)
            test::writeFile(m_input / "Luffy" / ("a, \"" + std::to_string(i) + "\".png"), png(i));
        import({m_input});
        auto params = paramsFor({m_input});
        test::writeFile(m_input / "loose/9.png", png(9));
        params.labels = LabelSource::None;
        params.paths = {m_input / "loose"};
        import(params);
        std::vector<std::pair<std::int64_t, SplitPart>> parts;
        for (const auto& image : must(m_catalogue->images()))
            if (image.classIndex >= 0)
                parts.emplace_back(image.id, static_cast<SplitPart>(parts.size()));
        must(m_catalogue->setSplit(parts, {}));
    }

    JobOutcome run(ExportJob& job, const CancelToken& token = {})
    {
        JobContext context(token);
        return runJob(job, context);
    }

    std::string fileOf(int number) const { return sha256(png(number)) + ".png"; }
};

TEST_F(ExportJobTest, WritesAnImageFolder)
{
    for (const auto files : {ExportFiles::Copy, ExportFiles::HardLink}) {
        const auto target = m_folder / (files == ExportFiles::Copy ? "copies" : "links");
        ExportJob job(*m_workspace, {target / "", ExportFormat::ImageFolder, files});
        const auto outcome = run(job);
        ASSERT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
        EXPECT_EQ(job.written(), 4);
        for (const auto& path :
             {target / "train/Luffy" / fileOf(0), target / "val/Luffy" / fileOf(1),
              target / "test/Luffy" / fileOf(2), target / "unsplit/unlabelled" / fileOf(9)}) {
            ASSERT_TRUE(fs::exists(path)) << path;
            EXPECT_EQ(must(sha256OfFile(path)) + ".png", path.filename().string());
            EXPECT_EQ(fs::hard_link_count(path), files == ExportFiles::Copy ? 1u : 2u);
        }
    }
    auto params = paramsFor({m_folder / "copies"});
    EXPECT_EQ(import(params).alreadyThere, 3) << "what was exported is found again";
}

TEST_F(ExportJobTest, WhatIsSetAsideLiesApart)
{
    const auto images = must(m_catalogue->images());
    must(EditJournal(*m_catalogue).edit(excludePictures({images.back().id})));
    must(EditJournal(*m_catalogue).edit(deletePictures({images.front().id})));
    ExportJob job(*m_workspace, {m_folder / "out", ExportFormat::ImageFolder, ExportFiles::Copy});
    ASSERT_EQ(run(job).state, JobState::Succeeded);
    EXPECT_TRUE(fs::exists(m_folder / "out/set-aside/unlabelled" / fileOf(9)));
    EXPECT_FALSE(fs::exists(m_folder / "out/train/Luffy" / fileOf(0)))
        << "what is in the bin is not exported";
}

TEST_F(ExportJobTest, WritesACoco)
{
    ExportJob job(*m_workspace, {m_folder / "coco", ExportFormat::Coco, ExportFiles::Copy});
    ASSERT_EQ(run(job).state, JobState::Succeeded);
    const auto train = must(readTextFile(m_folder / "coco/annotations/train.json"));
    EXPECT_NE(train.find("\"file_name\":\"train/Luffy/" + fileOf(0)), std::string::npos);
    EXPECT_NE(train.find("\"bbox\":[0,0,11,9]"), std::string::npos);
    EXPECT_NE(must(readTextFile(m_folder / "coco/annotations/unsplit.json")).find("\"annotations\":[]"),
              std::string::npos)
        << "no label, no annotation";
    EXPECT_NE(must(readTextFile(job.attributionFile())).find("4 pictures of the source 'test'"),
              std::string::npos);
}

TEST_F(ExportJobTest, WritesACsv)
{
    const auto target = m_folder / "all.csv";
    ExportJob job(*m_workspace, {target, ExportFormat::Csv, ExportFiles::Copy});
    ASSERT_EQ(run(job).state, JobState::Succeeded);
    EXPECT_EQ(job.written(), 4);
    const auto rows = parseCsv(must(readTextFile(target)));
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[0].fields[1], "label");
    EXPECT_EQ(rows[1].fields[1], "Luffy");
    EXPECT_EQ(rows[1].fields[2], "train");
    EXPECT_EQ(rows[1].fields[4], "Luffy/a, \"0\".png");
    EXPECT_EQ(must(sha256OfFile(rows[1].fields[0])), rows[1].fields[7]);
    EXPECT_EQ(rows[4].fields[1], "");

    ExportJob again(*m_workspace, {target, ExportFormat::Csv, ExportFiles::Copy});
    EXPECT_EQ(run(again).error.code, ErrorCode::AlreadyExists);
}

TEST_F(ExportJobTest, LeavesOtherFoldersAloneAndNothingHalfDone)
{
    ExportJob intoInput(*m_workspace, {m_input, ExportFormat::ImageFolder, ExportFiles::Copy});
    EXPECT_EQ(run(intoInput).error.code, ErrorCode::AlreadyExists);

    CancelToken token;
    token.request();
    ExportJob cancelled(*m_workspace, {m_folder / "out", ExportFormat::ImageFolder, ExportFiles::Copy});
    EXPECT_EQ(run(cancelled, token).state, JobState::Cancelled);

    fs::remove(m_workspace->imagePath(sha256(png(2)), "png"));
    ExportJob failing(*m_workspace, {m_folder / "out", ExportFormat::ImageFolder, ExportFiles::Copy});
    EXPECT_EQ(run(failing).state, JobState::Failed);
    EXPECT_FALSE(fs::exists(m_folder / "out"));
    EXPECT_FALSE(fs::exists(m_folder / "out.nakama-export"));
}

} // namespace nakama
