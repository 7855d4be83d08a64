#include "core/sample/figure.h"

namespace nakama
{

// Each prop is held at the origin and points up.
void drawProp(const Canvas& hand, Prop prop)
{
    switch (prop) {
    case Prop::None:
        break;
    case Prop::Spyglass:
        hand.shape(roundedBox(-5, -22, 5, 14, 2), paint::leather);
        hand.shape(roundedBox(-7, -44, 7, -20, 2), paint::gold);
        break;
    case Prop::Brush:
        hand.shape(roundedBox(-2.5, -30, 2.5, 24, 2), paint::leather);
        hand.shape(smooth({{-6, -30}, {6, -30}, {5, -44}, {0, -54}, {-5, -44}}), paint::crimson);
        break;
    case Prop::Axe:
        hand.shape(roundedBox(-3.5, -52, 3.5, 40, 3), paint::brown);
        hand.shape(bowed({{2, -52}, {30, -60}, {34, -38}, {26, -22}, {2, -32}}, 0.06), paint::silver);
        break;
    case Prop::Flower:
        hand.line(curve({{0, 16}, {2, -10}, {0, -32}}), paint::forest, 4);
        hand.shape(bowed(star({0, -38}, 12, 11, 6), 0.32), paint::rose);
        hand.fill(circle({0, -38}, 5.5), paint::gold);
        break;
    case Prop::Fish:
        hand.shape({{-11, 22}, {11, 22}, {0, 4}}, paint::steel);
        hand.shape(smooth({{0, -44}, {13, -26}, {10, 0}, {0, 10}, {-10, 0}, {-13, -26}}), paint::sky);
        hand.fill(circle({-4, -30}, 2.6), paint::black);
        break;
    case Prop::Wand:
        hand.shape(roundedBox(-2.2, -34, 2.2, 18, 2), paint::brown);
        hand.shape(star({0, -42}, 13, 5.5, 5), paint::gold);
        break;
    case Prop::Ladle:
        hand.shape(roundedBox(-2.6, -40, 2.6, 22, 2), paint::silver);
        hand.shape(joined({ellipse({0, -50}, 14, 14, 0, 180), {{-14, -50}, {14, -50}}}), paint::silver);
        break;
    case Prop::Wrench:
        hand.shape(roundedBox(-4, -30, 4, 24, 3), paint::silver);
        hand.shape({{-13, -54},
                    {-5, -48},
                    {-4, -40},
                    {4, -40},
                    {5, -48},
                    {13, -54},
                    {14, -36},
                    {4, -26},
                    {-4, -26},
                    {-14, -36}},
                   paint::silver);
        break;
    case Prop::Cane:
        hand.shape(roundedBox(-2.6, -8, 2.6, 76, 2), paint::black);
        hand.shape(circle({0, -10}, 7), paint::gold);
        break;
    case Prop::Mug:
        hand.shape(
            bowed({{8, -18}, {20, -14}, {20, 0}, {8, 4}, {8, -4}, {13, -6}, {13, -10}, {8, -11}}, 0.05),
            paint::leather);
        hand.shape(roundedBox(-13, -24, 11, 8, 4), paint::leather);
        hand.shape(bowed({{-14, -22}, {-8, -30}, {0, -32}, {8, -30}, {13, -22}}, 0.16), paint::white);
        break;
    case Prop::Book:
        hand.shape(roundedBox(-18, -26, 18, 18, 3), paint::brick);
        hand.shape(roundedBox(-14, -23, 18, 15, 2), paint::cream);
        hand.shape(roundedBox(-18, -26, 13, 18, 3), paint::brick);
        hand.line({{-9, -14}, {6, -14}}, paint::gold, 3);
        break;
    }
}

} // namespace nakama
