#include "core/imaging/fingerprint_match.h"

#include "core/imaging/grey_patch.h"

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::size_t side = Fingerprint::side;

// Chosen on drawn pictures whose copies were looked at, see docs/duplicates.md.
constexpr double leastLikeness = 0.96;
constexpr double leastSimilarity = 0.90;
/** Below this before the window is fitted, no fitting makes a copy of it. */
constexpr double hopeless = 0.60;
constexpr double plainPreference = 0.02;
constexpr double mostCut = 0.13;
constexpr double mostAround = -0.02; ///< for a picture that was rounded to whole pixels when it was resized

/** A way in which one might be the copy of the other. */
struct Guess
{
    Symmetry symmetry;
    std::size_t window = 0;
    int distance = 64;
};

/** The thumbnail with a symmetry undone. */
GreyPatch undone(const Fingerprint& copy, const Symmetry& symmetry)
{
    GreyPatch grey = patchOf(copy);
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x) {
            auto from = symmetry.transposed ? std::pair(y, x) : std::pair(x, y);
            if (symmetry.mirroredX)
                from.first = side - 1 - from.first;
            if (symmetry.mirroredY)
                from.second = side - 1 - from.second;
            const auto value = static_cast<float>(copy.thumbnail[from.second * side + from.first]);
            grey.at(x, y) = symmetry.inverted ? 255 - value : value;
        }
    return grey;
}

/** Which of the picture's pixels lie in a window, and where each of them lies in the copy. */
struct AxisSamples
{
    std::size_t begin = 0; ///< the first pixel within
    std::size_t count = 0;
    std::array<std::size_t, side> left; ///< pixel of the copy before the place
    std::array<float, side> share;      ///< of the pixel after it

    explicit AxisSamples(const AxisWindow& window)
    {
        for (std::size_t i = 0; i < side; ++i) {
            const double place = ((static_cast<double>(i) + 0.5) / side - window.begin) / window.kept();
            if (place < 0 || place > 1) {
                begin = count == 0 ? i + 1 : begin;
                continue;
            }
            const double pixel = std::clamp(place * side - 0.5, 0.0, side - 1.0);
            left[count] = std::min(static_cast<std::size_t>(pixel), side - 2);
            share[count] = static_cast<float>(pixel - static_cast<double>(left[count]));
            ++count;
        }
    }
};

/** What both show, pixel by pixel of the picture: the copy, which shows it larger, is the one that is shrunk.
 */
std::pair<GreyPatch, GreyPatch> overlap(const GreyPatch& picture, const GreyPatch& copy,
                                        const AxisWindow& xWindow, const AxisWindow& yWindow)
{
    const AxisSamples xs(xWindow), ys(yWindow);
    std::pair<GreyPatch, GreyPatch> both;
    auto& [shown, wanted] = both;
    shown.width = wanted.width = xs.count;
    shown.height = wanted.height = ys.count;
    for (std::size_t y = 0; y < ys.count; ++y) {
        const float* above = &copy.values[ys.left[y] * side];
        std::array<float, side> line;
        for (std::size_t x = 0; x < side; ++x)
            line[x] = above[x] + ys.share[y] * (above[x + side] - above[x]);
        for (std::size_t x = 0; x < xs.count; ++x) {
            wanted.at(x, y) = line[xs.left[x]] + xs.share[x] * (line[xs.left[x] + 1] - line[xs.left[x]]);
            shown.at(x, y) = picture.at(xs.begin + x, ys.begin + y);
        }
    }
    return both;
}

/** Fits the four ends of the window, by ever smaller steps. */
class WindowFit
{
public:
    WindowFit(const GreyPatch& picture, const GreyPatch& copy, const Guess& guess)
        : m_picture(picture), m_copy(copy), m_x(axisWindow(guess.window % Fingerprint::axisWindows)),
          m_y(axisWindow(guess.window / Fingerprint::axisWindows)), m_likeness(fittedLikeness())
    {
    }

    void run()
    {
        for (const double step : {0.02, 0.01})
            for (int round = 0; round < 3 && improve(step); ++round)
                continue;
    }

    const AxisWindow& x() const { return m_x; }
    const AxisWindow& y() const { return m_y; }
    double likeness() const { return m_likeness; }
    double detailLikeness() const
    {
        const auto [shown, wanted] = overlap(m_picture, m_copy, m_x, m_y);
        return correlation(highPass(shown), highPass(wanted));
    }

private:
    double fittedLikeness() const
    {
        const auto [shown, wanted] = overlap(m_picture, m_copy, m_x, m_y);
        return correlation(shown, wanted);
    }

    bool improve(double step)
    {
        bool better = false;
        for (double* end : {&m_x.begin, &m_x.end, &m_y.begin, &m_y.end})
            for (const double move : {step, -step}) {
                const double before = *end;
                *end = std::clamp(before + move, mostAround, mostCut);
                const double likeness = fittedLikeness();
                if (likeness > m_likeness) {
                    m_likeness = likeness;
                    better = true;
                    break;
                }
                *end = before;
            }
        return better;
    }

    const GreyPatch& m_picture;
    const GreyPatch& m_copy;
    AxisWindow m_x;
    AxisWindow m_y;
    double m_likeness;
};

std::optional<FingerprintMatch> verify(const Fingerprint& picture, const Fingerprint& copy,
                                       const Guess& guess)
{
    const auto grey = patchOf(picture);
    const auto upright = undone(copy, guess.symmetry);
    WindowFit fit(grey, upright, guess);
    if (fit.likeness() < hopeless)
        return std::nullopt;
    fit.run();
    if (fit.likeness() < leastLikeness)
        return std::nullopt;
    const double similarity = fit.detailLikeness();
    if (similarity < leastSimilarity)
        return std::nullopt;
    return FingerprintMatch{guess.symmetry, fit.x(), fit.y(), fit.likeness(), similarity, guess.distance};
}

} // namespace

std::optional<FingerprintMatch> matchFingerprints(const Fingerprint& picture, const Fingerprint& copy)
{
    if (picture.isBlank() || copy.isBlank())
        return std::nullopt;
    Guess plain, best;
    for (std::size_t window = 0; window < picture.hashes.size(); ++window) {
        const auto hash = picture.hashes[window];
        if (const int distance = plainDistance(hash, copy.hashes[0]); distance < plain.distance)
            plain = {{}, window, distance};
        if (leastDistance(hash, copy.hashes[0]) >= best.distance &&
            leastDistance(transposed(hash), copy.hashes[0]) >= best.distance)
            continue;
        if (const auto closest = closestSymmetry(hash, copy.hashes[0]); closest.bits < best.distance)
            best = {closest.symmetry, window, closest.bits};
    }
    if (best.distance > maxCopyDistance)
        return std::nullopt;
    auto match = verify(picture, copy, best);
    if (best.symmetry == Symmetry{} || plain.distance > maxCopyDistance)
        return match;
    auto plainMatch = verify(picture, copy, plain);
    const bool preferPlain =
        plainMatch && (!match || plainMatch->similarity >= match->similarity - plainPreference);
    return preferPlain ? plainMatch : match;
}

} // namespace nakama
