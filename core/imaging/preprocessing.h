#pragma once

#include "core/base/result.h"
#include "core/imaging/decode.h"

#include <nlohmann/json_fwd.hpp>
#include <opencv2/core/mat.hpp>

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace nakama
{

/** How an original is shrunk: its shorter side to size with the aspect kept, or straight to size × size. */
struct ResizeRule
{
    enum class Kind { ShorterSide, Square };
    Kind kind = Kind::ShorterSide;
    int size = 232;

    bool operator==(const ResizeRule&) const = default;
    /** "shorter-232" or "square-224"; also names the folder of prepared pictures. */
    std::string name() const;
    /**
     * Width and height after the rule; the longer side is cut to an integer as torchvision's Resize does, but
     * is at most 20 times the shorter: a 1 × 10,000 picture must not become one of 232 × 2,320,000.
     */
    cv::Size apply(cv::Size original) const;
};

/**
 * Everything between a decoded picture and a model's input. One value, used by preparing, training,
 * evaluation, prediction and export; its hash is stored in every checkpoint.
 */
struct Preprocessing
{
    ResizeRule resize;
    int crop = 224; ///< side of the square that the model sees
    std::array<float, 3> mean{0.485f, 0.456f, 0.406f};
    std::array<float, 3> std{0.229f, 0.224f, 0.225f};

    bool operator==(const Preprocessing&) const = default;
    /** The same preprocessing for another input size: the resize keeps its ratio to the crop. */
    Preprocessing scaledTo(int crop) const;
    /** First 16 hex digits of the SHA-256 of the canonical JSON. */
    std::string hash() const;
};

void to_json(nlohmann::json& json, const Preprocessing& preprocessing);
/** Throws nlohmann::json::exception where a field is missing or wrong; caught where the file is read. */
void from_json(const nlohmann::json& json, Preprocessing& preprocessing);

/** Shrinks an original by the rule: what is stored in prepared/. A picture already of that size is returned
 * as is. */
cv::Mat shrink(const cv::Mat& rgb, const ResizeRule& rule);

/**
 * Decodes and shrinks in one go: the one way from an original to what the model is fed, used for the cache
 * and past it. A JPEG four times larger than wanted is decoded at reduced scale, which is faster and keeps
 * over 40 dB PSNR to shrink(decodeImage(…)) on drawings and photographs; everything else equals that to the
 * bit. Errors as decodeImage.
 */
Result<cv::Mat> decodeShrunk(std::span<const std::byte> bytes, std::string_view name, const ResizeRule& rule,
                             const DecodeLimits& limits = {});

/** The same for a file. Also NotFound, Io. */
Result<cv::Mat> decodeShrunkFile(const std::filesystem::path& path, const ResizeRule& rule);

/** crop × crop RGB 8-bit picture for evaluation, from a shrunk picture. */
cv::Mat evaluationCrop(const cv::Mat& shrunk, const Preprocessing& preprocessing);

/**
 * What of a picture is in its evaluation crop, in shares of its width and height; beyond 0…1 where the crop
 * is padded.
 */
cv::Rect2d evaluationArea(cv::Size picture, const Preprocessing& preprocessing);

/** Writes (v/255 − mean)/std of an RGB 8-bit picture as planes R, G, B; out holds 3·rows·cols floats. */
void normaliseInto(const cv::Mat& rgb, const Preprocessing& preprocessing, float* out);

} // namespace nakama
