#include "core/curate/split.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

namespace nakama
{

namespace
{

tl::unexpected<Error> refuse(const std::string& text, const std::string& reason)
{
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("'{}' {}; write three shares for train, val and test, such as 70/15/15", text, reason),
        "ratios");
}

} // namespace

Result<SplitParams> parseSplitRatios(const std::string& text)
{
    std::array<double, 3> shares{};
    const char* position = text.data();
    const char* const end = position + text.size();
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (i > 0 && (position == end || *position++ != '/'))
            return refuse(text, "has too few parts");
        const auto [next, status] = std::from_chars(position, end, shares[i], std::chars_format::fixed);
        if (status != std::errc() || !std::isfinite(shares[i]) || shares[i] < 0)
            return refuse(text, "has a part that is no share");
        position = next;
    }
    if (position != end)
        return refuse(text, "has something after its third share");
    const double sum = shares[0] + shares[1] + shares[2];
    if (!(shares[0] > 0) || !std::isfinite(sum))
        return refuse(text, "leaves nothing to train on");
    return SplitParams{shares[0] / sum, shares[1] / sum, shares[2] / sum, SplitParams{}.seed};
}

} // namespace nakama
