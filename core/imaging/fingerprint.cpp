#include "core/imaging/fingerprint.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/imaging/grey_patch.h"
#include "core/imaging/resize.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <numbers>
#include <type_traits>
#include <vector>

namespace nakama
{

namespace
{

constexpr int side = Fingerprint::side;
constexpr int frequencies = 8;
constexpr std::array<double, 3> cuts{0, 0.05, 0.10};
/** Compression noise of a white page is below half a grey level; the faintest drawing seen had 3. */
constexpr float leastDetail = 1.5F;
constexpr float mostGrey = 3;
/** A reduced decode still has several pixels for each of the thumbnail. */
constexpr int leastDecodedSide = 4 * side;

/** One axis of the cosine transform of a window, taken from the whole thumbnail: [frequency][pixel]. */
using AxisBasis = std::array<std::array<float, side>, frequencies>;

AxisBasis basisOf(const AxisWindow& window)
{
    constexpr int samples = 64;
    std::array<std::array<double, side>, frequencies> sums{};
    for (int i = 0; i < samples; ++i) {
        const double within = (i + 0.5) / samples;
        const double place =
            std::clamp((window.begin + window.kept() * within) * side - 0.5, 0.0, side - 1.0);
        const auto left = std::min(static_cast<std::size_t>(place), std::size_t{side - 2});
        const double share = place - static_cast<double>(left);
        for (std::size_t frequency = 0; frequency < frequencies; ++frequency) {
            const double wave = std::cos(std::numbers::pi * static_cast<double>(frequency) * within);
            sums[frequency][left] += (1 - share) * wave;
            sums[frequency][left + 1] += share * wave;
        }
    }
    AxisBasis basis{};
    for (std::size_t frequency = 0; frequency < frequencies; ++frequency)
        std::ranges::transform(sums[frequency], basis[frequency].begin(),
                               [](double sum) { return static_cast<float>(sum); });
    return basis;
}

const std::array<AxisBasis, Fingerprint::axisWindows>& bases()
{
    static const auto all = [] {
        std::array<AxisBasis, Fingerprint::axisWindows> made;
        for (std::size_t window = 0; window < made.size(); ++window)
            made[window] = basisOf(axisWindow(window));
        return made;
    }();
    return all;
}

/** Frequencies along x of every row of the thumbnail: [row][frequency]. */
using RowSpectra = std::array<std::array<float, frequencies>, side>;

RowSpectra rowSpectra(const Fingerprint& fingerprint, const AxisBasis& alongX)
{
    RowSpectra spectra{};
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t frequency = 0; frequency < frequencies; ++frequency)
            for (std::size_t x = 0; x < side; ++x)
                spectra[y][frequency] +=
                    alongX[frequency][x] * static_cast<float>(fingerprint.thumbnail[y * side + x]);
    return spectra;
}

SymmetryHash hashOf(const RowSpectra& rows, const AxisBasis& alongY)
{
    SymmetryHash hash = 0;
    for (unsigned fy = 0; fy < frequencies; ++fy) {
        std::array<float, frequencies> line{};
        for (std::size_t y = 0; y < side; ++y)
            for (std::size_t fx = 0; fx < frequencies; ++fx)
                line[fx] += alongY[fy][y] * rows[y][fx];
        for (unsigned fx = 0; fx < frequencies; ++fx)
            if (line[fx] > 0 && fx + fy > 0)
                hash |= SymmetryHash{1} << symmetryHashBit(fx, fy);
    }
    return hash;
}

void hashWindows(Fingerprint& fingerprint)
{
    for (std::size_t x = 0; x < Fingerprint::axisWindows; ++x) {
        const auto rows = rowSpectra(fingerprint, bases()[x]);
        for (std::size_t y = 0; y < Fingerprint::axisWindows; ++y)
            fingerprint.hashes[y * Fingerprint::axisWindows + x] = hashOf(rows, bases()[y]);
    }
}

std::uint64_t pixelHash(const cv::Mat& rgb)
{
    Hasher hasher;
    const std::array<int, 2> size{rgb.cols, rgb.rows};
    hasher.update(std::as_bytes(std::span(size)));
    for (int y = 0; y < rgb.rows; ++y)
        hasher.update(std::as_bytes(std::span(rgb.ptr(y), static_cast<std::size_t>(rgb.cols) * 3)));
    const auto digits = hasher.hexDigest();
    std::uint64_t hash = 0;
    std::from_chars(digits.data(), digits.data() + 16, hash, 16);
    return hash;
}

} // namespace

bool Fingerprint::isBlank() const
{
    return detail < leastDetail;
}

bool Fingerprint::isGreyscale() const
{
    return colour < mostGrey;
}

AxisWindow axisWindow(std::size_t number)
{
    return {cuts.at(number / cuts.size()), cuts.at(number % cuts.size())};
}

Fingerprint fingerprintOf(const cv::Mat& rgb)
{
    Fingerprint fingerprint;
    const cv::Mat small = resizeAntialiased(rgb, side, side);
    float colour = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const auto& pixel = small.at<cv::Vec3b>(y, x);
            const auto [weakest, strongest] = std::minmax({pixel[0], pixel[1], pixel[2]});
            colour += static_cast<float>(strongest - weakest);
            const auto place = static_cast<std::size_t>(y * side + x);
            fingerprint.thumbnail[place] =
                static_cast<std::uint8_t>((299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2] + 500) / 1000);
        }
    fingerprint.colour = colour / static_cast<float>(side * side);
    fingerprint.detail = strength(highPass(patchOf(fingerprint)));
    hashWindows(fingerprint);
    fingerprint.pixels = pixelHash(rgb);
    return fingerprint;
}

Result<Fingerprint> fingerprintOfFile(const std::filesystem::path& path)
{
    NAKAMA_TRY(const auto bytes, readFile(path, DecodeLimits{}.maxFileBytes));
    NAKAMA_TRY(const auto image, decodeImageReduced(bytes, path.string(), leastDecodedSide));
    return fingerprintOf(image.rgb);
}

static_assert(std::is_trivially_copyable_v<Fingerprint> && sizeof(Fingerprint) == 1240);
static_assert(std::endian::native == std::endian::little, "stored fingerprints are little-endian");

std::span<const std::byte> fingerprintBytes(const Fingerprint& fingerprint)
{
    return std::as_bytes(std::span(&fingerprint, 1));
}

std::optional<Fingerprint> fingerprintFromBytes(std::span<const std::byte> bytes)
{
    if (bytes.size() != sizeof(Fingerprint))
        return std::nullopt;
    Fingerprint fingerprint;
    std::memcpy(&fingerprint, bytes.data(), sizeof(Fingerprint));
    return fingerprint;
}

} // namespace nakama
