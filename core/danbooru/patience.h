#pragma once

#include "core/danbooru/client.h"
#include "core/danbooru/trouble.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>

namespace nakama
{

/**
 * Tries requests of one kind again as the server wishes: not at all where it would not help, after
 * Retry-After, or after pauses that double, with jitter, so that many clients do not come back together.
 * Shared by all threads that send such requests.
 */
class Patience
{
public:
    using Attempt = std::function<tl::expected<void, Trouble>()>;

    Patience(const ClientParams& params, std::shared_ptr<Pace> pace);

    /** The last trouble where no attempt succeeds; one that is not of this request alone becomes OfAll. */
    tl::expected<void, Trouble> tryUntilDone(const Attempt& attempt, const JobContext& context);

private:
    std::chrono::milliseconds pauseAfter(const Trouble& trouble, int attempt, std::uint64_t request) const;

    std::shared_ptr<Pace> m_pace;
    int m_attempts;
    std::chrono::milliseconds m_firstPause;
    std::chrono::milliseconds m_longestPause;
    std::uint64_t m_seed;
    std::atomic<std::uint64_t> m_requests{0};
    std::atomic<bool> m_answered{false}; ///< the server was reached before
};

} // namespace nakama
