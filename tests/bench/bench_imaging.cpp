#include "core/augment/augment.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/imaging/preprocessing.h"

#include <benchmark/benchmark.h>
#include <opencv2/imgproc.hpp>

#include <vector>

using namespace nakama;

namespace
{

/** A picture with soft areas and hard edges, as drawings have: noise alone would favour no codec's fast path.
 */
cv::Mat drawing(int width, int height)
{
    cv::Mat picture(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.at<cv::Vec3b>(y, x) =
                cv::Vec3b(static_cast<uchar>(255 * x / width), 160, static_cast<uchar>(255 * y / height));
    for (int i = 0; i < 40; ++i)
        cv::circle(picture, {(i * 337) % width, (i * 211) % height}, height / 12,
                   {40.0 + 5 * i, 90, 200.0 - 4 * i}, i % 2 ? cv::FILLED : 3, cv::LINE_AA);
    return picture;
}

void decodeJpeg(benchmark::State& state)
{
    const auto jpeg =
        encodeJpeg(drawing(static_cast<int>(state.range(0)), static_cast<int>(state.range(0)) * 3 / 4))
            .value();
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeImage(jpeg, "bench"));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decodeJpeg)->Arg(310)->Arg(2400)->Unit(benchmark::kMillisecond);

void decodePng(benchmark::State& state)
{
    const auto png = encodePng(drawing(310, 232)).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(decodeImage(png, "bench"));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(decodePng)->Unit(benchmark::kMillisecond);

void shrinkTo232(benchmark::State& state)
{
    const auto picture = drawing(2400, 1800);
    for (auto _ : state)
        benchmark::DoNotOptimize(shrink(picture, ResizeRule{}));
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(shrinkTo232)->Unit(benchmark::kMillisecond);

void augmentTo224(benchmark::State& state)
{
    const auto picture = drawing(310, 232);
    const Preprocessing preprocessing;
    std::vector<float> tensor(3 * 224 * 224);
    std::uint64_t index = 0;
    for (auto _ : state) {
        RandomStream random(1, RandomPurpose::Augment, 0, index++);
        augmentInto(picture, preprocessing, AugmentParams::recipe(), random, tensor.data());
        benchmark::DoNotOptimize(tensor.data());
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(augmentTo224)->Unit(benchmark::kMicrosecond);

} // namespace
