#pragma once

#include "core/base/hash.h"
#include "core/base/random.h"
#include "core/imaging/encode.h"
#include "core/workspace/image_writer.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <string>

namespace nakama::test
{

/** Some shapes of some colours on white; unlike for every number. */
inline cv::Mat drawing(int number, int width = 200, int height = 160)
{
    RandomStream random(static_cast<std::uint64_t>(number), RandomPurpose::Painting);
    cv::Mat picture(height, width, CV_8UC3, cv::Scalar::all(255));
    for (int i = 0; i < 12; ++i) {
        const cv::Scalar colour(random.below(230), random.below(230), random.below(230));
        const cv::Point centre(static_cast<int>(random.uniform(0.1, 0.9) * width),
                               static_cast<int>(random.uniform(0.1, 0.9) * height));
        cv::ellipse(picture, centre,
                    {static_cast<int>(random.uniform(0.05, 0.2) * width),
                     static_cast<int>(random.uniform(0.05, 0.2) * height)},
                    random.uniform(0, 180), 0, 360, colour, cv::FILLED, cv::LINE_AA);
    }
    return picture;
}

inline cv::Mat mirroredCopy(const cv::Mat& picture)
{
    cv::Mat result;
    cv::flip(picture, result, 1);
    return result;
}

inline cv::Mat halfSize(const cv::Mat& picture)
{
    cv::Mat result;
    cv::resize(picture, result, {picture.cols / 2, picture.rows / 2}, 0, 0, cv::INTER_AREA);
    return result;
}

/** A workspace of three classes whose pictures are real files. */
class CopiesTest : public WorkspaceTest
{
protected:
    /** The new picture's number. */
    std::int64_t add(const cv::Mat& rgb, int classIndex = 0, Pool pool = Pool::Pool,
                     const std::string& source = "test")
    {
        return addFile(must(encodePng(rgb)), rgb.size(), classIndex, pool, source);
    }

    std::int64_t addFile(const std::vector<std::byte>& content, cv::Size size, int classIndex = 0,
                         Pool pool = Pool::Pool, const std::string& source = "test")
    {
        NewImage image;
        image.sha256 = sha256(content);
        image.extension = "png";
        image.width = size.width;
        image.height = size.height;
        image.bytes = static_cast<std::int64_t>(content.size());
        image.source = source;
        image.originalName = "picture";
        image.pool = pool;
        image.classIndex = classIndex;
        auto writer = must(ImageWriter::open(m_workspace));
        must(writer.add(image, content));
        must(writer.commit());
        return must(m_catalogue.findImage(image.sha256))->id;
    }
};

} // namespace nakama::test
