#include "core/training/detail/device_input.h"

#include "core/training/detail/batch_seeds.h"

namespace nakama
{

namespace
{

torch::Tensor eachChannel(const std::array<float, 3>& values, torch::Device device)
{
    return torch::tensor(torch::ArrayRef<float>(values), torch::kFloat).view({3, 1, 1}).to(device);
}

/** The numbers of a batch as a tensor; LibTorch only reads them. */
template<typename T>
torch::Tensor wrapped(const T* numbers, std::vector<std::int64_t> shape)
{
    return torch::from_blob(const_cast<T*>(numbers), shape, torch::CppTypeToScalarType<T>::value);
}

/** That part of all planes. */
torch::Tensor within(const torch::Tensor& pictures, const cv::Rect& box)
{
    return pictures.narrow(-2, box.y, box.height).narrow(-1, box.x, box.width);
}

/** As applyMix(): each picture with the one before it, the first with the last. */
void mixInPlace(const torch::Tensor& pictures, const Mix& mix)
{
    if (mix.kind == Mix::Kind::MixUp) {
        const auto others = pictures.roll(1, 0);
        pictures.mul_(mix.share).add_(others, 1 - mix.share);
    } else if (mix.kind == Mix::Kind::CutMix) {
        const auto box = within(pictures, mix.replaced);
        box.copy_(box.roll(1, 0));
    }
}

} // namespace

TileForm tileFormFor(torch::Device device)
{
    return device.is_cpu() ? TileForm::Normalised : TileForm::Bytes;
}

DeviceInput::DeviceInput(const TrainingConfig& config, torch::Device device)
    : m_device(device), m_copies(device), m_crop(config.preprocessing.crop),
      m_format(config.compute.layout == MemoryLayout::ChannelsLast ? torch::MemoryFormat::ChannelsLast
                                                                   : torch::MemoryFormat::Contiguous),
      m_erasing(config.augment.erasing), m_seed(config.seed),
      m_mean(eachChannel(config.preprocessing.mean, device)),
      m_std(eachChannel(config.preprocessing.std, device))
{
}

DeviceBatch DeviceInput::bring(const Batch& batch, const BatchPlace& place) const
{
    const auto count = static_cast<std::int64_t>(batch.size());
    if (count == 0)
        return {};
    DeviceBatch there;
    if (batch.holds == Batch::Holds::Features) {
        const auto dimensions = static_cast<std::int64_t>(batch.inputs.size()) / count;
        there.holds = DeviceBatch::Holds::Features;
        there.inputs = m_copies.copy(wrapped(batch.inputs.data(), {count, dimensions}));
    } else {
        there.inputs = picturesOf(batch, place);
    }
    there.labels = m_copies.copy(wrapped(batch.labels.data(), {count}));
    there.otherLabels =
        batch.otherLabels.empty() ? there.labels : m_copies.copy(wrapped(batch.otherLabels.data(), {count}));
    there.share = batch.share;
    return there;
}

torch::Tensor DeviceInput::picturesOf(const Batch& batch, const BatchPlace& place) const
{
    const auto count = static_cast<std::int64_t>(batch.size());
    if (batch.holds == Batch::Holds::Pictures)
        return laidOut(m_copies.copy(wrapped(batch.inputs.data(), {count, 3, m_crop, m_crop})));
    const auto pictures =
        normalised(m_copies.copy(wrapped(batch.tiles.data(), {count, m_crop, m_crop, std::int64_t{3}})));
    erase(pictures, batch.erased, place);
    mixInPlace(pictures, batch.mix);
    return pictures;
}

torch::Tensor DeviceInput::laidOut(const torch::Tensor& inputs) const
{
    return inputs.dim() == 4 ? inputs.contiguous(m_format) : inputs;
}

/** Of (N,H,W,3) bytes, which are in the order of channels-last already. */
torch::Tensor DeviceInput::normalised(const torch::Tensor& bytes) const
{
    return bytes.permute({0, 3, 1, 2})
        .to(torch::kFloat, /*non_blocking=*/false, /*copy=*/true, m_format)
        .div_(255)
        .sub_(m_mean)
        .div_(m_std);
}

void DeviceInput::erase(const torch::Tensor& pictures, const std::vector<cv::Rect>& holes,
                        const BatchPlace& place) const
{
    const bool noise = m_erasing.fill == RandomErasingParams::Fill::Noise;
    const auto generator = noise ? noiseOf(place) : torch::Generator();
    for (std::size_t i = 0; i < holes.size(); ++i) {
        if (holes[i].empty())
            continue;
        const auto hole = within(pictures[static_cast<std::int64_t>(i)], holes[i]);
        if (noise)
            hole.normal_(0, 1, generator);
        else
            hole.fill_(m_erasing.value);
    }
}

/** A generator of its own: the default one is dropout's. */
torch::Generator DeviceInput::noiseOf(const BatchPlace& place) const
{
    auto generator = at::globalContext().defaultGenerator(m_device).clone();
    generator.set_current_seed(noiseSeed(m_seed, place));
    return generator;
}

} // namespace nakama
