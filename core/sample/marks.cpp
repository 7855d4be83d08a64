#include "core/sample/figure.h"

namespace nakama
{

namespace
{

void drawFreckles(const Canvas& face)
{
    const Colour spot{196, 116, 76};
    for (const double side : {-1.0, 1.0}) {
        for (const Point at : {Point(17, 18), Point(23, 21), Point(29, 17), Point(22, 15)})
            face.fill(circle({side * at.x, at.y}, 1.9), spot);
    }
}

/** Across the left brow and cheek. */
void drawScar(const Canvas& face)
{
    const Colour scar{150, 44, 48};
    face.line(curve({{-29, -24}, {-22, -6}, {-23, 12}, {-17, 32}}), scar, 5.5);
    for (const double y : {-14.0, 14.0, 23.0})
        face.line({{-29, y + 2}, {-15, y - 3}}, scar, 3);
}

/** Over the bridge of the nose. */
void drawPlaster(const Canvas& face)
{
    const Canvas tilted = face.moved(0, 10).turned(-8);
    tilted.shape(roundedBox(-15, -5.5, 15, 5.5, 4.5), paint::cream);
    tilted.fill(roundedBox(-5.5, -3.5, 5.5, 3.5, 1), mix(paint::cream, paint::leather, 0.35));
}

void drawMoustacheCurls(const Canvas& face, const Colour& hair)
{
    for (const double side : {-1.0, 1.0}) {
        face.inkLine(
            curve({{side * 1, 22}, {side * 12, 19}, {side * 24, 23}, {side * 30, 14}, {side * 24, 10}}), 8.5);
        face.line(curve({{side * 1, 22}, {side * 12, 19}, {side * 24, 23}, {side * 30, 14}, {side * 24, 10}}),
                  hair, 6);
    }
}

} // namespace

void drawSkinMarks(const Canvas& face, const Look& look)
{
    if (look.has(Mark::Blush)) {
        for (const double side : {-1.0, 1.0})
            face.fill(ellipse({side * 30, 20}, 8.5, 5), mix(look.skin, {236, 92, 92}, 0.45));
    }
    if (look.has(Mark::EyeBags)) {
        for (const double side : {-1.0, 1.0})
            face.fill(ellipse({side * 16, 11}, 9, 6), mix(look.skin, paint::plum, 0.35));
    }
    if (look.has(Mark::Freckles))
        drawFreckles(face);
}

void drawBeard(const Canvas& head, const Canvas& face, const Look& look)
{
    if (look.has(Mark::FullBeard)) {
        head.shape(bowed({{-48, 0},
                          {-36, 16},
                          {0, 20},
                          {36, 16},
                          {48, 0},
                          {50, 26},
                          {44, 48},
                          {28, 66},
                          {10, 78},
                          {-10, 78},
                          {-28, 66},
                          {-44, 48},
                          {-50, 26}},
                         0.10),
                   look.hairColour);
        face.shape(
            bowed({{0, 18}, {20, 18}, {30, 28}, {12, 30}, {0, 27}, {-12, 30}, {-30, 28}, {-20, 18}}, 0.12),
            lighter(look.hairColour, 0.15));
    }
    if (look.has(Mark::BraidedBeard)) {
        head.shape(bowed({{-48, -2},
                          {-34, 18},
                          {0, 20},
                          {34, 18},
                          {48, -2},
                          {52, 30},
                          {38, 58},
                          {18, 66},
                          {-18, 66},
                          {-38, 58},
                          {-52, 30}},
                         0.10),
                   look.hairColour);
        for (const double side : {-1.0, 1.0}) {
            for (int knot = 0; knot < 3; ++knot)
                head.shape(ellipse({side * (20 + 2 * knot), 66.0 + 13 * knot}, 10.0 - knot, 9),
                           look.hairColour);
            head.shape(roundedBox(side * 26 - 5, 98, side * 26 + 5, 104, 2), paint::gold);
        }
        face.shape(
            bowed({{0, 18}, {22, 16}, {36, 30}, {14, 30}, {0, 27}, {-14, 30}, {-36, 30}, {-22, 16}}, 0.12),
            lighter(look.hairColour, 0.12));
    }
}

void drawFaceWear(const Canvas& face, const Look& look)
{
    if (look.has(Mark::Walrus)) {
        face.shape(bowed({{0, 16},
                          {20, 18},
                          {36, 32},
                          {34, 44},
                          {18, 36},
                          {0, 32},
                          {-18, 36},
                          {-34, 44},
                          {-36, 32},
                          {-20, 18}},
                         0.08),
                   look.hairColour);
        face.shape(ellipse({0, 13}, 11, 8.5), mix(look.skin, {204, 90, 70}, 0.25));
    }
    if (look.has(Mark::Curled))
        drawMoustacheCurls(face, look.hairColour);
    if (look.has(Mark::Scar))
        drawScar(face);
    if (look.has(Mark::Plaster))
        drawPlaster(face);
    if (look.has(Mark::Glasses)) {
        const double x = look.head == HeadShape::Long ? 16 : 19;
        for (const double side : {-1.0, 1.0}) {
            const Path rim = circle({side * x, 3}, 15);
            face.line(joined({rim, {rim.front()}}),
                      look.head == HeadShape::Long ? paint::silver : paint::brown, 3.6);
            face.line({{side * x - 8, -2}, {side * x - 3, -7}}, paint::white, 2.6);
        }
        face.inkLine({{-x + 14, 1}, {x - 14, 1}}, 2.8);
    }
    if (look.has(Mark::Monocle)) {
        const Path rim = circle({16, 3}, 13);
        face.line(joined({rim, {rim.front()}}), paint::gold, 3.6);
        face.line(curve({{28, 8}, {34, 28}, {30, 50}}), paint::gold, 1.8);
    }
    if (look.has(Mark::EyePatch)) {
        face.line(curve({{-46, -22}, {0, -16}, {50, 6}}), paint::black, 4);
        face.shape(smooth({{5, -8}, {20, -12}, {34, -4}, {30, 12}, {19, 18}, {8, 10}}), paint::black);
    }
    if (look.has(Mark::Pipe)) {
        face.shape(tube(curve({{10, 31}, {24, 38}, {34, 40}}), 2.6, 3), paint::brown);
        face.shape(roundedBox(29, 24, 43, 42, 5), paint::brown);
        face.fill(ellipse({36, 26}, 5, 2.4), paint::orange);
        for (int puff = 0; puff < 3; ++puff)
            face.fill(circle({38.0 + 5 * puff, 14.0 - 10 * puff}, 3.6 + 1.6 * puff),
                      mix(paint::silver, paint::white, 0.5));
    }
}

} // namespace nakama
