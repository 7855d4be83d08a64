#include "core/augment/augment.h"
#include "core/training/batch_feed.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <new>
#include <thread>

namespace nakama
{

namespace
{

constexpr int crop = 32;

using namespace std::chrono_literals;

Preprocessing smallPreprocessing()
{
    return test::shapeConfig(1).preprocessing;
}

class BatchFeedTest : public testing::Test
{
protected:
    BatchFeedTest() : m_pictures(test::paintShapes(m_folder / "images", 9, 1)) {}

    PictureSource source() const
    {
        return {m_pictures, smallPreprocessing().resize, m_folder / "prepared", 0};
    }
    int count() const { return static_cast<int>(m_pictures.size()); }

    test::TemporaryFolder m_folder;
    std::vector<LabelledPicture> m_pictures;
    JobContext m_context;
};

void plainTile(const cv::Mat& shrunk, int, float* out)
{
    normaliseInto(evaluationCrop(shrunk, smallPreprocessing()), smallPreprocessing(), out);
}

std::vector<Batch> drain(BatchFeed& feed, const JobContext& context)
{
    std::vector<Batch> batches;
    while (const Batch* batch = feed.next(context).value())
        batches.push_back(*batch);
    return batches;
}

} // namespace

TEST_F(BatchFeedTest, BeginsAtAnyBatchWithTheSameBatches)
{
    const auto plan = shuffled(count(), 5, 1, 1);
    auto pictures = source();
    const auto mixOf = [](std::size_t batch) {
        auto random = mixingStream(1, 1, batch);
        return drawMix({.mixUp = true}, {crop, crop}, random);
    };
    BatchFeed whole(pictures, plan, crop, plainTile, 2, mixOf);
    const auto all = drain(whole, m_context);
    for (const std::size_t first : {std::size_t{1}, std::size_t{4}, plan.size()}) {
        BatchFeed rest(pictures, plan, crop, plainTile, 2, mixOf, std::pmr::get_default_resource(), first);
        EXPECT_EQ(rest.batches(), plan.size());
        const auto batches = drain(rest, m_context);
        ASSERT_EQ(batches.size(), plan.size() - first);
        for (std::size_t i = 0; i < batches.size(); ++i) {
            EXPECT_EQ(batches[i].positions, all[first + i].positions);
            EXPECT_EQ(batches[i].inputs, all[first + i].inputs);
        }
    }
}

TEST_F(BatchFeedTest, RepeatsOfAPictureHaveItsLabelAndATileOfTheirOwn)
{
    auto pictures = source();
    std::vector<int> asked;
    const auto tile = [&](const cv::Mat& shrunk, int position, float* out) {
        asked.push_back(position);
        plainTile(shrunk, position, out);
    };
    BatchFeed feed(pictures, {{20, 20 + count(), 20 + 2 * count()}}, crop, tile, 1);
    const auto batches = drain(feed, m_context);
    EXPECT_EQ(asked, (std::vector<int>{20, 20 + count(), 20 + 2 * count()}));
    EXPECT_EQ(batches[0].positions, (std::vector<int>{20, 20, 20}));
    EXPECT_EQ(batches[0].labels, std::vector<std::int64_t>(3, m_pictures[20].label));
}

TEST_F(BatchFeedTest, GivesTheSameBatchesWithAnyNumberOfThreads)
{
    const auto plan = shuffled(count(), 5, 1, 1);
    // Some tiles take longer, so that the workers end out of order.
    const auto tile = [](const cv::Mat& shrunk, int position, float* out) {
        std::this_thread::sleep_for(std::chrono::milliseconds(position % 3 == 0 ? 3 : 0));
        RandomStream random(1, RandomPurpose::Augment, 1, static_cast<std::uint64_t>(position));
        augmentInto(shrunk, smallPreprocessing(), AugmentParams::recipe(), random, out);
    };
    std::vector<std::vector<Batch>> runs;
    for (const int threads : {1, 2, 4}) {
        auto pictures = source();
        BatchFeed feed(pictures, plan, crop, tile, threads);
        runs.push_back(drain(feed, m_context));
    }
    ASSERT_EQ(runs[0].size(), plan.size());
    for (const auto& run : runs)
        for (std::size_t i = 0; i < plan.size(); ++i) {
            EXPECT_EQ(run[i].positions, plan[i]);
            EXPECT_EQ(run[i].labels, runs[0][i].labels);
            EXPECT_EQ(run[i].inputs, runs[0][i].inputs);
        }
}

TEST_F(BatchFeedTest, FillsInTheNormalisedTileAndLabelOfEachPicture)
{
    auto pictures = source();
    BatchFeed feed(pictures, {{20, 3}}, crop, plainTile, 2);
    const Batch batch = *feed.next(m_context).value();
    EXPECT_EQ(feed.next(m_context).value(), nullptr);
    ASSERT_EQ(batch.size(), 2u);
    const std::size_t floats = 3 * 32 * 32;
    ASSERT_EQ(batch.inputs.size(), 2 * floats);
    for (const std::size_t row : {0u, 1u}) {
        const int position = batch.positions[row];
        EXPECT_EQ(batch.labels[row], m_pictures[static_cast<std::size_t>(position)].label);
        std::vector<float> expected(floats);
        plainTile(pictures.load(position), position, expected.data());
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(),
                               batch.inputs.begin() + static_cast<long>(row * floats)));
    }
}

TEST_F(BatchFeedTest, KeepsThePixelsInTheMemoryThatItIsGiven)
{
    class Counted : public std::pmr::memory_resource
    {
    public:
        std::atomic<int> blocks = 0;

    private:
        void* do_allocate(std::size_t bytes, std::size_t alignment) override
        {
            ++blocks;
            return std::pmr::new_delete_resource()->allocate(bytes, alignment);
        }
        void do_deallocate(void* block, std::size_t bytes, std::size_t alignment) override
        {
            --blocks;
            std::pmr::new_delete_resource()->deallocate(block, bytes, alignment);
        }
        bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }
    };

    auto pictures = source();
    Counted memory;
    {
        BatchFeed feed(pictures, {{20, 3}, {5, 26}}, crop, plainTile, 2, {}, &memory);
        EXPECT_TRUE(feed.next(m_context).value());
        EXPECT_GE(memory.blocks, 1);
    }
    EXPECT_EQ(memory.blocks, 0);
}

TEST_F(BatchFeedTest, MixesABatchWithItselfAndTellsBothLabels)
{
    auto pictures = source();
    const BatchPlan plan{{20, 3, 11}, {5, 26}};
    const cv::Size size(crop, crop);
    const auto mixOf = [&](std::size_t batch) {
        return batch == 0 ? Mix{Mix::Kind::CutMix, 0.75, cv::Rect(0, 0, 16, 16)} : Mix{};
    };
    BatchFeed plainFeed(pictures, plan, crop, plainTile, 2);
    const auto plain = drain(plainFeed, m_context);
    BatchFeed mixedFeed(pictures, plan, crop, plainTile, 2, mixOf);
    const auto mixed = drain(mixedFeed, m_context);

    auto expected = plain[0].inputs;
    applyMix(mixOf(0), expected.data(), 3, size);
    EXPECT_EQ(mixed[0].inputs, expected);
    EXPECT_NE(mixed[0].inputs, plain[0].inputs);
    const auto& labels = plain[0].labels;
    EXPECT_EQ(mixed[0].labels, labels);
    EXPECT_EQ(mixed[0].otherLabels, (std::vector<std::int64_t>{labels[2], labels[0], labels[1]}));
    EXPECT_EQ(mixed[0].share, 0.75);

    EXPECT_EQ(mixed[1].inputs, plain[1].inputs);
    EXPECT_TRUE(mixed[1].otherLabels.empty());
    EXPECT_EQ(mixed[1].share, 1);
}

TEST_F(BatchFeedTest, LeavesBytesWithWhatWasDrawnForTheirDevice)
{
    m_pictures.insert(m_pictures.begin() + 4, test::brokenPicture(m_folder / "images", 1));
    auto pictures = source();
    const auto holeOf = [](int position) {
        return position == 6 ? std::nullopt : std::optional(cv::Rect(position, 0, 2, 3));
    };
    const auto tile = [&](const cv::Mat& shrunk, int position, std::uint8_t* out) {
        cv::Mat target(crop, crop, CV_8UC3, out);
        evaluationCrop(shrunk, smallPreprocessing()).copyTo(target);
        return holeOf(position);
    };
    const auto mixOf = [](std::size_t batch) { return batch == 0 ? Mix{Mix::Kind::MixUp, 0.75, {}} : Mix{}; };
    BatchFeed feed(pictures, {{3, 4, 5, 6}, {8, 9}}, crop, tile, 2, mixOf);
    const auto batches = drain(feed, m_context);
    EXPECT_EQ(batches[0].holds, Batch::Holds::Tiles);
    EXPECT_TRUE(batches[0].inputs.empty());
    EXPECT_EQ(batches[0].positions, (std::vector<int>{3, 5, 6}));
    EXPECT_EQ(batches[0].erased, (std::vector{*holeOf(3), *holeOf(5), cv::Rect()}));
    const std::size_t bytes = 3 * crop * crop;
    ASSERT_EQ(batches[0].tiles.size(), 3 * bytes);
    for (std::size_t row = 0; row < 3; ++row) {
        const cv::Mat seen = evaluationCrop(pictures.load(batches[0].positions[row]), smallPreprocessing());
        const cv::Mat expected = seen.clone();
        EXPECT_TRUE(std::equal(expected.data, expected.data + bytes,
                               batches[0].tiles.begin() + static_cast<std::ptrdiff_t>(row * bytes)));
    }
    EXPECT_EQ(batches[0].mix.kind, Mix::Kind::MixUp);
    EXPECT_EQ(batches[0].share, 0.75);
    const auto& labels = batches[0].labels;
    EXPECT_EQ(batches[0].otherLabels, (std::vector<std::int64_t>{labels[2], labels[0], labels[1]}));
    EXPECT_EQ(batches[1].mix.kind, Mix::Kind::None);
    EXPECT_TRUE(batches[1].otherLabels.empty());
}

TEST_F(BatchFeedTest, LeavesOutAnUnreadablePictureAndNamesItOnce)
{
    m_pictures.insert(m_pictures.begin() + 4, test::brokenPicture(m_folder / "images", 1));
    auto pictures = source();
    for (int pass = 0; pass < 2; ++pass) {
        BatchFeed feed(pictures, inOrder(count(), 7), crop, plainTile, 3);
        const auto batches = drain(feed, m_context);
        ASSERT_EQ(batches.size(), 4u);
        EXPECT_THAT(batches[0].positions, testing::ElementsAre(0, 1, 2, 3, 5, 6));
        EXPECT_EQ(batches[0].labels.size(), 6u);
        EXPECT_EQ(batches[0].inputs.size(), 6u * 3 * 32 * 32);
        EXPECT_EQ(batches[1].size(), 7u);
        // The rows behind the gap moved up with their pixels.
        std::vector<float> expected(3 * 32 * 32);
        plainTile(pictures.load(6), 6, expected.data());
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), batches[0].inputs.end() - 3 * 32 * 32));
    }
    ASSERT_EQ(pictures.skipped().size(), 1u);
    EXPECT_EQ(pictures.skipped()[0].file.filename(), "broken.png");
}

TEST_F(BatchFeedTest, ABatchOfUnreadablePicturesIsEmpty)
{
    m_pictures = {test::brokenPicture(m_folder / "images", 0)};
    auto pictures = source();
    BatchFeed feed(pictures, {{0}}, crop, plainTile, 1);
    const Batch* batch = feed.next(m_context).value();
    ASSERT_NE(batch, nullptr);
    EXPECT_EQ(batch->size(), 0u);
    EXPECT_EQ(feed.next(m_context).value(), nullptr);
}

TEST_F(BatchFeedTest, WorksAheadOnlyAsFarAsItsBound)
{
    auto pictures = source();
    std::atomic<int> made{0};
    const auto tile = [&](const cv::Mat& shrunk, int position, float* out) {
        ++made;
        plainTile(shrunk, position, out);
    };
    BatchFeed feed(pictures, inOrder(count(), 2), crop, tile, 4);
    ASSERT_TRUE(feed.next(m_context));
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    while (made < 2 * BatchFeed::batchesAhead && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(made, 2 * BatchFeed::batchesAhead) << "the batch that is being used counts";
}

TEST_F(BatchFeedTest, ACancelledWaitEndsSoonAndAHalfReadFeedCloses)
{
    auto pictures = source();
    const auto slowTile = [](const cv::Mat& shrunk, int position, float* out) {
        std::this_thread::sleep_for(300ms);
        plainTile(shrunk, position, out);
    };
    BatchFeed feed(pictures, inOrder(count(), 9), crop, slowTile, 1);
    std::jthread canceller([token = m_context.token()] {
        std::this_thread::sleep_for(20ms);
        token.request();
    });
    const auto start = std::chrono::steady_clock::now();
    const auto batch = feed.next(m_context);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 1s) << "the whole batch takes 2.7 s";
    ASSERT_FALSE(batch);
    EXPECT_EQ(batch.error().code, ErrorCode::Cancelled);
}

TEST_F(BatchFeedTest, ThrowsWhatAWorkerThrew)
{
    auto pictures = source();
    const auto tile = [](const cv::Mat& shrunk, int position, float* out) {
        if (position == 10)
            throw std::bad_alloc();
        plainTile(shrunk, position, out);
    };
    BatchFeed feed(pictures, inOrder(count(), 5), crop, tile, 2);
    EXPECT_THROW(drain(feed, m_context), std::bad_alloc);
}

TEST_F(BatchFeedTest, MeasuresHowLongItWaited)
{
    auto pictures = source();
    const auto slowTile = [](const cv::Mat& shrunk, int position, float* out) {
        std::this_thread::sleep_for(20ms);
        plainTile(shrunk, position, out);
    };
    BatchFeed feed(pictures, {{0, 1, 2}}, crop, slowTile, 1);
    drain(feed, m_context);
    EXPECT_GT(feed.waitedSeconds(), 0.03);
}

TEST(LoaderThreads, FollowTheWishAndElseTheMachine)
{
    EXPECT_EQ(loaderThreadsFor(3), 3);
    EXPECT_GE(loaderThreadsFor(0), 1);
    EXPECT_LE(loaderThreadsFor(0), 8);
}

} // namespace nakama
