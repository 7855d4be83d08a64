#include "core/base/job.h"
#include "core/base/random.h"
#include "core/curate/copy_groups.h"
#include "core/sample/painter.h"

#include <benchmark/benchmark.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <sys/resource.h>

#include <algorithm>

using namespace nakama;

namespace
{

constexpr int thumbnailSide = 64;

/** Small painted figures to make the others from; noise would have none of the likeness that drawings have.
 */
const std::vector<cv::Mat>& figures()
{
    static const auto painted = [] {
        std::vector<cv::Mat> made;
        for (int index = 0; index < 40; ++index)
            for (int character = 0; character < std::ssize(sampleCharacters()); ++character)
                made.push_back(paintSample(character, index, 1, thumbnailSide));
        return made;
    }();
    return painted;
}

/** Some part of some figure, turned by any angle. */
cv::Mat part(RandomStream& random, cv::Size size)
{
    const auto& figure = figures()[random.below(static_cast<std::uint32_t>(figures().size()))];
    const cv::Point2d centre(random.uniform(0.3, 0.7) * figure.cols, random.uniform(0.3, 0.7) * figure.rows);
    cv::Mat turn = cv::getRotationMatrix2D(centre, random.uniform(-180, 180), random.uniform(0.8, 2.5));
    turn.at<double>(0, 2) += size.width / 2.0 - centre.x;
    turn.at<double>(1, 2) += size.height / 2.0 - centre.y;
    cv::Mat result;
    cv::warpAffine(figure, result, turn, size, cv::INTER_LINEAR, cv::BORDER_REFLECT);
    return result;
}

/** One part of a figure before another: as many unlike pictures as wanted, with the areas and edges of
 * drawings. */
cv::Mat drawing(std::uint64_t number)
{
    RandomStream random(3, RandomPurpose::Painting, 1, number);
    cv::Mat picture = part(random, {thumbnailSide, thumbnailSide});
    const cv::Size size(static_cast<int>(random.uniform(0.3, 0.7) * thumbnailSide),
                        static_cast<int>(random.uniform(0.3, 0.7) * thumbnailSide));
    const cv::Point place(
        static_cast<int>(random.below(static_cast<std::uint32_t>(thumbnailSide - size.width))),
        static_cast<int>(random.below(static_cast<std::uint32_t>(thumbnailSide - size.height))));
    part(random, size).copyTo(picture(cv::Rect(place, size)));
    return picture;
}

/** Cropped by up to 10 % a side, and every second one mirrored and inverted. */
cv::Mat copyOf(const cv::Mat& rgb, std::uint64_t number)
{
    RandomStream random(4, RandomPurpose::Painting, 2, number);
    const auto cut = [&](int length) { return static_cast<int>(random.uniform(0, 0.1) * length); };
    const int x = cut(rgb.cols), y = cut(rgb.rows);
    cv::Mat copy = rgb({x, y, rgb.cols - x - cut(rgb.cols), rgb.rows - y - cut(rgb.rows)}).clone();
    if (number % 2 == 0)
        return copy;
    cv::flip(copy, copy, 1);
    return cv::Scalar::all(255) - copy;
}

/** Of 10 pictures, one is a copy of the one before. */
std::vector<CopyItem> itemsWithCopies(std::int64_t count)
{
    std::vector<CopyItem> items;
    items.reserve(static_cast<std::size_t>(count));
    for (std::int64_t id = 0; id < count; ++id) {
        const bool isCopy = id % 10 == 9;
        auto picture = drawing(static_cast<std::uint64_t>(isCopy ? id - 1 : id));
        if (isCopy)
            picture = copyOf(picture, static_cast<std::uint64_t>(id));
        items.push_back({id, picture.cols, picture.rows, 0, Pool::Pool, true, false, fingerprintOf(picture)});
    }
    return items;
}

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

void groupCopies(benchmark::State& state)
{
    const auto items = itemsWithCopies(state.range(0));
    std::vector<CopyRecord> records;
    for (auto _ : state) {
        JobContext context;
        records = findCopies(items, {}, context).value();
    }
    std::int64_t right = 0;
    for (const auto& record : records)
        right += record.inGroup && record.imageId / 10 == record.copyOf / 10 ? 1 : 0;
    state.counters["found"] = static_cast<double>(right) / static_cast<double>(state.range(0) / 10);
    state.counters["wrong"] = static_cast<double>(std::ssize(records) - right);
    state.counters["peak_MB"] = peakMegabytes();
}
BENCHMARK(groupCopies)->Arg(10'000)->Arg(100'000)->Iterations(1)->Unit(benchmark::kSecond);

void fingerprintOfPicture(benchmark::State& state)
{
    const auto picture = paintSample(0, 0, 1, 512);
    for (auto _ : state)
        benchmark::DoNotOptimize(fingerprintOf(picture));
}
BENCHMARK(fingerprintOfPicture)->Unit(benchmark::kMillisecond);

} // namespace
