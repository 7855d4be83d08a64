#include "core/sample/figure.h"

namespace nakama
{

namespace
{

Path skull(HeadShape shape)
{
    switch (shape) {
    case HeadShape::Round:
        return symmetric({{0, -50}, {34, -38}, {49, -4}, {45, 26}, {24, 46}, {0, 51}});
    case HeadShape::Oval:
        return symmetric({{0, -50}, {34, -38}, {47, -4}, {41, 24}, {19, 46}, {0, 54}});
    case HeadShape::Square:
        return symmetric({{0, -50}, {36, -42}, {47, -8}, {45, 24}, {30, 47}, {0, 53}});
    case HeadShape::Long:
        return symmetric({{0, -54}, {30, -46}, {41, -10}, {38, 26}, {20, 52}, {0, 59}});
    case HeadShape::Bear:
        return symmetric({{0, -46}, {36, -38}, {54, -2}, {48, 30}, {24, 48}, {0, 52}});
    case HeadShape::Box:
        return roundedBox(-48, -46, 48, 48, 14);
    }
    return {};
}

void drawEars(const Canvas& head, const Look& look)
{
    if (look.head == HeadShape::Bear) {
        for (const double side : {-1.0, 1.0}) {
            head.shape(circle({side * 52, -14}, 19), look.skin);
            head.fill(circle({side * 53, -13}, 10), mix(look.skin, paint::cream, 0.6));
        }
        return;
    }
    if (look.head == HeadShape::Box) {
        for (const double side : {-1.0, 1.0}) {
            head.shape(roundedBox(side * 52 - 8, -12, side * 52 + 8, 14, 5), darker(look.skin));
            head.shape(circle({side * 58, 1}, 6), paint::gold);
        }
        return;
    }
    const double x = look.head == HeadShape::Long ? 41 : 47;
    for (const double side : {-1.0, 1.0}) {
        head.shape(ellipse({side * x, 6}, 9, 12), look.skin);
        head.inkLine(curve({{side * (x + 3), 1}, {side * (x + 1), 6}, {side * (x + 2), 11}}), 1.6);
    }
}

} // namespace

void drawHead(const Canvas& head, const Look& look, const Scene& scene)
{
    drawEars(head, look);
    head.shape(skull(look.head), look.skin);
    drawFace(head, look, scene);
    drawFrontHair(head, look);
    drawHat(head, look);
}

} // namespace nakama
