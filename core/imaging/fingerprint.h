#pragma once

#include "core/base/result.h"
#include "core/imaging/decode.h"
#include "core/imaging/symmetry_hash.h"

#include <opencv2/core/mat.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace nakama
{

/** What is left of an axis after cutting these shares off its two ends. */
struct AxisWindow
{
    double begin = 0;
    double end = 0;
    double kept() const { return 1 - begin - end; }
};

/**
 * What a picture looks like, in 1240 bytes: a pure function of its decoded pixels, the same for a picture
 * that was resized, and nearly so for one that was compressed again. Copies of it are found by
 * matchFingerprints().
 */
struct Fingerprint
{
    /** To be raised with every change to how one is made. */
    static constexpr int version = 1;
    static constexpr int side = 24;
    /** Each end of each axis is cut by 0, 5 or 10 %. */
    static constexpr std::size_t axisWindows = 9;

    std::array<std::uint8_t, std::size_t{side} * side>
        thumbnail{}; ///< luma of the whole, stretched to a square
    /** The whole picture first, then what it would be if it were cropped: y window · axisWindows + x window.
     */
    std::array<SymmetryHash, axisWindows * axisWindows> hashes{};
    std::uint64_t pixels = 0; ///< a hash of size and pixels: equal only for the very same picture
    float detail = 0;         ///< strength of what correlates in a match, in grey levels
    float colour = 0;         ///< mean difference of the strongest and the weakest channel, 0…255

    /** A blank page or a plain gradient: there is nothing by which to tell it from others. */
    bool isBlank() const;
    /** Nearly no colour, as after a conversion to greyscale. */
    bool isGreyscale() const;
};

/** The window of an axis, 0…axisWindows − 1; number 0 is the whole. */
AxisWindow axisWindow(std::size_t number);

/** rgb: CV_8UC3, not empty. */
Fingerprint fingerprintOf(const cv::Mat& rgb);

/** The same for a file, decoded at reduced scale where the codec can. Errors as decodeImageFile. */
Result<Fingerprint> fingerprintOfFile(const std::filesystem::path& path);

/** As stored; the bytes stay valid as long as the fingerprint. */
std::span<const std::byte> fingerprintBytes(const Fingerprint& fingerprint);
/** Nothing where these are not the bytes of one. */
std::optional<Fingerprint> fingerprintFromBytes(std::span<const std::byte> bytes);

} // namespace nakama
