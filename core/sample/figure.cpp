#include "core/sample/figure.h"

namespace nakama
{

BodyMeasures measuresOf(Build build)
{
    switch (build) {
    case Build::Small:
        return {27, 24, 30, 8};
    case Build::Slim:
        return {30, 22, 29, 7.5};
    case Build::Medium:
        return {36, 29, 32, 9};
    case Build::Broad:
        return {47, 45, 46, 11.5};
    }
    return {};
}

void drawFigure(const Canvas& canvas, const Look& look, const Scene& scene)
{
    constexpr double neck = 46;
    const Canvas head = canvas.moved(0, neck).turned(scene.headTilt).moved(0, -neck);
    drawBackHair(head, look);
    drawBody(canvas, look, scene);
    drawHead(head, look, scene);
}

} // namespace nakama
