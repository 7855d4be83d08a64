#pragma once

#include "core/training/detail/batch_place.h"
#include "core/training/detail/copy_stream.h"
#include "core/training/epoch_feed.h"
#include "core/training/feed.h"
#include "core/training/training.h"

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace nakama
{

/** A batch on the device that learns from it. */
struct DeviceBatch
{
    enum class Holds { Pictures, Features };

    Holds holds = Holds::Pictures;
    torch::Tensor inputs;      ///< (N,3,crop,crop), or (N,D) features, as the model takes them
    torch::Tensor labels;      ///< (N)
    torch::Tensor otherLabels; ///< (N), of what is mixed in; labels where nothing is
    double share = 1;          ///< how much of each picture is its own

    std::int64_t size() const { return inputs.defined() ? inputs.size(0) : 0; }
};

/** A GPU normalises, erases and mixes on its own, from a quarter of the bytes; the processor's loader threads
 * do it while they have the tile at hand. */
TileForm tileFormFor(torch::Device device);

/**
 * Brings batches to a device as the model takes them. What loader threads have left as bytes is normalised,
 * erased and mixed there, as augmentInto() and applyMix() do it, to rounding; only erasing's noise is drawn
 * otherwise, from the device's generator, which is seeded anew for each batch.
 */
class DeviceInput
{
public:
    /** config.compute is as computeOn() gives it for the device. */
    DeviceInput(const TrainingConfig& config, torch::Device device);

    /**
     * Nothing is waited for, so the batch must stay as it is until finishCopies(); on the processor, as long
     * as the result is used. Throws c10::Error.
     */
    DeviceBatch bring(const Batch& batch, const BatchPlace& place) const;
    void finishCopies() const { m_copies.finish(); }

    /** Pictures (N,3,H,W) in the layout that the model takes; features (N,D) as they are. */
    torch::Tensor laidOut(const torch::Tensor& inputs) const;

private:
    torch::Tensor picturesOf(const Batch& batch, const BatchPlace& place) const;
    torch::Tensor normalised(const torch::Tensor& bytes) const;
    void erase(const torch::Tensor& pictures, const std::vector<cv::Rect>& holes,
               const BatchPlace& place) const;
    torch::Generator noiseOf(const BatchPlace& place) const;

    torch::Device m_device;
    CopyStream m_copies;
    std::int64_t m_crop;
    torch::MemoryFormat m_format;
    RandomErasingParams m_erasing;
    std::uint64_t m_seed;
    torch::Tensor m_mean; ///< (3,1,1), on the device
    torch::Tensor m_std;
};

} // namespace nakama
