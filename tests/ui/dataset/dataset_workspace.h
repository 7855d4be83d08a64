#pragma once

#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/image_writer.h"
#include "tests/support/must.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <string>

namespace nakama::test
{

/** Pictures of two classes, Luffy and "Nami!", by turns, all different; the first three of the source folder.
 */
inline Workspace makeDataset(const std::filesystem::path& folder, int pictures = 6, int height = 20)
{
    const auto workspace =
        must(Workspace::create(folder, {"", {{"Luffy", "", {}, {}}, {"Nami", "Nami!", {}, {}}}, false}));
    auto writer = must(ImageWriter::open(workspace));
    for (int i = 0; i < pictures; ++i) {
        const cv::Scalar colour(40 * i % 256, 90, std::abs(200 - 30 * i) % 256);
        const auto file = must(encodePng(cv::Mat(height, 30 + i, CV_8UC3, colour)));
        NewImage image;
        image.sha256 = sha256(file);
        image.extension = "png";
        image.width = 30 + i;
        image.height = height;
        image.bytes = static_cast<std::int64_t>(file.size());
        image.source = i < 3 ? "folder" : "drawn";
        image.originalName = "name" + std::to_string(i) + ".png";
        image.classIndex = i % 2;
        must(writer.add(image, file));
    }
    must(writer.commit());
    return workspace;
}

} // namespace nakama::test
