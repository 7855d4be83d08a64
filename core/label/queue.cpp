#include "core/label/queue.h"

#include "core/base/random.h"
#include "core/label/decision.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace nakama
{

namespace
{

constexpr std::uint64_t orderDraw = 0;
constexpr std::uint64_t secondPassDraw = 1;
constexpr double secondPassShare = 0.1;

/** A picture's own draw of an annotator, in [0, 1). */
double drawOf(std::int64_t annotator, std::uint64_t draw, std::int64_t imageId)
{
    return RandomStream(static_cast<std::uint64_t>(annotator), RandomPurpose::Shuffle, draw,
                        static_cast<std::uint64_t>(imageId))
        .uniform();
}

const AnswerRecord* answerOf(const std::vector<AnswerRecord>& answers, std::int64_t annotator,
                             AnswerPass pass)
{
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const AnswerRecord& record) {
        return record.annotator == annotator && record.pass == pass;
    });
    return found == answers.end() ? nullptr : &*found;
}

/** Whether annotators differ, also where it has been settled: a settled one may be settled otherwise. */
bool differ(std::vector<AnswerRecord> answers)
{
    std::erase_if(answers, [](const AnswerRecord& record) { return record.annotator == settlingAnnotator; });
    return decide(answers).isConflict();
}

bool belongs(const ImageRecord& image, const std::vector<AnswerRecord>& answers, const QueueParams& params)
{
    switch (params.set) {
    case LabelSet::TrueTest:
        return image.pool == Pool::TrueTest;
    case LabelSet::Unlabelled:
        return image.pool == Pool::Pool && (image.classIndex < 0 || !answers.empty());
    case LabelSet::Conflicts:
        return differ(answers);
    case LabelSet::SecondPass: {
        const auto* answer = answerOf(answers, params.annotator, AnswerPass::First);
        return image.pool == Pool::TrueTest && answer && answer->answer.isGiven() &&
               drawOf(params.annotator, secondPassDraw, image.id) < secondPassShare;
    }
    }
    return false;
}

} // namespace

Result<std::vector<ImageRecord>> imagesOfSet(const Catalogue& catalogue, LabelSet set,
                                             const std::vector<AnswerRecord>& answers)
{
    ImageFilter filter;
    if (set == LabelSet::TrueTest) {
        filter.pool = Pool::TrueTest;
        return catalogue.images(filter);
    }
    std::set<std::int64_t> answered;
    for (const auto& record : answers)
        answered.insert(record.imageId);
    NAKAMA_TRY(auto images, catalogue.imagesOf({answered.begin(), answered.end()}));
    if (set != LabelSet::Unlabelled)
        return images;
    // Beside what annotators have answered, what nobody gave a label.
    std::erase_if(images, [](const ImageRecord& image) { return image.pool != Pool::Pool; });
    filter.pool = Pool::Pool;
    filter.label = LabelState::Unlabelled;
    NAKAMA_TRY(auto unlabelled, catalogue.images(filter));
    for (auto& image : unlabelled)
        if (!answered.contains(image.id))
            images.push_back(std::move(image));
    return images;
}

AnswerPass passOf(LabelSet set)
{
    return set == LabelSet::SecondPass ? AnswerPass::Second : AnswerPass::First;
}

std::int64_t authorOf(LabelSet set, std::int64_t annotator)
{
    return set == LabelSet::Conflicts ? settlingAnnotator : annotator;
}

std::vector<QueuedPicture> labelQueue(const std::vector<ImageRecord>& images,
                                      const std::vector<AnswerRecord>& answers, const QueueParams& params)
{
    std::map<std::int64_t, std::vector<AnswerRecord>> byPicture;
    for (const auto& record : answers)
        byPicture[record.imageId].push_back(record);
    const auto author = authorOf(params.set, params.annotator);

    // Not skipped before skipped, in the order of skipping; certain after uncertain; then the draw.
    using Place = std::tuple<std::int64_t, double, double, std::int64_t>;
    std::vector<std::pair<Place, QueuedPicture>> placed;
    for (const auto& image : images) {
        const auto& given = byPicture[image.id];
        if (!belongs(image, given, params) || image.setAside)
            continue;
        const auto* answer = answerOf(given, author, passOf(params.set));
        const bool skipped = answer && answer->answer.kind == AnswerKind::Skipped;
        const auto doubt = params.uncertainty.find(image.id);
        const bool hasDoubt = params.set == LabelSet::Unlabelled && doubt != params.uncertainty.end();
        placed.push_back({{skipped ? answer->number : 0, hasDoubt ? -doubt->second : 1.0,
                           drawOf(params.annotator, orderDraw, image.id), image.id},
                          {image.id, answer ? answer->answer : Answer{}}});
    }
    std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<QueuedPicture> queue;
    for (auto& [place, picture] : placed)
        queue.push_back(std::move(picture));
    return queue;
}

std::size_t nextOpen(const std::vector<QueuedPicture>& queue, std::size_t start)
{
    for (std::size_t step = 0; step < queue.size(); ++step)
        if (const auto place = (start + step) % queue.size(); !queue[place].answer.isGiven())
            return place;
    return queue.size();
}

} // namespace nakama
