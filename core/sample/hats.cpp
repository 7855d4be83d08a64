#include "core/sample/figure.h"

namespace nakama
{

namespace
{

void drawBadge(const Canvas& at, Badge badge)
{
    switch (badge) {
    case Badge::Buckle:
        at.shape(roundedBox(-11, -10, 11, 10, 2), paint::silver);
        at.fill(roundedBox(-5.5, -4.5, 5.5, 4.5, 1), paint::black);
        break;
    case Badge::Star:
        at.shape(star({0, 0}, 14, 6, 5), paint::gold);
        break;
    case Badge::Anchor:
        at.shape(circle({0, 0}, 10.5), paint::gold);
        at.inkLine({{0, -6}, {0, 6}}, 2.4);
        at.inkLine(curve({{-6, 1}, {0, 7}, {6, 1}}), 2.4);
        at.inkLine({{-4, -3}, {4, -3}}, 2);
        break;
    case Badge::Dots:
    case Badge::Stripes:
    case Badge::None:
        break;
    }
}

void drawPlume(const Canvas& head, const Look& look)
{
    head.shape(smooth({{-46, -34}, {-44, -66}, {-18, -80}, {18, -80}, {44, -66}, {46, -34}}), look.hatColour);
    head.shape(bowed({{-46, -36}, {-46, -50}, {0, -56}, {46, -50}, {46, -36}, {0, -42}}, 0.02),
               look.bandColour);
    head.shape(smooth({{-92, -34},
                       {-70, -46},
                       {-30, -40},
                       {0, -43},
                       {30, -40},
                       {70, -48},
                       {94, -38},
                       {64, -24},
                       {0, -28},
                       {-62, -22}}),
               look.hatColour);
    head.shape(smooth({{30, -46}, {46, -74}, {74, -92}, {98, -84}, {90, -66}, {66, -50}, {44, -42}}),
               paint::white);
    head.inkLine(curve({{34, -46}, {56, -70}, {90, -80}}), 1.8);
}

void drawBandana(const Canvas& head, const Look& look)
{
    head.shape(smooth({{48, -24}, {70, -18}, {84, 2}, {68, -2}, {56, -12}}), darker(look.hatColour, 0.12));
    head.shape(smooth({{48, -22}, {62, -4}, {66, 20}, {54, 8}, {46, -12}}), look.hatColour);
    const Path cloth =
        joined({curve({{-53, -12}, {-52, -38}, {-28, -61}, {0, -66}, {28, -61}, {52, -38}, {53, -12}}),
                curve({{53, -12}, {28, -22}, {0, -26}, {-28, -22}, {-53, -12}})});
    head.shape(cloth, look.hatColour);
    head.inside(cloth, [&](const Canvas& within) {
        if (look.badge == Badge::Stripes) {
            for (double x = -54; x < 60; x += 18)
                within.fill({{x, -70}, {x + 7, -70}, {x - 3, -10}, {x - 10, -10}}, look.bandColour);
            return;
        }
        for (int row = 0; row < 3; ++row) {
            for (int column = -3; column <= 3; ++column)
                within.fill(circle({17.0 * column + (row % 2) * 8.5, -28.0 - 14 * row}, 3.4),
                            look.bandColour);
        }
    });
    head.shape(circle({50, -20}, 7.5), look.hatColour);
}

void drawCaptainCap(const Canvas& head, const Look& look)
{
    head.shape(
        smooth({{-50, -40}, {-66, -62}, {-40, -80}, {0, -84}, {40, -80}, {66, -62}, {50, -40}, {0, -46}}),
        look.hatColour);
    head.shape(bowed({{-51, -24}, {-51, -46}, {0, -52}, {51, -46}, {51, -24}, {0, -32}}, 0.02),
               look.bandColour);
    head.shape(bowed({{-46, -26}, {0, -34}, {46, -26}, {30, -13}, {-30, -13}}, 0.10), paint::black);
    head.line(curve({{-34, -18}, {0, -22}, {34, -18}}), paint::grey, 1.8);
    drawBadge(head.moved(0, -50), look.badge);
}

void drawHornedHelmet(const Canvas& head, const Look& look)
{
    for (const double side : {-1.0, 1.0})
        head.shape(
            tube(curve({{side * 44, -42}, {side * 70, -52}, {side * 82, -74}, {side * 78, -100}}), 13, 2),
            paint::cream);
    const Path dome = joined({ellipse({0, -20}, 55, 56, 180, 360), {{55, -18}, {-55, -18}}});
    head.shape(dome, look.hatColour);
    head.shape(bowed({{-58, -14}, {-58, -30}, {0, -38}, {58, -30}, {58, -14}, {0, -22}}, 0.02),
               look.bandColour);
    head.shape(roundedBox(-7, -76, 7, -14, 4), look.bandColour);
    for (const double x : {-42.0, -22.0, 22.0, 42.0})
        head.fill(circle({x, -27}, 3.4), paint::brown);
}

void drawFlowers(const Canvas& head, const Look& look)
{
    const std::array petals{look.hatColour, look.bandColour, paint::lilac, look.bandColour, look.hatColour};
    head.line(curve({{-50, -22}, {-28, -44}, {0, -50}, {28, -44}, {50, -22}}), paint::forest, 6);
    for (int i = 0; i < 5; ++i) {
        const double x = -46 + 23.0 * i;
        const Canvas flower = head.moved(x, -50 + 0.0125 * x * x).turned(20.0 * i);
        flower.shape(bowed(star({0, 0}, 9, 8.5, 5), 0.34), petals[static_cast<std::size_t>(i)]);
        flower.fill(circle({0, 0}, 4.4), paint::gold);
    }
}

void drawGoggles(const Canvas& head, const Look& look)
{
    head.shape(bowed({{-52, -24}, {-51, -36}, {0, -46}, {51, -36}, {52, -24}, {0, -34}}, 0.02),
               look.hatColour);
    for (const double side : {-1.0, 1.0}) {
        head.shape(ellipse({side * 19, -40}, 18, 15), look.bandColour);
        head.shape(ellipse({side * 19, -40}, 12, 9.5), paint::sky);
        head.line({{side * 19 - 6, -38}, {side * 19 + 1, -46}}, paint::white, 3);
    }
}

void drawWitchHat(const Canvas& head, const Look& look)
{
    const Path cone =
        bowed({{-45, -36}, {-26, -84}, {2, -116}, {42, -132}, {26, -106}, {32, -80}, {45, -36}}, 0.03);
    head.shape(cone, look.hatColour);
    head.inside(cone, [&](const Canvas& within) {
        within.fill(bowed({{-52, -34}, {-44, -58}, {0, -64}, {44, -58}, {52, -34}, {0, -40}}, 0.02),
                    look.bandColour);
    });
    head.shape(smooth({{-94, -30},
                       {-60, -43},
                       {-20, -40},
                       {20, -40},
                       {60, -43},
                       {94, -34},
                       {56, -22},
                       {0, -26},
                       {-56, -20}}),
               look.hatColour);
    drawBadge(head.moved(0, -51), look.badge);
}

void drawToque(const Canvas& head, const Look& look)
{
    head.shape(bowed({{-44, -62},
                      {-66, -78},
                      {-58, -104},
                      {-28, -114},
                      {0, -122},
                      {28, -114},
                      {58, -104},
                      {66, -78},
                      {44, -62}},
                     0.22),
               look.hatColour);
    head.shape(bowed({{-49, -26}, {-47, -66}, {0, -72}, {47, -66}, {49, -26}, {0, -34}}, 0.01),
               look.bandColour);
    for (const double x : {-26.0, 0.0, 26.0})
        head.inkLine({{x, -40}, {x * 0.96, -60}}, 1.8);
}

void drawAntenna(const Canvas& head, const Look& look)
{
    head.shape(tube({{0, -48}, {3, -66}, {0, -84}}, 3.5, 3), look.hatColour);
    head.shape(circle({0, -90}, 10), look.bandColour);
    head.shape(bowed({{-26, -44}, {-20, -58}, {20, -58}, {26, -44}}, 0.06), look.hatColour);
    for (const double side : {-1.0, 1.0})
        head.shape(circle({side * 37, -35}, 4), paint::silver);
}

void drawBicorne(const Canvas& head, const Look& look)
{
    const Path hat = smooth({{-84, -20},
                             {-66, -46},
                             {-44, -80},
                             {0, -96},
                             {44, -80},
                             {66, -46},
                             {84, -20},
                             {44, -30},
                             {0, -34},
                             {-44, -30}});
    head.shape(hat, look.hatColour);
    head.line(curve({{-80, -26}, {-62, -48}, {-40, -76}, {0, -90}, {40, -76}, {62, -48}, {80, -26}}),
              look.bandColour, 5);
    drawBadge(head.moved(0, -60).scaled(1.2, 1.2), look.badge);
}

void drawFoxHood(const Canvas& head, const Look& look)
{
    for (const double side : {-1.0, 1.0}) {
        head.shape(bowed({{side * 16, -52}, {side * 50, -98}, {side * 62, -34}}, side * 0.06),
                   look.hatColour);
        head.fill(bowed({{side * 30, -58}, {side * 47, -84}, {side * 52, -46}}, side * 0.06), paint::cream);
    }
    head.shape(joined({ellipse({0, -2}, 62, 64, 142, 398), reversed(ellipse({0, 8}, 46, 42, 142, 398))}),
               look.hatColour);
    for (const double side : {-1.0, 1.0})
        head.fill(ellipse({side * 20, -48}, 4, 5.5), paint::black);
    head.fill(bowed({{-12, -38}, {0, -45}, {12, -38}, {0, -30}}, 0.1), look.bandColour);
    head.fill(ellipse({0, -40}, 4.4, 3.2), paint::black);
}

void drawMirror(const Canvas& head, const Look& look)
{
    head.shape(bowed({{-42, -22}, {-43, -31}, {0, -42}, {43, -31}, {42, -22}, {0, -33}}, 0.02),
               look.hatColour);
    head.shape(circle({8, -46}, 17), look.bandColour);
    head.fill(circle({8, -46}, 5), paint::black);
    head.line(curve({{-4, -50}, {0, -56}, {6, -59}}), paint::white, 3);
}

void drawBeanie(const Canvas& head, const Look& look)
{
    head.shape(bowed(star({0, -88}, 17, 15, 8), 0.25), look.bandColour);
    const Path dome = joined({ellipse({0, -28}, 54, 50, 180, 360), {{54, -26}, {-54, -26}}});
    head.shape(dome, look.hatColour);
    head.inside(dome, [&](const Canvas& within) {
        within.fill(bowed({{-60, -50}, {-60, -58}, {0, -64}, {60, -58}, {60, -50}, {0, -56}}, 0.02),
                    look.bandColour);
    });
    head.shape(bowed({{-57, -18}, {-57, -38}, {0, -46}, {57, -38}, {57, -18}, {0, -28}}, 0.03),
               lighter(look.hatColour, 0.2));
    for (int i = -4; i <= 4; ++i)
        head.inkLine({{12.0 * i, -29 + 0.1 * i * i}, {12.0 * i, -40 + 0.1 * i * i}}, 1.5);
}

void drawTopHat(const Canvas& head, const Look& look)
{
    const Path chimney = bowed({{-38, -38}, {-42, -112}, {0, -118}, {42, -112}, {38, -38}, {0, -44}}, 0.01);
    head.shape(chimney, look.hatColour);
    head.shape(bowed({{-39, -40}, {-40, -60}, {0, -66}, {40, -60}, {39, -40}, {0, -46}}, 0.01),
               look.bandColour);
    head.shape(
        smooth({{-68, -42}, {-40, -40}, {0, -44}, {40, -40}, {68, -42}, {44, -27}, {0, -31}, {-44, -27}}),
        look.hatColour);
    head.line({{-27, -104}, {-25, -70}}, lighter(look.hatColour, 0.35), 4);
}

} // namespace

void drawHat(const Canvas& head, const Look& look)
{
    switch (look.hat) {
    case Hat::None:
        break;
    case Hat::Plume:
        drawPlume(head, look);
        break;
    case Hat::Bandana:
        drawBandana(head, look);
        break;
    case Hat::CaptainCap:
        drawCaptainCap(head, look);
        break;
    case Hat::Horned:
        drawHornedHelmet(head, look);
        break;
    case Hat::Flowers:
        drawFlowers(head, look);
        break;
    case Hat::Goggles:
        drawGoggles(head, look);
        break;
    case Hat::Witch:
        drawWitchHat(head, look);
        break;
    case Hat::Toque:
        drawToque(head, look);
        break;
    case Hat::Antenna:
        drawAntenna(head, look);
        break;
    case Hat::Bicorne:
        drawBicorne(head, look);
        break;
    case Hat::FoxHood:
        drawFoxHood(head, look);
        break;
    case Hat::Mirror:
        drawMirror(head, look);
        break;
    case Hat::Beanie:
        drawBeanie(head, look);
        break;
    case Hat::TopHat:
        drawTopHat(head, look);
        break;
    }
}

} // namespace nakama
