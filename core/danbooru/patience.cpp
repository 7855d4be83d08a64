#include "core/danbooru/patience.h"

#include "core/base/random.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace nakama
{

namespace
{

using Kind = Trouble::Kind;

tl::unexpected<Trouble> ofAll(Error error)
{
    return tl::unexpected(Trouble{Kind::OfAll, std::move(error)});
}

} // namespace

Patience::Patience(const ClientParams& params, std::shared_ptr<Pace> pace)
    : m_pace(std::move(pace)), m_attempts(params.attempts), m_firstPause(params.firstPause),
      m_longestPause(params.longestPause),
      m_seed(static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()))
{
}

std::chrono::milliseconds Patience::pauseAfter(const Trouble& trouble, int attempt,
                                               std::uint64_t request) const
{
    RandomStream random(m_seed, RandomPurpose::Backoff, static_cast<std::uint64_t>(attempt), request);
    const auto scaled = [](std::chrono::milliseconds pause, double factor) {
        return std::chrono::milliseconds(
            static_cast<std::int64_t>(static_cast<double>(pause.count()) * factor));
    };
    if (trouble.retryAfter) // never earlier than it asks
        return std::chrono::milliseconds(*trouble.retryAfter) + scaled(m_firstPause, random.uniform(0, 0.25));
    const auto doubled =
        std::min<std::chrono::milliseconds>(m_firstPause * (1LL << std::min(attempt, 20)), m_longestPause);
    return scaled(doubled, random.uniform(0.75, 1.25));
}

tl::expected<void, Trouble> Patience::tryUntilDone(const Attempt& attempt, const JobContext& context)
{
    const auto request = m_requests++;
    for (int done = 0;; ++done) {
        if (auto turn = m_pace->waitForTurn(context); !turn)
            return ofAll(turn.error());
        auto outcome = attempt();
        if (outcome) {
            m_answered = true;
            return outcome;
        }
        auto& trouble = outcome.error();
        const bool answered = m_answered.load() || !trouble.unreachable;
        m_answered = answered;
        if (trouble.kind != Kind::Passing)
            return outcome;
        if (trouble.wrongContent && done > 0) {
            trouble.kind = Kind::Lasting;
            return outcome;
        }
        // A server that never answered is not there; one that did may be back in a moment.
        if (!answered || done + 1 >= m_attempts) {
            if (trouble.unreachable || trouble.tooMany)
                trouble.kind = Kind::OfAll;
            return outcome;
        }
        if (trouble.retryAfter && *trouble.retryAfter > m_longestPause)
            return ofAll({ErrorCode::Io,
                          fmt::format("the server asks to come back in {} minutes; what came is kept, go on "
                                      "then",
                                      std::chrono::ceil<std::chrono::minutes>(*trouble.retryAfter).count()),
                          trouble.error.context});
        const auto pause = pauseAfter(trouble, done, request);
        spdlog::info("{}: {}; trying again in {} ms", trouble.error.context, trouble.error.message,
                     pause.count());
        if (trouble.tooMany || trouble.retryAfter)
            m_pace->hold(pause);
        else if (auto waited = waitFor(pause, context); !waited)
            return ofAll(waited.error());
    }
}

} // namespace nakama
