// How many copies are found, and how many pictures are called copies that are none: painted figures, or the
// pictures of the folders given, each changed in one way at a time and searched for among all. Prints one
// line a change.

#include "core/base/job.h"
#include "core/base/random.h"
#include "core/curate/copy_groups.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/sample/painter.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <map>

using namespace nakama;

namespace
{

using Change = std::function<cv::Mat(const cv::Mat&, RandomStream&)>;

cv::Mat cropped(const cv::Mat& rgb, double left, double right, double top, double bottom)
{
    const auto part = [](double share, int length) { return static_cast<int>(std::lround(share * length)); };
    const int x = part(left, rgb.cols), y = part(top, rgb.rows);
    return rgb({x, y, rgb.cols - x - part(right, rgb.cols), rgb.rows - y - part(bottom, rgb.rows)}).clone();
}

cv::Mat randomlyCropped(const cv::Mat& rgb, RandomStream& random)
{
    const auto cut = [&] { return random.uniform(0, 0.10); };
    const double left = cut(), right = cut(), top = cut(), bottom = cut();
    return cropped(rgb, left, right, top, bottom);
}

cv::Mat scaled(const cv::Mat& rgb, double x, double y)
{
    cv::Mat result;
    cv::resize(rgb, result,
               {std::max(24, static_cast<int>(rgb.cols * x)), std::max(24, static_cast<int>(rgb.rows * y))},
               0, 0, cv::INTER_AREA);
    return result;
}

cv::Mat compressed(const cv::Mat& rgb, int quality)
{
    return decodeImage(encodeJpeg(rgb, quality).value(), "copy").value();
}

cv::Mat turned(const cv::Mat& rgb, cv::RotateFlags turn)
{
    cv::Mat result;
    cv::rotate(rgb, result, turn);
    return result;
}

cv::Mat flipped(const cv::Mat& rgb, int axis)
{
    cv::Mat result;
    cv::flip(rgb, result, axis);
    return result;
}

cv::Mat inverted(const cv::Mat& rgb)
{
    return cv::Scalar::all(255) - rgb;
}

cv::Mat grey(const cv::Mat& rgb)
{
    cv::Mat single, result;
    cv::cvtColor(rgb, single, cv::COLOR_RGB2GRAY);
    cv::cvtColor(single, result, cv::COLOR_GRAY2RGB);
    return result;
}

const std::vector<std::pair<std::string, Change>>& changes()
{
    static const std::vector<std::pair<std::string, Change>> all{
        {"half the size", [](const auto& rgb, auto&) { return scaled(rgb, 0.5, 0.5); }},
        {"squeezed to 3/4 width", [](const auto& rgb, auto&) { return scaled(rgb, 0.75, 1); }},
        {"JPEG quality 30", [](const auto& rgb, auto&) { return compressed(rgb, 30); }},
        {"5 % off each side", [](const auto& rgb, auto&) { return cropped(rgb, .05, .05, .05, .05); }},
        {"10 % off each side", [](const auto& rgb, auto&) { return cropped(rgb, .1, .1, .1, .1); }},
        {"10 % off one side", [](const auto& rgb, auto&) { return cropped(rgb, .1, 0, 0, 0); }},
        {"0-10 % off each side", [](const auto& rgb, auto& random) { return randomlyCropped(rgb, random); }},
        {"mirrored", [](const auto& rgb, auto&) { return flipped(rgb, 1); }},
        {"mirrored top to bottom", [](const auto& rgb, auto&) { return flipped(rgb, 0); }},
        {"turned by 90", [](const auto& rgb, auto&) { return turned(rgb, cv::ROTATE_90_CLOCKWISE); }},
        {"turned by 180", [](const auto& rgb, auto&) { return turned(rgb, cv::ROTATE_180); }},
        {"turned by 270", [](const auto& rgb, auto&) { return turned(rgb, cv::ROTATE_90_COUNTERCLOCKWISE); }},
        {"inverted", [](const auto& rgb, auto&) { return inverted(rgb); }},
        {"greyscale", [](const auto& rgb, auto&) { return grey(rgb); }},
        {"cropped, turned, inverted, JPEG 50",
         [](const auto& rgb, auto& random) {
             return compressed(inverted(turned(randomlyCropped(rgb, random), cv::ROTATE_90_CLOCKWISE)), 50);
         }},
        {"cropped, mirrored, grey, half",
         [](const auto& rgb, auto& random) {
             return scaled(grey(flipped(randomlyCropped(rgb, random), 1)), 0.5, 0.5);
         }},
    };
    return all;
}

std::vector<cv::Mat> paintedFigures()
{
    std::vector<cv::Mat> pictures;
    const auto& characters = sampleCharacters();
    for (int index = 0; index < 30; ++index)
        for (int character = 0; character < std::ssize(characters); ++character)
            pictures.push_back(paintSample(character, index, 1));
    return pictures;
}

std::vector<cv::Mat> picturesBelow(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::ranges::sort(files);
    std::vector<cv::Mat> pictures;
    for (const auto& file : files)
        if (auto rgb = decodeImageFile(file))
            pictures.push_back(std::move(*rgb));
    return pictures;
}

CopyItem itemOf(const cv::Mat& rgb, std::int64_t id)
{
    return {id, rgb.cols, rgb.rows, 0, Pool::Pool, true, false, fingerprintOf(rgb)};
}

std::vector<CopyRecord> search(const std::vector<CopyItem>& items)
{
    JobContext context;
    return findCopies(items, {}, context).value();
}

void measure(const std::string& name, const std::vector<cv::Mat>& pictures)
{
    std::vector<CopyItem> originals;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        originals.push_back(itemOf(pictures[i], static_cast<std::int64_t>(i)));
    const auto count = static_cast<std::int64_t>(pictures.size());
    std::int64_t before = 0;
    std::map<std::int64_t, std::int64_t> groupBefore; // pictures that are copies of each other from the start
    for (const auto& record : search(originals))
        if (record.inGroup) {
            groupBefore[record.imageId] = record.copyOf;
            ++before;
        }
    const auto base = [&](std::int64_t id) {
        const auto found = groupBefore.find(id % count);
        return found == groupBefore.end() ? id % count : found->second;
    };
    fmt::print("{}: {} pictures, {} of them copies of others from the start\n", name, count, before);
    for (const auto& [change, apply] : changes()) {
        auto items = originals;
        for (std::int64_t i = 0; i < count; ++i) {
            RandomStream random(7, RandomPurpose::Augment, 0, static_cast<std::uint64_t>(i));
            items.push_back(itemOf(apply(pictures[static_cast<std::size_t>(i)], random), i + count));
        }
        std::map<std::int64_t, std::int64_t> keeper;
        std::int64_t right = 0, wrong = 0;
        for (const auto& record : search(items)) {
            if (!record.inGroup)
                continue;
            keeper[record.imageId] = record.copyOf;
            ++(base(record.imageId) == base(record.copyOf) ? right : wrong);
        }
        const auto keeperOf = [&](std::int64_t id) { return keeper.contains(id) ? keeper[id] : id; };
        std::int64_t found = 0;
        for (std::int64_t i = 0; i < count; ++i)
            found += keeperOf(i) == keeperOf(i + count) ? 1 : 0;
        fmt::print("  {:<36} recall {:.4f}  precision {:.4f} ({} wrong)\n", change,
                   static_cast<double>(found) / static_cast<double>(count),
                   static_cast<double>(right) / static_cast<double>(std::max<std::int64_t>(1, right + wrong)),
                   wrong);
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count == 1)
        measure("painted figures", paintedFigures());
    for (int i = 1; i < count; ++i)
        measure(arguments[i], picturesBelow(arguments[i]));
    return 0;
}
