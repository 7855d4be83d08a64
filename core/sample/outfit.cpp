#include "core/sample/figure.h"

namespace nakama
{

namespace
{

void drawButtons(const Canvas& canvas, double x, const Colour& colour)
{
    for (const double y : {84.0, 98.0, 112.0})
        canvas.shape(circle({x, y}, 3.4), colour);
}

void drawBelt(const Canvas& canvas, double halfWidth, const Colour& colour)
{
    canvas.shape(
        bowed({{-halfWidth, 108}, {0, 112}, {halfWidth, 108}, {halfWidth, 118}, {0, 122}, {-halfWidth, 118}},
              0.01),
        colour);
    canvas.shape(roundedBox(-8, 107, 8, 124, 2), paint::gold);
}

/** A bell from the waist down, for coats, robes and dresses. */
void drawSkirt(const Canvas& canvas, const BodyMeasures& size, double length, double flare,
               const Colour& colour)
{
    canvas.shape(bowed({{-size.waist, 104},
                        {size.waist, 104},
                        {size.hem + flare, length},
                        {(size.hem + flare) * 0.34, length + 3},
                        {-(size.hem + flare) * 0.34, length + 3},
                        {-size.hem - flare, length}},
                       0.04),
                 colour);
}

void drawLapels(const Canvas& canvas, const Colour& shirt, const Colour& lapel)
{
    canvas.shape({{-13, 50}, {13, 50}, {3, 88}, {-3, 88}}, shirt);
    for (const double side : {-1.0, 1.0})
        canvas.shape({{side * 11, 48}, {side * 21, 56}, {side * 13, 70}, {side * 3, 90}}, lapel);
}

void drawCoat(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Colour& clothes,
              const Path& torso)
{
    drawSkirt(canvas, size, 158, 8, clothes);
    canvas.shape(torso, clothes);
    drawLapels(canvas, paint::white, darker(clothes));
    canvas.inkLine({{0, 90}, {0, 156}}, 1.8);
    drawButtons(canvas, -11, look.trim);
    drawButtons(canvas, 11, look.trim);
    if (look.build != Build::Broad) {
        drawBelt(canvas, size.waist + 3, paint::brown);
        return;
    }
    for (const double side : {-1.0, 1.0})
        canvas.shape(bowed({{side * (size.shoulder - 20), 57},
                            {side * (size.shoulder + 2), 56},
                            {side * (size.shoulder + 8), 68},
                            {side * (size.shoulder - 16), 68}},
                           side * 0.08),
                     look.trim);
}

void drawVest(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Colour& clothes,
              const Path& torso)
{
    canvas.shape(torso, paint::white);
    canvas.shape({{-12, 49}, {12, 49}, {0, 68}}, look.skin);
    for (const double side : {-1.0, 1.0})
        canvas.shape(bowed({{side * 13, 50},
                            {side * size.shoulder * 0.84, 56},
                            {side * size.shoulder, 74},
                            {side * size.waist, 106},
                            {side * (size.waist + 2), 124},
                            {side * 10, 120},
                            {side * 12, 84}},
                           side * 0.02),
                     clothes);
    canvas.shape(bowed({{-size.waist - 3, 112},
                        {0, 116},
                        {size.waist + 3, 112},
                        {size.hem, 128},
                        {0, 131},
                        {-size.hem, 128}},
                       0.02),
                 look.trim);
}

void drawJumper(const Canvas& canvas, const Path& torso, const Colour& clothes)
{
    canvas.shape(torso, clothes);
    for (const double y : {82.0, 98.0, 114.0})
        canvas.line(curve({{-36, y - 3}, {0, y + 2}, {36, y - 3}}), darker(clothes, 0.2), 2.2);
    canvas.shape(roundedBox(-19, 44, 19, 62, 8), lighter(clothes, 0.1));
}

void drawOveralls(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Path& torso,
                  const Colour& clothes)
{
    canvas.shape(torso, look.trim);
    canvas.shape(bowed({{-17, 76},
                        {17, 76},
                        {size.waist, 104},
                        {size.hem + 1, 138},
                        {-size.hem - 1, 138},
                        {-size.waist, 104}},
                       0.02),
                 clothes);
    for (const double side : {-1.0, 1.0}) {
        canvas.shape({{side * 18, 53}, {side * 25, 57}, {side * 18, 82}, {side * 11, 80}}, clothes);
        canvas.shape(circle({side * 14, 81}, 3.6), paint::gold);
    }
    canvas.shape(roundedBox(-10, 92, 10, 108, 3), darker(clothes, 0.15));
}

void drawFurs(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Path& torso,
              const Colour& clothes)
{
    drawSkirt(canvas, size, 152, 4, clothes);
    canvas.shape(torso, clothes);
    drawBelt(canvas, size.waist + 3, look.trim);
    canvas.shape(bowed({{-size.shoulder - 4, 66},
                        {-40, 54},
                        {-20, 48},
                        {0, 50},
                        {20, 48},
                        {40, 54},
                        {size.shoulder + 4, 66},
                        {40, 78},
                        {20, 84},
                        {0, 88},
                        {-20, 84},
                        {-40, 78}},
                       0.14),
                 paint::cream);
}

void drawStripes(const Canvas& canvas, const Look& look, const Path& torso, const Colour& clothes)
{
    canvas.shape(torso, look.trim);
    canvas.inside(torso, [&](const Canvas& within) {
        for (const double y : {62.0, 82.0, 102.0, 122.0})
            within.fill(bowed({{-60, y}, {60, y}, {60, y + 9}, {-60, y + 9}}, 0), clothes);
    });
    canvas.shade(torso);
    canvas.shape(bowed({{-26, 54}, {0, 62}, {26, 54}, {0, 76}}, 0.03), paint::crimson);
    canvas.shape(circle({0, 70}, 5.5), paint::crimson);
}

void drawChefJacket(const Canvas& canvas, const Look& look, const Path& torso, const Colour& clothes)
{
    canvas.shape(torso, clothes);
    canvas.inkLine(curve({{14, 60}, {12, 96}, {16, 134}}), 1.8);
    drawButtons(canvas, -12, paint::steel);
    drawButtons(canvas, 24, paint::steel);
    canvas.shape(bowed({{-22, 52}, {0, 58}, {22, 52}, {12, 66}, {0, 72}, {-12, 66}}, 0.05), look.trim);
    canvas.shape(smooth({{-4, 66}, {6, 66}, {14, 86}, {0, 80}, {-10, 88}}), look.trim);
}

void drawPlates(const Canvas& canvas, const BodyMeasures& size, const Colour& clothes)
{
    canvas.shape(roundedBox(-size.shoulder, 54, size.shoulder, 134, 16), clothes);
    canvas.shape(roundedBox(-22, 68, 22, 100, 6), darker(clothes, 0.35));
    canvas.shape(circle({-9, 84}, 9), paint::cream);
    canvas.line({{-9, 84}, {-4, 78}}, paint::crimson, 2.4);
    for (const double y : {76.0, 84.0, 92.0})
        canvas.fill(circle({12, y}, 3), y < 80 ? paint::crimson : (y < 90 ? paint::gold : paint::leaf));
    for (const double side : {-1.0, 1.0}) {
        for (const double y : {64.0, 124.0})
            canvas.fill(circle({side * (size.shoulder - 9), y}, 3), paint::silver);
    }
}

void drawCape(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Path& torso,
              const Colour& clothes)
{
    canvas.shape(torso, look.trim);
    drawBelt(canvas, size.waist + 3, paint::leather);
    canvas.shape(bowed({{-20, 48},
                        {20, 48},
                        {size.shoulder + 10, 82},
                        {size.shoulder + 6, 104},
                        {10, 90},
                        {-10, 90},
                        {-size.shoulder - 6, 104},
                        {-size.shoulder - 10, 82}},
                       0.07),
                 clothes);
    canvas.shape(circle({0, 58}, 6), paint::gold);
}

void drawParka(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Path& torso,
               const Colour& clothes)
{
    drawSkirt(canvas, size, 148, 6, clothes);
    canvas.shape(torso, clothes);
    canvas.inkLine({{0, 70}, {0, 148}}, 1.8);
    drawButtons(canvas, 9, paint::brown);
    canvas.shape(bowed({{-size.hem - 8, 142},
                        {0, 147},
                        {size.hem + 8, 142},
                        {size.hem + 8, 154},
                        {0, 159},
                        {-size.hem - 8, 154}},
                       0.03),
                 paint::white);
    canvas.shape(roundedBox(14, 58, 28, 102, 5), look.trim);
    canvas.shape(smooth({{-30, 48}, {0, 56}, {30, 48}, {33, 64}, {0, 74}, {-33, 64}}), look.trim);
}

void drawTails(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Path& torso,
               const Colour& clothes)
{
    for (const double side : {-1.0, 1.0})
        canvas.shape(bowed({{side * 6, 110},
                            {side * size.hem, 112},
                            {side * (size.hem + 6), 176},
                            {side * (size.hem - 10), 170}},
                           side * 0.03),
                     clothes);
    canvas.shape(torso, clothes);
    drawLapels(canvas, paint::white, look.trim);
    for (const double side : {-1.0, 1.0})
        canvas.shape({{0, 58}, {side * 15, 51}, {side * 15, 66}}, look.trim);
    canvas.shape(circle({0, 58}, 4), darker(look.trim));
    drawButtons(canvas, 0, look.trim);
}

void drawLabCoat(const Canvas& canvas, const Look& look, const BodyMeasures& size, const Path& torso,
                 const Colour& clothes)
{
    drawSkirt(canvas, size, 164, 6, clothes);
    canvas.shape(torso, clothes);
    drawLapels(canvas, look.trim, clothes);
    canvas.inkLine({{0, 90}, {0, 162}}, 1.8);
    canvas.shape(roundedBox(8, 92, 24, 108, 2), clothes);
    canvas.line({{13, 88}, {13, 96}}, paint::crimson, 3);
    canvas.line(curve({{-18, 52}, {-20, 84}, {-6, 98}, {4, 84}, {6, 60}}), paint::black, 3.2);
    canvas.shape(circle({-8, 99}, 5), paint::silver);
}

} // namespace

void drawOutfit(const Canvas& canvas, const Look& look, const Scene& scene, const Path& torso)
{
    const auto size = measuresOf(look.build);
    const Colour& clothes = look.clothes[static_cast<std::size_t>(scene.outfit)];
    switch (look.outfit) {
    case Outfit::Coat:
        drawCoat(canvas, look, size, clothes, torso);
        break;
    case Outfit::Vest:
        drawVest(canvas, look, size, clothes, torso);
        break;
    case Outfit::Jumper:
        drawJumper(canvas, torso, clothes);
        break;
    case Outfit::Overalls:
        drawOveralls(canvas, look, size, torso, clothes);
        break;
    case Outfit::Furs:
        drawFurs(canvas, look, size, torso, clothes);
        break;
    case Outfit::Dress:
        drawSkirt(canvas, size, 166, 16, clothes);
        canvas.shape(torso, clothes);
        canvas.shape({{-16, 49}, {16, 49}, {0, 66}}, look.skin);
        drawBelt(canvas, size.waist + 3, look.trim);
        break;
    case Outfit::Stripes:
        drawStripes(canvas, look, torso, clothes);
        break;
    case Outfit::Robe:
        drawSkirt(canvas, size, 190, 14, clothes);
        canvas.shape(torso, clothes);
        canvas.shape(bowed({{-24, 50}, {24, 50}, {30, 66}, {0, 78}, {-30, 66}}, 0.04), look.trim);
        canvas.shape(circle({0, 72}, 5), paint::gold);
        break;
    case Outfit::ChefJacket:
        drawChefJacket(canvas, look, torso, clothes);
        break;
    case Outfit::Plates:
        drawPlates(canvas, size, clothes);
        break;
    case Outfit::Cape:
        drawCape(canvas, look, size, torso, clothes);
        break;
    case Outfit::LabCoat:
        drawLabCoat(canvas, look, size, torso, clothes);
        break;
    case Outfit::Parka:
        drawParka(canvas, look, size, torso, clothes);
        break;
    case Outfit::Tails:
        drawTails(canvas, look, size, torso, clothes);
        break;
    }
}

} // namespace nakama
