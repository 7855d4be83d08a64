#include "core/label/queue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace nakama
{

namespace
{

std::vector<ImageRecord> pictures(int count, Pool pool = Pool::TrueTest)
{
    std::vector<ImageRecord> images;
    for (int i = 1; i <= count; ++i) {
        ImageRecord image;
        image.id = i;
        image.pool = pool;
        images.push_back(image);
    }
    return images;
}

std::vector<std::int64_t> idsOf(const std::vector<QueuedPicture>& queue)
{
    std::vector<std::int64_t> ids;
    for (const auto& picture : queue)
        ids.push_back(picture.imageId);
    return ids;
}

AnswerRecord answer(std::int64_t number, std::int64_t annotator, std::int64_t picture, Answer said)
{
    return {number, annotator, picture, AnswerPass::First, std::move(said), {}};
}

const Answer nami{AnswerKind::Class, 0};
const Answer zoro{AnswerKind::Class, 1};

} // namespace

TEST(LabelQueue, IsInAnotherOrderForEachAnnotatorAndAlwaysTheSame)
{
    const auto anna = idsOf(labelQueue(pictures(50), {}, {LabelSet::TrueTest, 1}));
    const auto ben = idsOf(labelQueue(pictures(50), {}, {LabelSet::TrueTest, 2}));
    EXPECT_NE(anna, ben);
    EXPECT_FALSE(std::is_sorted(anna.begin(), anna.end()));
    EXPECT_EQ(std::set<std::int64_t>(anna.begin(), anna.end()).size(), 50U);
    EXPECT_EQ(anna, idsOf(labelQueue(pictures(50), {}, {LabelSet::TrueTest, 1})));
    auto more = idsOf(labelQueue(pictures(80), {}, {LabelSet::TrueTest, 1}));
    std::erase_if(more, [](std::int64_t id) { return id > 50; });
    EXPECT_EQ(anna, more);
}

TEST(LabelQueue, HasWhatWasSkippedAtItsEnd)
{
    const auto queue =
        labelQueue(pictures(5),
                   {answer(1, 1, 4, {AnswerKind::Skipped}), answer(2, 1, 2, {AnswerKind::Skipped}),
                    answer(3, 1, 1, nami), answer(4, 2, 3, {AnswerKind::Skipped})},
                   {LabelSet::TrueTest, 1});
    const auto ids = idsOf(queue);
    EXPECT_EQ(ids[3], 4);
    EXPECT_EQ(ids[4], 2);
    const auto answered = std::find(ids.begin(), ids.end(), 1);
    EXPECT_EQ(queue[static_cast<std::size_t>(answered - ids.begin())].answer, nami);
}

TEST(LabelQueue, GoesToTheNextThatIsOpen)
{
    std::vector<QueuedPicture> queue{{1, nami}, {2, {}}, {3, nami}, {4, {AnswerKind::Skipped}}};
    EXPECT_EQ(nextOpen(queue, 0), 1U);
    EXPECT_EQ(nextOpen(queue, 2), 3U);
    queue[3].answer = zoro;
    EXPECT_EQ(nextOpen(queue, 2), 1U);
    queue[1].answer = {AnswerKind::Unsure};
    EXPECT_EQ(nextOpen(queue, 2), 4U);
}

TEST(LabelQueue, OfThePoolHasWhatNobodyElseLabelled)
{
    auto images = pictures(4, Pool::Pool);
    images[0].classIndex = 1; // imported with it
    images[1].classIndex = 1; // an annotator's
    images[2].setAside = AsideReason::Excluded;
    images.push_back(pictures(5).back()); // of the true test
    auto ids = idsOf(labelQueue(images, {answer(1, 1, 2, zoro)}, {LabelSet::Unlabelled, 1}));
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(ids, (std::vector<std::int64_t>{2, 4}));
}

TEST(LabelQueue, CanBeginWithTheLeastCertainOfThePoolOnly)
{
    const std::map<std::int64_t, double> doubt{{3, 0.9}, {1, 0.5}, {2, 0.7}};
    const auto ids = idsOf(labelQueue(pictures(6, Pool::Pool), {}, {LabelSet::Unlabelled, 1, doubt}));
    EXPECT_EQ(std::vector<std::int64_t>(ids.begin(), ids.begin() + 3), (std::vector<std::int64_t>{3, 2, 1}));
    EXPECT_EQ(idsOf(labelQueue(pictures(6), {}, {LabelSet::TrueTest, 1, doubt})),
              idsOf(labelQueue(pictures(6), {}, {LabelSet::TrueTest, 1})));
}

TEST(LabelQueue, OfTheSecondPassIsATenthOfWhatWasAnsweredAndHidesIt)
{
    std::vector<AnswerRecord> answers;
    for (int i = 1; i <= 1000; ++i)
        answers.push_back(answer(i, 1, i, nami));
    const auto queue = labelQueue(pictures(2000), answers, {LabelSet::SecondPass, 1});
    EXPECT_GT(queue.size(), 70U);
    EXPECT_LT(queue.size(), 130U);
    for (const auto& picture : queue) {
        EXPECT_LE(picture.imageId, 1000);
        EXPECT_EQ(picture.answer.kind, AnswerKind::Open);
    }
    EXPECT_TRUE(labelQueue(pictures(2000), answers, {LabelSet::SecondPass, 2}).empty());
    EXPECT_EQ(passOf(LabelSet::SecondPass), AnswerPass::Second);
}

TEST(LabelQueue, OfConflictsHasThoseThatWereSettledAsWell)
{
    const auto queue = labelQueue(pictures(4),
                                  {answer(1, 1, 1, nami), answer(2, 2, 1, zoro), answer(3, 1, 2, nami),
                                   answer(4, 2, 2, nami), answer(5, 1, 3, nami), answer(6, 2, 3, zoro),
                                   answer(7, settlingAnnotator, 3, zoro)},
                                  {LabelSet::Conflicts, 1});
    ASSERT_EQ(queue.size(), 2U);
    for (const auto& picture : queue)
        EXPECT_EQ(picture.answer, picture.imageId == 3 ? zoro : Answer{});
    EXPECT_EQ(authorOf(LabelSet::Conflicts, 1), settlingAnnotator);
}

} // namespace nakama
