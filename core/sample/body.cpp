#include "core/sample/figure.h"

#include <cmath>
#include <numbers>

namespace nakama
{

namespace
{

struct Limbs
{
    Colour sleeve;
    Colour glove; ///< or the bare hand
    Colour legs;
    Colour shoes;
};

Limbs limbColours(const Look& look, const Colour& clothes)
{
    switch (look.outfit) {
    case Outfit::Coat:
        return {clothes, look.skin, paint::cream, paint::black};
    case Outfit::Vest:
        return {paint::white, look.skin, darker(paint::steel), paint::brown};
    case Outfit::Jumper:
        return {clothes, look.skin, darker(paint::steel, 0.4), paint::brown};
    case Outfit::Overalls:
        return {look.trim, look.skin, clothes, paint::brick};
    case Outfit::Furs:
        return {look.skin, look.skin, paint::brown, paint::leather};
    case Outfit::Dress:
        return {look.skin, look.skin, look.skin, paint::leather};
    case Outfit::Stripes:
        return {look.trim, look.skin, clothes, paint::white};
    case Outfit::Robe:
        return {clothes, look.skin, paint::black, paint::black};
    case Outfit::ChefJacket:
        return {clothes, look.skin, paint::steel, paint::black};
    case Outfit::Plates:
        return {darker(look.skin), paint::silver, darker(look.skin), paint::silver};
    case Outfit::Cape:
        return {look.trim, look.skin, paint::brown, paint::leather};
    case Outfit::LabCoat:
        return {clothes, look.skin, paint::navy, paint::brown};
    case Outfit::Parka:
        return {clothes, look.trim, paint::navy, paint::leather};
    case Outfit::Tails:
        return {clothes, paint::white, paint::black, paint::black};
    }
    return {};
}

/** degrees from hanging straight down, away from the body. */
Point along(double degrees, double side)
{
    const double angle = degrees * std::numbers::pi / 180;
    return {side * std::sin(angle), std::cos(angle)};
}

void drawArm(const Canvas& canvas, const Look& look, const Limbs& limbs, const ArmPose& pose, double side,
             Prop prop)
{
    const auto size = measuresOf(look.build);
    const Point shoulder(side * (size.shoulder - 5), 68);
    const Point elbow = shoulder + 32 * along(pose.upper, side);
    const Point hand = elbow + 29 * along(pose.fore, side);
    if (prop != Prop::None)
        drawProp(canvas.moved(hand.x, hand.y).turned(-side * (pose.fore - 115) * 0.4).scaled(side, 1), prop);
    const double cuff = look.outfit == Outfit::Robe ? size.arm * 1.6 : size.arm * 0.95;
    canvas.shape(circle(hand + 7 * along(pose.fore, side), size.arm), limbs.glove);
    canvas.shapes({limb(shoulder, elbow, size.arm * 1.1, size.arm), limb(elbow, hand, size.arm, cuff)},
                  limbs.sleeve);
}

void drawLegs(const Canvas& canvas, const Look& look, const Limbs& limbs)
{
    const double x = 0.55 * measuresOf(look.build).hem;
    const double thick = look.build == Build::Broad ? 14 : 10;
    for (const double side : {-1.0, 1.0}) {
        canvas.shape(smooth({{side * x - 12, 198},
                             {side * x - 10, 184},
                             {side * x + 10, 184},
                             {side * x + 12, 198},
                             {side * x, 201}}),
                     limbs.shoes);
        canvas.shape(limb({side * x * 0.9, 126}, {side * x, 180}, thick, thick * 0.85), limbs.legs);
    }
}

Path torsoOf(const BodyMeasures& size)
{
    return symmetric({{0, 48},
                      {14, 50},
                      {size.shoulder * 0.8, 56},
                      {size.shoulder, 72},
                      {size.waist, 104},
                      {size.hem, 130},
                      {size.hem * 0.5, 138},
                      {0, 139}});
}

} // namespace

void drawBody(const Canvas& canvas, const Look& look, const Scene& scene)
{
    const Colour& clothes = look.clothes[static_cast<std::size_t>(scene.outfit)];
    const Limbs limbs = limbColours(look, clothes);
    drawLegs(canvas, look, limbs);
    drawArm(canvas, look, limbs, scene.arms[1], -1, Prop::None);
    drawArm(canvas, look, limbs, scene.arms[0], 1, scene.prop ? look.prop : Prop::None);
    canvas.shape(roundedBox(-11, 36, 11, 62, 6), darker(look.skin, 0.08));
    drawOutfit(canvas, look, scene, torsoOf(measuresOf(look.build)));
}

} // namespace nakama
