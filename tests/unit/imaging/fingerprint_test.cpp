#include "core/base/random.h"
#include "core/imaging/encode.h"
#include "core/imaging/fingerprint_match.h"
#include "core/imaging/resize.h"
#include "tests/support/drawing.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace nakama
{

using test::drawing;

namespace
{

std::optional<FingerprintMatch> match(const cv::Mat& picture, const cv::Mat& copy)
{
    return matchFingerprints(fingerprintOf(picture), fingerprintOf(copy));
}

cv::Mat rotated(const cv::Mat& picture, cv::RotateFlags turn)
{
    cv::Mat result;
    cv::rotate(picture, result, turn);
    return result;
}

cv::Mat mirrored(const cv::Mat& picture)
{
    cv::Mat result;
    cv::flip(picture, result, 1);
    return result;
}

} // namespace

TEST(Fingerprint, SurvivesItsBytes)
{
    const auto fingerprint = fingerprintOf(drawing(1));
    const auto again = fingerprintFromBytes(fingerprintBytes(fingerprint));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->thumbnail, fingerprint.thumbnail);
    EXPECT_EQ(again->hashes, fingerprint.hashes);
    EXPECT_EQ(again->pixels, fingerprint.pixels);
    EXPECT_FALSE(fingerprintFromBytes(fingerprintBytes(fingerprint).subspan(1)));
}

TEST(Fingerprint, PixelsAreTheVerySameOnly)
{
    const auto picture = drawing(1);
    auto changed = picture.clone();
    changed.at<cv::Vec3b>(5, 5)[0] ^= 1;
    EXPECT_EQ(fingerprintOf(picture).pixels, fingerprintOf(picture.clone()).pixels);
    EXPECT_NE(fingerprintOf(picture).pixels, fingerprintOf(changed).pixels);
    EXPECT_NE(fingerprintOf(picture).pixels, fingerprintOf(picture.reshape(3, 200)).pixels);
}

TEST(FingerprintMatch, TellsHowACopyWasMade)
{
    for (int number = 1; number <= 20; ++number) {
        const auto picture = drawing(number);
        const auto is = [&](const cv::Mat& copy, bool isMirrored, int turns, bool inverted) {
            const auto found = match(picture, copy);
            ASSERT_TRUE(found) << "drawing " << number;
            EXPECT_EQ(found->symmetry.isMirrored(), isMirrored) << number;
            EXPECT_EQ(found->symmetry.quarterTurns(), turns) << number;
            EXPECT_EQ(found->symmetry.inverted, inverted) << number;
            EXPECT_GT(found->shown(), 0.93) << number;
        };
        is(resizeAntialiased(picture, 90, 72), false, 0, false);
        is(decodeImage(encodeJpeg(picture, 30).value(), "copy").value(), false, 0, false);
        is(mirrored(picture), true, 0, false);
        is(rotated(picture, cv::ROTATE_90_CLOCKWISE), false, 1, false);
        is(rotated(picture, cv::ROTATE_180), false, 2, false);
        is(rotated(picture, cv::ROTATE_90_COUNTERCLOCKWISE), false, 3, false);
        is(rotated(mirrored(picture), cv::ROTATE_90_CLOCKWISE), true, 1, false);
        is(cv::Scalar::all(255) - picture, false, 0, true);
        is(cv::Scalar::all(255) - rotated(picture, cv::ROTATE_90_CLOCKWISE), false, 1, true);
    }
}

TEST(FingerprintMatch, FindsTheCrop)
{
    int found = 0;
    for (int number = 1; number <= 50; ++number) {
        const auto picture = drawing(number);
        const auto crop = match(picture, picture({20, 8, 160, 144}));
        if (!crop)
            continue;
        ++found;
        EXPECT_NEAR(crop->x.begin, 0.10, 0.02);
        EXPECT_NEAR(crop->x.end, 0.10, 0.02);
        EXPECT_NEAR(crop->y.begin, 0.05, 0.02);
        EXPECT_NEAR(crop->y.end, 0.05, 0.02);
        EXPECT_NEAR(crop->shown(), 0.72, 0.04);
    }
    EXPECT_GE(found, 48);
}

TEST(FingerprintMatch, UnlikePicturesAreNoCopies)
{
    for (int a = 1; a <= 60; ++a)
        for (int b = 1; b <= 60; ++b)
            EXPECT_EQ(match(drawing(a), drawing(b)).has_value(), a == b) << a << " " << b;
}

TEST(FingerprintMatch, BlankPicturesMatchNothing)
{
    const cv::Mat white(120, 160, CV_8UC3, cv::Scalar::all(255));
    cv::Mat noisy = white.clone();
    RandomStream random(1, RandomPurpose::Painting);
    for (int i = 0; i < 500; ++i)
        noisy.at<cv::Vec3b>(static_cast<int>(random.below(120)),
                            static_cast<int>(random.below(160))) = {250, 252, 250};
    cv::Mat gradient(120, 160, CV_8UC3);
    for (int x = 0; x < 160; ++x)
        gradient.col(x).setTo(cv::Scalar::all(x));
    for (const auto& blank : {white, noisy, gradient}) {
        EXPECT_TRUE(fingerprintOf(blank).isBlank());
        for (const auto& other : {white, noisy, gradient, drawing(1)}) {
            EXPECT_FALSE(match(blank, other));
            EXPECT_FALSE(match(other, blank));
        }
    }
    EXPECT_FALSE(fingerprintOf(drawing(1)).isBlank());
}

TEST(Fingerprint, KnowsGreyFromColour)
{
    const auto picture = drawing(3);
    cv::Mat single, grey;
    cv::cvtColor(picture, single, cv::COLOR_RGB2GRAY);
    cv::cvtColor(single, grey, cv::COLOR_GRAY2RGB);
    EXPECT_FALSE(fingerprintOf(picture).isGreyscale());
    EXPECT_TRUE(fingerprintOf(grey).isGreyscale());
    EXPECT_TRUE(match(picture, grey));
}

} // namespace nakama
