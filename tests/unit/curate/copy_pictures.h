#pragma once

#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/image_writer.h"
#include "tests/support/drawing.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <string>

namespace nakama::test
{

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
