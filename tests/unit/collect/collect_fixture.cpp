#include "tests/unit/collect/collect_fixture.h"

#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"

#include <opencv2/core.hpp>

#include <utility>

namespace nakama::test
{

namespace
{

std::string textOf(const std::vector<std::byte>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

std::string png(int number)
{
    cv::Mat rgb(9, 11, CV_8UC3, cv::Scalar(number & 255, (number >> 8) & 255, 40));
    return textOf(must(encodePng(rgb)));
}

std::string jpeg(int number, int width, int height)
{
    cv::Mat rgb(height, width, CV_8UC3);
    RandomStream random(static_cast<std::uint64_t>(number), RandomPurpose::Painting);
    constexpr int side = 8;
    for (int y = 0; y < height; y += side)
        for (int x = 0; x < width; x += side) {
            const cv::Scalar colour(random.below(256), random.below(256), random.below(256));
            rgb(cv::Rect(x, y, std::min(side, width - x), std::min(side, height - y))).setTo(colour);
        }
    return textOf(must(encodeJpeg(rgb, 90)));
}

void expectConsistent(const Workspace& workspace)
{
    const auto catalogue = must(workspace.catalogue());
    for (const auto& image : must(catalogue.images())) {
        const auto path = workspace.imagePath(image.sha256, image.extension);
        const auto hash = sha256OfFile(path);
        ASSERT_TRUE(hash) << hash.error().text();
        EXPECT_EQ(*hash, image.sha256);
        EXPECT_EQ(static_cast<std::int64_t>(std::filesystem::file_size(path)), image.bytes);
    }
}

std::string reasonFor(const ImportReport& report, const std::string& pathEnd)
{
    std::string reasons;
    for (const auto& skipped : report.skipped)
        if (skipped.path.ends_with(pathEnd))
            reasons += skipped.reason;
    return reasons;
}

CollectTest::CollectTest()
{
    m_workspace = must(Workspace::create(
        m_folder / "workspace",
        {"",
         {{"Luffy", "Monkey D. Luffy", {"Ruffy"}, {}}, {"Zoro", "", {}, {}}, {"Nami", "", {}, {}}},
         false}));
    m_catalogue = must(m_workspace->catalogue());
    std::filesystem::create_directories(m_input);
}

ImportParams CollectTest::paramsFor(const std::vector<std::filesystem::path>& paths) const
{
    ImportParams params;
    params.paths = paths;
    params.source = "test";
    return params;
}

ImportReport CollectTest::import(const ImportParams& params)
{
    ImportJob job(*m_workspace, params);
    const auto outcome = outcomeOf(job);
    EXPECT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    expectConsistent(*m_workspace);
    return job.report();
}

JobOutcome CollectTest::outcomeOf(ImportJob& job, const CancelToken& token, JobContext::ProgressSink sink)
{
    JobContext context(token, std::move(sink));
    return runJob(job, context);
}

std::map<std::string, std::int64_t> CollectTest::perClass() const
{
    return must(m_catalogue->counts()).perClass;
}

} // namespace nakama::test
