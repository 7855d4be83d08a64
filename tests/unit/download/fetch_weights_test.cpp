#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/download/fetch_weights_job.h"
#include "core/models/model_spec.h"
#include "tests/unit/download/material.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace nakama
{

namespace fs = std::filesystem;
using test::contentOf;
using test::noise;
using test::StandInServer;
using ::testing::HasSubstr;

namespace
{

class FetchWeightsTest : public ::testing::Test
{
protected:
    FetchWeightsParams paramsFor(const PublishedWeights& weights, const StandInServer& server)
    {
        FetchWeightsParams params{weights, m_cache.path(), server.address("/mirror"), {}};
        params.download = test::quickDownload(server, {}, {});
        return params;
    }

    /** A single file of which the hash is known. */
    PublishedWeights single(const std::string& content)
    {
        return {"resnet18",
                "noise",
                "CC0-1.0",
                1,
                {},
                {{"r.pth", "https://weights.invalid/models/r.pth", static_cast<std::int64_t>(content.size()),
                  sha256(content).substr(0, 8)}}};
    }

    static void putBeit(StandInServer& server, const std::string& weights)
    {
        const std::string folder = "/mirror/microsoft/beit-base-patch16-224-pt22k-ft22k/resolve/main/";
        server.put(folder + "config.json", R"({"image_size": 224})");
        server.put(folder + "preprocessor_config.json", R"({"size": 224})");
        server.put(folder + "pytorch_model.bin", weights);
    }

    const PublishedWeights& m_beit = *findPublishedWeights("beit_base_patch16_224");
    test::TemporaryFolder m_cache;
    JobContext m_context;
};

} // namespace

TEST(PublishedWeights, EveryBuiltInModelHasAWellFormedEntry)
{
    ASSERT_EQ(publishedWeights().size(), modelSpecs().size());
    std::set<fs::path> places;
    for (const auto& spec : modelSpecs()) {
        const auto* weights = findPublishedWeights(spec.id);
        ASSERT_TRUE(weights) << spec.id;
        EXPECT_FALSE(weights->licence.empty());
        EXPECT_TRUE(places.insert(weightsPath("cache", *weights)).second) << "two entries share a place";
        for (const auto& file : weights->files) {
            EXPECT_TRUE(file.address.starts_with("https://") && file.address.ends_with("/" + file.name));
            EXPECT_EQ(file.sha256.find_first_not_of("0123456789abcdef"), std::string::npos) << file.name;
            EXPECT_TRUE(file.sha256.empty() || file.sha256.size() == 8 || file.sha256.size() == 64);
            if (file.bytes > 0) {
                EXPECT_NEAR(static_cast<double>(file.bytes) / 1e6, weights->megabytes, 0.51) << file.name;
                // Weights are 4 bytes a parameter; names and running statistics add a little.
                EXPECT_NEAR(static_cast<double>(file.bytes) / static_cast<double>(4 * spec.parameters), 1,
                            0.02);
            }
            // torchvision's rule, which is why eight digits are always known.
            if (file.address.starts_with("https://download.pytorch.org/")) {
                const auto dash = file.name.rfind('-');
                EXPECT_EQ(file.sha256.substr(0, 8) + ".pth", file.name.substr(dash + 1));
            }
        }
    }
    EXPECT_EQ(findPublishedWeights("vgg"), nullptr);
}

TEST_F(FetchWeightsTest, GetsASingleFileFromTheMirror)
{
    const auto content = noise(100'000);
    const auto weights = single(content);
    StandInServer server;
    server.put("/mirror/models/r.pth", content);
    EXPECT_FALSE(areWeightsPresent(m_cache.path(), weights));
    FetchWeightsJob job(paramsFor(weights, server));
    const auto done = job.run(m_context);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(job.path(), m_cache / "weights" / "r.pth");
    EXPECT_EQ(job.sha256(), sha256(content));
    EXPECT_EQ(contentOf(job.path()), content);
    EXPECT_TRUE(areWeightsPresent(m_cache.path(), weights));

    FetchWeightsJob again(paramsFor(weights, server));
    ASSERT_TRUE(again.run(m_context));
    EXPECT_EQ(again.sha256(), sha256(content));
    EXPECT_EQ(server.requests().size(), 1u) << "what is here is not fetched again";
}

TEST_F(FetchWeightsTest, ADamagedFileIsFetchedAnew)
{
    const auto content = noise(100'000);
    const auto weights = single(content);
    StandInServer server;
    server.put("/mirror/models/r.pth", content);
    fs::create_directories(m_cache / "weights");
    ASSERT_TRUE(writeFileAtomically(m_cache / "weights" / "r.pth", noise(100'000, 2)));
    FetchWeightsJob job(paramsFor(weights, server));
    ASSERT_TRUE(job.run(m_context));
    EXPECT_EQ(contentOf(job.path()), content);
}

TEST_F(FetchWeightsTest, GetsAFolderWhoseWeightsAreRecognised)
{
    StandInServer server;
    putBeit(server, test::tinyBeit());
    FetchWeightsJob job(paramsFor(m_beit, server));
    const auto done = job.run(m_context);
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(job.path(), m_cache / "weights" / "beit-base-patch16-224-pt22k-ft22k");
    EXPECT_EQ(job.sha256(), sha256(test::tinyBeit()));
    EXPECT_TRUE(areWeightsPresent(m_cache.path(), m_beit));
    EXPECT_EQ(server.requests().size(), 3u);
    ASSERT_TRUE(FetchWeightsJob(paramsFor(m_beit, server)).run(m_context));
    EXPECT_EQ(server.requests().size(), 3u);
}

TEST_F(FetchWeightsTest, AWebPageInsteadOfWeightsIsRefused)
{
    StandInServer server;
    putBeit(server, "<html>Please log in</html>");
    const auto refused = FetchWeightsJob(paramsFor(m_beit, server)).run(m_context);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CorruptData);
    EXPECT_THAT(refused.error().message, HasSubstr("web page"));
    EXPECT_FALSE(areWeightsPresent(m_cache.path(), m_beit));

    server.put("/mirror/microsoft/beit-base-patch16-224-pt22k-ft22k/resolve/main/config.json", "<html>");
    fs::remove_all(m_cache / "weights");
    const auto noJson = FetchWeightsJob(paramsFor(m_beit, server)).run(m_context);
    ASSERT_FALSE(noJson);
    EXPECT_THAT(noJson.error().message, HasSubstr("not JSON"));
}

TEST_F(FetchWeightsTest, WithoutANetworkTheWayByHandIsSaid)
{
    const auto weights = single(noise(1'000));
    StandInServer server;
    const auto params = paramsFor(weights, server);
    server.stop();
    const auto refused = FetchWeightsJob(params).run(m_context);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Io);
    EXPECT_THAT(refused.error().text(),
                HasSubstr("fetch https://weights.invalid/models/r.pth by other means"));
    EXPECT_THAT(refused.error().text(), HasSubstr((m_cache / "weights" / "r.pth").string()));
}

TEST_F(FetchWeightsTest, AWrongMirrorIsAUsersMistake)
{
    const auto weights = single(noise(1'000));
    FetchWeightsParams params{weights, m_cache.path(), "mirror.lan", {}};
    const auto refused = FetchWeightsJob(params).run(m_context);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidArgument);
    EXPECT_THAT(refused.error().text(), HasSubstr("mirror.lan"));
}

TEST_F(FetchWeightsTest, CancelledKeepsWhatCame)
{
    const auto content = noise(300'000);
    const auto weights = single(content);
    StandInServer server(R"({"/mirror/models/r.pth": [{"bytesPerSecond": 100000}]})");
    server.put("/mirror/models/r.pth", content);
    const CancelToken token;
    JobContext context(token, [&](const Progress& progress) {
        if (progress.done >= 20)
            token.request();
    });
    const auto cancelled = FetchWeightsJob(paramsFor(weights, server)).run(context);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(areWeightsPresent(m_cache.path(), weights));
    EXPECT_GE(fs::file_size(m_cache / "weights" / "r.pth.part"), 20'000u);
}

} // namespace nakama
