#include "core/sample/painter.h"

#include "core/base/random.h"
#include "core/sample/backdrop.h"
#include "core/sample/figure.h"
#include "core/sample/finish.h"

#include <opencv2/imgproc.hpp>

namespace nakama
{

const std::vector<SampleCharacter>& sampleCharacters()
{
    static const auto characters = [] {
        std::vector<SampleCharacter> list;
        for (const auto& look : cast())
            list.push_back({look.name, look.pictures});
        return list;
    }();
    return characters;
}

cv::Mat paintSample(int character, int index, std::uint64_t seed, int side)
{
    const Look& look = cast().at(static_cast<std::size_t>(character));
    RandomStream random(seed, RandomPurpose::Painting, static_cast<std::uint64_t>(character),
                        static_cast<std::uint64_t>(index));
    const Scene scene = drawScene(random);

    // Drawn at twice the size: fine lines then have half pixels.
    const int large = 2 * side;
    cv::Mat drawing(large, large, CV_8UC3);
    DrawingStyle style = scene.drawing;
    style.wobble *= large / 512.0;
    DrawingStyle plain;
    plain.line = LineKind::None;
    drawBackdrop(Canvas(drawing, plain).scaled(large, large), scene, random);
    const double scale = scene.scale * large;
    drawFigure(Canvas(drawing, style)
                   .moved(scene.head.x * large, scene.head.y * large)
                   .turned(scene.tilt)
                   .scaled(scene.flipped ? -scale : scale, scale),
               look, scene);

    cv::Mat picture;
    cv::resize(drawing, picture, {side, side}, 0, 0, cv::INTER_AREA);
    finishPicture(picture, scene, random);
    return picture;
}

} // namespace nakama
