#pragma once

#include "core/base/random.h"

#include <opencv2/core/types.hpp>

#include <cstddef>

namespace nakama
{

/**
 * MixUp (Zhang et al., 2018) and CutMix (Yun et al., 2019): a batch mixed with itself, each picture with the
 * one before it. With both on, each batch takes one of them.
 */
struct MixingParams
{
    bool mixUp = false;
    double mixUpAlpha = 0.2; ///< of the Beta distribution that the share is drawn from
    bool cutMix = false;
    double cutMixAlpha = 1.0;

    bool operator==(const MixingParams&) const = default;
    bool enabled() const { return mixUp || cutMix; }
};

/** What was drawn for a batch. */
struct Mix
{
    enum class Kind { None, MixUp, CutMix };

    Kind kind = Kind::None;
    double share = 1;  ///< how much of a picture, and of its label, is its own
    cv::Rect replaced; ///< CutMix: what comes from the picture before
};

/** The stream of a batch's mixing in an epoch; batch counts from 0. */
RandomStream mixingStream(std::uint64_t seed, int epoch, std::size_t batch);

/** size: of the model's input. */
Mix drawMix(const MixingParams& params, cv::Size size, RandomStream& random);

/** Mixes count pictures of 3 × height × width floats in place, the first with the last. */
void applyMix(const Mix& mix, float* pixels, std::size_t count, cv::Size size);

/** A draw from Beta(alpha, alpha), by Jöhnk's rejection; alpha of 0.05 to 4. */
double drawBeta(double alpha, RandomStream& random);

} // namespace nakama
