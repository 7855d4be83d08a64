#include "core/imaging/decode.h"
#include "core/training/picture_source.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace nakama
{

namespace
{

constexpr ResizeRule rule{ResizeRule::Kind::ShorterSide, 20};
constexpr std::size_t pictureBytes = 20 * 20 * 3;

bool samePixels(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

} // namespace

TEST(PictureSource, GivesTheShrunkPictureWithAndWithoutPreparedFolder)
{
    const test::TemporaryFolder folder;
    const auto pictures = test::paintShapes(folder / "images", 2, 1);
    PictureSource plain(pictures, rule, {}, 0);
    PictureSource prepared(pictures, rule, folder / "prepared", 0);
    const auto expected = shrink(*decodeImageFile(pictures[3].file), rule);
    EXPECT_TRUE(samePixels(plain.load(3), expected));
    EXPECT_TRUE(samePixels(prepared.load(3), expected));
    EXPECT_TRUE(PreparedStore(folder / "prepared", rule).has(pictures[3].sha256));
}

TEST(PictureSource, KeepsPicturesUpToItsBound)
{
    const test::TemporaryFolder folder;
    const auto pictures = test::paintShapes(folder / "images", 1, 1);
    PictureSource source(pictures, rule, {}, 2 * pictureBytes);
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(source.load(i).empty());
    std::filesystem::remove_all(folder / "images");
    EXPECT_FALSE(source.load(0).empty());
    EXPECT_FALSE(source.load(1).empty());
    EXPECT_TRUE(source.load(2).empty()) << "the third does not fit the bound and is read again";
}

TEST(PictureSource, RemembersAnUnreadablePicture)
{
    const test::TemporaryFolder folder;
    auto pictures = test::paintShapes(folder / "images", 1, 1);
    const auto whole = pictures.back();
    pictures.push_back(test::brokenPicture(folder / "images", 0));
    PictureSource source(pictures, rule, {}, 0);
    EXPECT_TRUE(source.skipped().empty());
    EXPECT_TRUE(source.load(3).empty());
    std::filesystem::copy_file(whole.file, pictures.back().file,
                               std::filesystem::copy_options::overwrite_existing);
    EXPECT_TRUE(source.load(3).empty()) << "a run must not change when a file is repaired half way";
    ASSERT_EQ(source.skipped().size(), 1u);
    EXPECT_EQ(source.skipped()[0].file, pictures[3].file);
    EXPECT_FALSE(source.skipped()[0].reason.empty());
}

} // namespace nakama
