#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "tests/unit/download/material.h"

#include <gmock/gmock.h>

#include <thread>

namespace nakama
{

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using test::contentOf;
using test::noise;
using test::quickDownload;
using test::StandInServer;
using ::testing::HasSubstr;

namespace
{

class DownloadJobTest : public ::testing::Test
{
protected:
    Result<void> run(const DownloadParams& params)
    {
        DownloadJob job(params);
        return job.run(m_context);
    }

    void expectOnlyTheFile()
    {
        EXPECT_EQ(std::distance(fs::directory_iterator(m_target.parent_path()), {}), 1)
            << "nothing but the file is left in its folder";
    }

    test::TemporaryFolder m_folder;
    fs::path m_target = m_folder / "cache" / "a.pth";
    const std::string m_content = noise(300'000);
    JobContext m_context;
};

} // namespace

TEST_F(DownloadJobTest, GetsAFileAndVerifiesIt)
{
    StandInServer server;
    server.put("/models/a.pth", m_content);
    auto params = quickDownload(server, "/models/a.pth", m_target);
    params.bytes = 300'000;
    params.sha256 = sha256(m_content).substr(0, 8);
    std::int64_t last = -1;
    JobContext context({}, [&](const Progress& progress) {
        if (progress.stage == "downloading (kB)") {
            EXPECT_GE(progress.done, last);
            EXPECT_EQ(progress.total, 300);
            last = progress.done;
        }
    });
    DownloadJob job(params);
    const auto done = job.run(context);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(last, 300);
    EXPECT_EQ(contentOf(m_target), m_content);
    EXPECT_EQ(job.sha256(), sha256(m_content));
    expectOnlyTheFile();
    ASSERT_EQ(server.requests().size(), 1u);
    EXPECT_EQ(server.requests()[0].range, "");
}

TEST_F(DownloadJobTest, CancelledAtOnceKeepsThePartAndGoesOn)
{
    StandInServer server(R"({"/a.pth": [{"bytesPerSecond": 100000}]})");
    server.put("/a.pth", m_content);
    const CancelToken token;
    std::chrono::steady_clock::time_point asked;
    JobContext context(token, [&](const Progress& progress) {
        if (progress.done >= 20 && !token.requested()) {
            token.request();
            asked = std::chrono::steady_clock::now();
        }
    });
    const auto params = quickDownload(server, "/a.pth", m_target);
    DownloadJob job(params);
    const auto cancelled = job.run(context);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, 500ms);
    EXPECT_FALSE(fs::exists(m_target));
    const auto kept = fs::file_size(m_target.string() + ".part");
    EXPECT_GE(kept, 20'000u);

    const auto done = run(params);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(contentOf(m_target), m_content);
    expectOnlyTheFile();
    const auto requests = server.requests();
    ASSERT_EQ(requests.size(), 2u);
    EXPECT_EQ(requests[1].range, "bytes=" + std::to_string(kept) + "-");
    EXPECT_EQ(requests[1].ifRange, "\"" + sha256(m_content).substr(0, 12) + "\"");
    EXPECT_EQ(requests[1].status, 206);
}

TEST_F(DownloadJobTest, WrongContentIsRemovedAndBothHashesAreSaid)
{
    StandInServer server;
    server.put("/a.pth", m_content);
    auto params = quickDownload(server, "/a.pth", m_target);
    params.sha256 = sha256(noise(300'000, 2));
    const auto refused = run(params);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CorruptData);
    EXPECT_THAT(refused.error().message, HasSubstr(sha256(m_content)));
    EXPECT_THAT(refused.error().message, HasSubstr(params.sha256));
    EXPECT_TRUE(fs::is_empty(m_target.parent_path()));
    EXPECT_EQ(server.requests().size(), 1u) << "the same wrong file is not asked for again";
}

TEST_F(DownloadJobTest, AnotherSizeIsRefusedBeforeItIsFetched)
{
    StandInServer server;
    server.put("/a.pth", m_content);
    auto params = quickDownload(server, "/a.pth", m_target);
    params.bytes = 300'001;
    const auto refused = run(params);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CorruptData);
    EXPECT_THAT(refused.error().message, HasSubstr("300000 bytes"));
    EXPECT_EQ(fs::file_size(m_target.string() + ".part"), 0u);
}

TEST_F(DownloadJobTest, TooLittleSpaceIsSaidBeforeAnythingIsWritten)
{
    StandInServer server(R"({"/a.pth": [{"contentLength": 1000000000000000}]})");
    server.put("/a.pth", m_content);
    const auto refused = run(quickDownload(server, "/a.pth", m_target));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DiskFull);
    EXPECT_THAT(refused.error().message, HasSubstr("1000000000 MB are still to come"));
    EXPECT_EQ(fs::file_size(m_target.string() + ".part"), 0u);
}

TEST_F(DownloadJobTest, ACheckOfTheContentMayRefuseIt)
{
    StandInServer server;
    server.put("/a.pth", m_content);
    auto params = quickDownload(server, "/a.pth", m_target);
    params.check = [](const fs::path& path) -> Result<void> {
        EXPECT_EQ(fs::file_size(path), 300'000u);
        return fail(ErrorCode::CorruptData, "no weights");
    };
    const auto refused = run(params);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "no weights");
    EXPECT_TRUE(fs::is_empty(m_target.parent_path()));
}

TEST_F(DownloadJobTest, TwoAtOnceDoNotWriteIntoEachOther)
{
    StandInServer server(R"({"/a.pth": [{"bytesPerSecond": 200000}]})");
    server.put("/a.pth", m_content);
    const auto params = quickDownload(server, "/a.pth", m_target);
    Result<void> second;
    bool tried = false;
    JobContext context({}, [&](const Progress& progress) {
        if (progress.done >= 20 && !std::exchange(tried, true))
            second = run(params);
    });
    DownloadJob job(params);
    EXPECT_TRUE(job.run(context));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::Busy);
    EXPECT_EQ(contentOf(m_target), m_content);
}

TEST_F(DownloadJobTest, RunsOnAThreadWithoutAnEventLoop)
{
    StandInServer server;
    server.put("/a.pth", m_content);
    Result<void> done;
    std::thread([&] { done = run(quickDownload(server, "/a.pth", m_target)); }).join();
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(contentOf(m_target), m_content);
}

} // namespace nakama
