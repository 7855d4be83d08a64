#include "core/sample/figure.h"

namespace nakama
{

namespace
{

void drawOnBothSides(const Canvas& head, const Path& right, const Colour& colour)
{
    head.shape(mirrored(right), colour);
    head.shape(right, colour);
}

/** A light band where the hair turns to the light. */
void drawGloss(const Canvas& head, const Colour& colour)
{
    head.line(curve({{-30, -34}, {-18, -43}, {-2, -46}}), lighter(colour, 0.4), 4);
}

/** A fringe from ear to ear whose lower edge runs through the given points, right to left. */
Path fringe(const Path& lowerEdge, double bulge)
{
    Path corners{{-52, 6}, {-51, -28}, {-32, -52}, {0, -59}, {32, -52}, {51, -28}, {52, 6}};
    corners.insert(corners.end(), lowerEdge.begin(), lowerEdge.end());
    return bowed(corners, bulge);
}

} // namespace

void drawBackHair(const Canvas& head, const Look& look)
{
    const Colour colour = darker(look.hairColour, 0.12);
    switch (look.hair) {
    case Hair::Wavy:
        head.shape(symmetric({{0, -60},
                              {44, -44},
                              {60, -4},
                              {54, 26},
                              {68, 52},
                              {60, 78},
                              {70, 104},
                              {48, 112},
                              {20, 84},
                              {0, 80}}),
                   colour);
        break;
    case Hair::Straight:
    case Hair::Curtain:
        head.shape(
            symmetric({{0, -58}, {44, -44}, {58, 0}, {58, 60}, {62, 112}, {40, 118}, {16, 90}, {0, 84}}),
            colour);
        break;
    case Hair::Buns:
        drawOnBothSides(head, circle({44, -42}, 23), look.hairColour);
        for (const double side : {-1.0, 1.0})
            head.inkLine(curve({{side * 36, -52}, {side * 46, -46}, {side * 44, -34}}), 1.8);
        head.shape(symmetric({{0, -58}, {42, -44}, {55, 0}, {44, 34}, {0, 40}}), colour);
        break;
    case Hair::Afro:
        head.shape(bowed({{-40, -52},
                          {-16, -74},
                          {16, -74},
                          {40, -56},
                          {60, -36},
                          {70, -6},
                          {66, 24},
                          {52, 46},
                          {0, 44},
                          {-52, 46},
                          {-66, 24},
                          {-70, -6},
                          {-60, -34}},
                         0.16),
                   colour);
        break;
    case Hair::Spiky:
        head.shape(bowed({{-58, 26},
                          {-44, 0},
                          {-76, -8},
                          {-52, -24},
                          {-74, -50},
                          {-40, -48},
                          {-42, -82},
                          {-12, -60},
                          {6, -92},
                          {22, -60},
                          {50, -80},
                          {46, -46},
                          {78, -46},
                          {54, -20},
                          {76, -4},
                          {46, 4},
                          {58, 28},
                          {0, 34}},
                         0.05),
                   colour);
        break;
    case Hair::Bob:
        head.shape(symmetric({{0, -58}, {44, -44}, {59, -4}, {60, 30}, {48, 50}, {26, 44}, {0, 42}}), colour);
        break;
    case Hair::Shaggy:
        head.shape(bowed({{-56, 30},
                          {-54, -30},
                          {-20, -58},
                          {20, -58},
                          {54, -30},
                          {56, 30},
                          {46, 24},
                          {40, 42},
                          {0, 40},
                          {-40, 42},
                          {-46, 24}},
                         0.06),
                   colour);
        break;
    default:
        break;
    }
}

void drawFrontHair(const Canvas& head, const Look& look)
{
    const Colour& colour = look.hairColour;
    switch (look.hair) {
    case Hair::Wavy:
        head.shape(smooth({{-52, 22},
                           {-55, -10},
                           {-44, -44},
                           {-6, -61},
                           {36, -52},
                           {54, -18},
                           {52, 24},
                           {45, 2},
                           {36, -18},
                           {12, -32},
                           {-6, -28},
                           {-24, -16},
                           {-42, 2}}),
                   colour);
        break;
    case Hair::Cropped:
        head.shape(fringe({{46, -14}, {34, -30}, {0, -33}, {-34, -30}, {-46, -14}}, 0.05), colour);
        break;
    case Hair::Tufts:
        for (const Point at : {Point(50, -8), Point(52, 14), Point(55, 3)})
            drawOnBothSides(head, circle(look.head == HeadShape::Long ? at - Point(7, 0) : at, 10), colour);
        return;
    case Hair::Buns:
        drawOnBothSides(
            head, smooth({{0, -58}, {34, -52}, {53, -20}, {51, 20}, {44, 2}, {30, -18}, {2, -34}}), colour);
        break;
    case Hair::Shaggy:
        head.shape(fringe({{42, -8},
                           {36, 4},
                           {26, -14},
                           {14, -4},
                           {2, -18},
                           {-12, -6},
                           {-22, -16},
                           {-34, 4},
                           {-43, -8}},
                          0.03),
                   colour);
        break;
    case Hair::Afro:
        head.shape(bowed({{-48, -8},
                          {-52, -28},
                          {-34, -50},
                          {-12, -60},
                          {12, -60},
                          {34, -50},
                          {52, -28},
                          {48, -8},
                          {36, -20},
                          {20, -28},
                          {0, -31},
                          {-20, -28},
                          {-36, -20}},
                         0.14),
                   colour);
        return;
    case Hair::Spiky:
        head.shape(
            fringe({{44, -14}, {34, 0}, {22, -20}, {8, -6}, {-4, -24}, {-20, -8}, {-30, -22}, {-42, -4}},
                   0.03),
            colour);
        break;
    case Hair::Straight:
        head.shape(fringe({{46, -10}, {30, -12}, {0, -14}, {-30, -12}, {-46, -10}}, 0.02), colour);
        drawOnBothSides(head, smooth({{46, -20}, {55, -8}, {57, 40}, {53, 82}, {44, 78}, {45, 30}}), colour);
        for (const double x : {-26.0, -9.0, 9.0, 26.0})
            head.inkLine({{x, -15}, {x * 0.94, -28}}, 1.4);
        break;
    case Hair::Curtain:
        drawOnBothSides(head,
                        smooth({{0, -57},
                                {36, -50},
                                {55, -18},
                                {57, 36},
                                {52, 84},
                                {43, 78},
                                {46, 30},
                                {38, -4},
                                {22, -24},
                                {1, -40}}),
                        colour);
        break;
    case Hair::Slick:
        head.shape(bowed({{-42, 6},
                          {-45, -30},
                          {-26, -54},
                          {0, -60},
                          {26, -54},
                          {45, -30},
                          {42, 6},
                          {36, -18},
                          {22, -36},
                          {0, -24},
                          {-22, -36},
                          {-36, -18}},
                         0.05),
                   colour);
        break;
    case Hair::Bob:
        head.shape(fringe({{47, -6}, {30, -10}, {0, -12}, {-30, -10}, {-47, -6}}, 0.03), colour);
        drawOnBothSides(head, smooth({{45, -22}, {56, -10}, {59, 24}, {52, 44}, {43, 36}, {45, 6}}), colour);
        break;
    case Hair::None:
        return;
    }
    drawGloss(head, colour);
}

} // namespace nakama
