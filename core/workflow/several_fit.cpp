#include "core/workflow/several_fit.h"

#include "core/base/random.h"
#include "core/workflow/picture_halves.h"

#include <algorithm>
#include <set>

namespace nakama
{

namespace
{

// Each is asked about five times, once a checkpoint; more would keep a slow model for long.
constexpr std::size_t mostSingles = 80;
constexpr std::size_t mostPairs = 40;
constexpr std::size_t pairsOfAPicture = 2; ///< more of few pictures would tell the same again
constexpr std::uint64_t seed = 1;

std::size_t pairsOf(const std::vector<LabelledPicture>& pictures)
{
    return std::min(mostPairs, pairsOfAPicture * pictures.size());
}

/** Calibrated. */
Result<std::vector<double>> probabilitiesOf(Classifier& classifier, const cv::Mat& rgb, double temperature)
{
    Prediction prediction;
    NAKAMA_TRY(prediction.logits, classifier.logits(rgb));
    for (auto& logit : prediction.logits)
        logit = static_cast<float>(logit / temperature);
    return prediction.probabilities();
}

/** Asks a model about pictures and pairs of them; what cannot be read is left out. */
class Asker
{
public:
    Asker(Classifier& classifier, double temperature, JobContext& context, std::int64_t total)
        : m_classifier(classifier), m_temperature(temperature), m_context(context), m_total(total)
    {
    }

    /** rule: not null where halves that change nothing need not be asked. */
    Result<std::optional<SeveralScores>> ask(const cv::Mat& shrunk, const SeveralRule* rule)
    {
        NAKAMA_TRY(const auto whole, probabilitiesOf(m_classifier, shrunk, m_temperature));
        return askHalves(m_classifier, shrunk, whole, m_temperature, rule);
    }

    /** One score, or nothing, for each picture that can be read. */
    Result<std::vector<std::optional<SeveralScores>>> singles(const std::vector<LabelledPicture>& pictures,
                                                              const SeveralRule* rule)
    {
        std::vector<std::optional<SeveralScores>> scores;
        for (const auto& picture : pictures) {
            NAKAMA_CHECK(step());
            const auto shrunk = decodeShrunkFile(picture.file, resize());
            if (!shrunk)
                continue;
            NAKAMA_TRY(scores.emplace_back(), ask(*shrunk, rule));
        }
        return scores;
    }

    struct Pair
    {
        std::optional<SeveralScores> scores;
        std::set<int> labels;
    };

    /** Of pictures of two classes each, by turns side by side and one above the other. */
    Result<std::vector<Pair>> pairs(const std::vector<LabelledPicture>& pictures, const SeveralRule* rule)
    {
        std::vector<Pair> pairs;
        RandomStream random(seed, RandomPurpose::Sampling);
        const auto any = [&]() -> const LabelledPicture& {
            return pictures[random.below(static_cast<std::uint32_t>(pictures.size()))];
        };
        const auto rules = resize();
        const ResizeRule keepingAspect{ResizeRule::Kind::ShorterSide, rules.size};
        for (std::size_t i = 0; i < pairsOf(pictures); ++i) {
            NAKAMA_CHECK(step());
            const auto& first = any();
            const auto* second = &any();
            while (second->label == first.label)
                second = &any();
            const auto a = decodeShrunkFile(first.file, keepingAspect);
            const auto b = decodeShrunkFile(second->file, keepingAspect);
            if (!a || !b)
                continue;
            const auto whole = joined(*a, *b, i % 2 == 0 ? Joint::SideBySide : Joint::OneAboveTheOther);
            Pair pair{{}, {first.label, second->label}};
            NAKAMA_TRY(pair.scores, ask(shrink(whole, rules), rule));
            pairs.push_back(std::move(pair));
        }
        return pairs;
    }

private:
    ResizeRule resize() const { return m_classifier.info().preprocessing.resize; }

    Result<void> step()
    {
        m_context.progress(std::min(m_done++, m_total), m_total, "looking for several characters");
        return m_context.checkpoint();
    }

    Classifier& m_classifier;
    double m_temperature;
    JobContext& m_context;
    std::int64_t m_total;
    std::int64_t m_done = 0;
};

bool hasTwoClasses(const std::vector<LabelledPicture>& pictures)
{
    return std::ranges::any_of(pictures, [&](const auto& p) { return p.label != pictures.front().label; });
}

/** Evenly from all of them, in their order. */
std::vector<LabelledPicture> sampleOf(const std::vector<LabelledPicture>& pictures)
{
    const auto count = std::min(pictures.size(), mostSingles);
    std::vector<LabelledPicture> sample;
    for (std::size_t i = 0; i < count; ++i)
        sample.push_back(pictures[i * pictures.size() / count]);
    return sample;
}

std::vector<SeveralScores> scoresIn(const std::vector<std::optional<SeveralScores>>& asked)
{
    std::vector<SeveralScores> scores;
    for (const auto& one : asked)
        if (one)
            scores.push_back(*one);
    return scores;
}

Share calledOf(const std::vector<std::optional<SeveralScores>>& asked, const SeveralRule& rule)
{
    return {std::ranges::count_if(asked, [&](const auto& s) { return s && rule.calls(*s); }),
            std::ssize(asked)};
}

/** Every other one, from the first or the second on. */
std::vector<LabelledPicture> everyOther(const std::vector<LabelledPicture>& pictures, std::size_t first)
{
    std::vector<LabelledPicture> some;
    for (auto i = first; i < pictures.size(); i += 2)
        some.push_back(pictures[i]);
    return some;
}

Result<void> measure(SeveralRule& rule, Asker& asker, const std::vector<LabelledPicture>& test,
                     const std::vector<LabelledPicture>& marked)
{
    NAKAMA_TRY(const auto singles, asker.singles(test, &rule));
    rule.singles = calledOf(singles, rule);
    if (hasTwoClasses(test)) {
        NAKAMA_TRY(const auto pairs, asker.pairs(test, &rule));
        for (const auto& pair : pairs) {
            const bool called = pair.scores && rule.calls(*pair.scores);
            ++rule.pairs.n;
            rule.pairs.count += called ? 1 : 0;
            rule.named.n += called ? 1 : 0;
            if (called) {
                const auto& classes = pair.scores->classes;
                rule.named.count += std::set<int>(classes.begin(), classes.end()) == pair.labels ? 1 : 0;
            }
        }
    }
    NAKAMA_TRY(const auto people, asker.singles(marked, &rule));
    rule.marked = calledOf(people, rule);
    return {};
}

} // namespace

Result<std::optional<SeveralScores>> askHalves(Classifier& classifier, const cv::Mat& shrunk,
                                               const std::vector<double>& whole, double temperature,
                                               const SeveralRule* rule)
{
    if (rule != nullptr && !rule->mayCall(logOddsOf(std::ranges::max(whole))))
        return std::nullopt;
    std::array<std::vector<double>, 4> said;
    const auto halves = halvesOf(shrunk);
    for (std::size_t i = 0; i < halves.size(); ++i) {
        NAKAMA_TRY(said[i], probabilitiesOf(classifier, halves[i], temperature));
    }
    return severalScores(whole, said);
}

Result<std::optional<SeveralRule>> fitSeveral(Classifier& classifier, double temperature,
                                              const SeveralPictures& pictures, JobContext& context)
{
    if (pictures.validation.empty() || !hasTwoClasses(pictures.validation))
        return std::nullopt;
    const auto validation = sampleOf(pictures.validation);
    const auto test = sampleOf(pictures.test);
    const auto marked = sampleOf(pictures.marked);
    Asker asker(classifier, temperature, context,
                std::ssize(validation) + std::ssize(test) + std::ssize(marked) +
                    static_cast<std::int64_t>(pairsOf(validation) + pairsOf(test)));
    NAKAMA_TRY(const auto single, asker.singles(validation, nullptr));
    NAKAMA_TRY(const auto pairs, asker.pairs(validation, nullptr));
    NAKAMA_TRY(const auto people, asker.singles(everyOther(marked, 0), nullptr));
    auto several = scoresIn(people);
    for (const auto& pair : pairs)
        if (pair.scores)
            several.push_back(*pair.scores);
    const auto alone = scoresIn(single);
    if (alone.empty() || several.empty())
        return std::nullopt;
    SeveralRule rule;
    rule.fit(alone, several);
    if (!test.empty())
        NAKAMA_CHECK(measure(rule, asker, test, everyOther(marked, 1)));
    return rule;
}

} // namespace nakama
