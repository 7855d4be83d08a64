#pragma once

#include "core/augment/color_jitter.h"
#include "core/augment/mixing.h"
#include "core/augment/operation.h"
#include "core/base/random.h"
#include "core/imaging/preprocessing.h"

#include <nlohmann/json_fwd.hpp>
#include <opencv2/core/mat.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace nakama
{

/** torchvision's RandomResizedCrop: scale is the share of the area, ratio is width / height. */
struct RandomResizedCropParams
{
    bool enabled = true;
    double minScale = 0.8;
    double maxScale = 1.0;
    double minRatio = 3.0 / 4.0;
    double maxRatio = 4.0 / 3.0;

    bool operator==(const RandomResizedCropParams&) const = default;
};

/** torchvision's RandomRotation about the middle: nearest interpolation, black where nothing was. */
struct RotationParams
{
    bool enabled = false;
    double degrees = 15; ///< drawn from −degrees…degrees

    bool operator==(const RotationParams&) const = default;
};

/** torchvision's TrivialAugmentWide: one operation of those in use, at one of equally spaced levels. */
struct TrivialAugmentParams
{
    bool enabled = false;
    int levels = 31;
    std::array<bool, operationCount> uses = everywhere(true);
    std::array<double, operationCount> strengths = everywhere(1.0); ///< each one's strongest level, 0…1

    bool operator==(const TrivialAugmentParams&) const = default;
    template<typename T>
    static std::array<T, operationCount> everywhere(T value)
    {
        std::array<T, operationCount> values;
        values.fill(value);
        return values;
    }
};

/** A Gaussian blur of a drawn width, on some of the tiles. */
struct BlurParams
{
    bool enabled = false;
    double probability = 0.5;
    double minSigma = 0.1; ///< pixels
    double maxSigma = 2.0;

    bool operator==(const BlurParams&) const = default;
};

/** torchvision's RandomErasing, after normalising. */
struct RandomErasingParams
{
    enum class Fill { Noise, Value }; ///< standard normal noise, or one value

    bool enabled = false;
    double probability = 0.25;
    double minScale = 0.02;
    double maxScale = 0.25;
    double minRatio = 0.3;
    double maxRatio = 3.3;
    Fill fill = Fill::Noise;
    float value = 0;

    bool operator==(const RandomErasingParams&) const = default;
};

/** What is done to a training picture, in order. */
struct AugmentParams
{
    RandomResizedCropParams crop;
    bool letterbox = false; ///< the whole picture between black bars, instead of any crop
    double flipProbability = 0.5;
    RotationParams rotation;
    ColorJitterParams jitter;
    TrivialAugmentParams trivial;
    BlurParams blur;
    RandomErasingParams erasing;
    MixingParams mixing; ///< of whole batches, at last

    bool operator==(const AugmentParams&) const = default;
    /** Every operation off: a training picture then equals its evaluation crop. */
    static AugmentParams off();
    /** Every operation on, as the competition's training recipe has them. */
    static AugmentParams recipe();
};

/** Missing fields keep their defaults, unknown ones are passed over: files of other versions can be read. */
void to_json(nlohmann::json& json, const AugmentParams& params);
void from_json(const nlohmann::json& json, AugmentParams& params);

/** A line for people, in English: "crop to 80–100 %, flip 50 %, TrivialAugment (14 operations)", or "off". */
std::string summaryOf(const AugmentParams& params);

/** What was drawn for one tile. */
struct TileDescription
{
    cv::Rect crop; ///< in the shrunk picture; empty where the centre or the whole was taken
    bool flipped = false;
    double rotation = 0; ///< degrees
    std::optional<ColorJitter> jitter;
    Operation operation = Operation::Identity;
    double magnitude = 0;
    double blur = 0;                ///< sigma, 0 for none
    std::optional<cv::Rect> erased; ///< in the tile
};

/** For answers of programs; what was not drawn is left out. */
void to_json(nlohmann::json& json, const TileDescription& drawn);

struct Tile
{
    cv::Mat rgb;
    TileDescription description;
};

/** The region that RandomResizedCrop cuts: ten tries, else the largest central crop within the ratio bounds.
 */
cv::Rect drawCrop(cv::Size picture, const RandomResizedCropParams& params, RandomStream& random);

/**
 * The stream of a picture in an epoch of a training with this seed, sha256: of the original. What training
 * draws and what a preview replays.
 */
RandomStream tileStream(std::uint64_t seed, int epoch, const std::string& sha256);

/**
 * One training tile, size × size RGB 8-bit, from a shrunk picture: everything before normalising; what is to
 * be erased after it is drawn last. The order of draws is fixed, so the same stream gives the same tile. With
 * the crop off, the centre crop of evaluation is taken.
 */
Tile augmentTile(const cv::Mat& shrunk, int size, const AugmentParams& params, RandomStream& random);

/**
 * The whole recipe of one picture: augmentTile, normaliseInto, erasing. out holds 3 · crop · crop floats,
 * planes R, G, B: what training gets, and what a preview must show.
 */
TileDescription augmentInto(const cv::Mat& shrunk, const Preprocessing& preprocessing,
                            const AugmentParams& params, RandomStream& random, float* out);

} // namespace nakama
