#include "core/sample/scene.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace nakama
{

namespace
{

template<typename T, std::size_t N>
T pick(RandomStream& random, const std::array<T, N>& choices)
{
    return choices[random.below(N)];
}

/** Bust, half figure or whole figure. */
void frame(Scene& scene, RandomStream& random)
{
    const double kind = random.uniform();
    if (kind < 0.55) {
        scene.scale = random.uniform(0.0052, 0.0066);
        scene.head = {random.uniform(0.40, 0.60), random.uniform(0.50, 0.62)};
    } else if (kind < 0.9) {
        scene.scale = random.uniform(0.0038, 0.0050);
        scene.head = {random.uniform(0.39, 0.61), random.uniform(0.43, 0.53)};
    } else {
        scene.scale = random.uniform(0.0031, 0.0035);
        scene.head = {random.uniform(0.35, 0.65), random.uniform(0.36, 0.42)};
    }
    scene.tilt = std::clamp(5 * random.normal(), -15.0, 15.0);
    scene.flipped = random.chance(0.5);
}

ArmPose armPose(RandomStream& random)
{
    const double kind = random.uniform();
    if (kind < 0.45)
        return {random.uniform(8, 26), random.uniform(0, 34)};
    if (kind < 0.65)
        return {random.uniform(38, 52), random.uniform(-60, -40)}; // on the hip
    if (kind < 0.85)
        return {random.uniform(60, 100), random.uniform(145, 185)}; // waving
    return {random.uniform(110, 140), random.uniform(130, 165)};    // raised
}

void pose(Scene& scene, RandomStream& random)
{
    scene.headTilt = std::clamp(7 * random.normal(), -16.0, 16.0);
    scene.turn = {random.uniform(-1, 1), random.uniform(-0.7, 0.8)};
    scene.arms = {armPose(random), armPose(random)};
    scene.mouth = pick(random, std::array{Mouth::Smile, Mouth::Smile, Mouth::Grin, Mouth::Open, Mouth::Flat,
                                          Mouth::Frown, Mouth::Surprised});
    const double blink = random.uniform();
    scene.lids = blink < 0.84 ? Lids::Open : (blink < 0.93 ? Lids::Closed : Lids::Wink);
    scene.brow = random.uniform(-1, 1);
    scene.outfit = random.chance(0.7) ? 0 : 1;
    scene.prop = random.chance(0.45);
    if (scene.prop)
        scene.arms[0] = {random.uniform(36, 52), random.uniform(95, 135)};
}

void chooseDrawing(Scene& scene, RandomStream& random)
{
    auto& drawing = scene.drawing;
    const double kind = random.uniform();
    if (kind < 0.45)
        drawing.lineWidth = random.uniform(1.9, 2.7);
    else if (kind < 0.60)
        drawing.lineWidth = random.uniform(1.0, 1.5);
    else if (kind < 0.75)
        drawing.lineWidth = random.uniform(3.2, 4.4);
    else if (kind < 0.92)
        drawing.line = LineKind::Sketch;
    else
        drawing.line = LineKind::None;
    drawing.wobble = random.uniform(0, drawing.line == LineKind::Sketch ? 2.2 : 1.2);
    drawing.wobblePhase = random.uniform(0, 2 * std::numbers::pi);
    drawing.shade = random.chance(0.2) ? 1.0 : random.uniform(0.74, 0.9);
    drawing.ink = pick(random, std::array{paint::ink, paint::ink, Colour{22, 22, 26}, Colour{50, 40, 84},
                                          Colour{92, 54, 38}});
    // The light comes from above, from the left or the right.
    const double angle = random.uniform(20, 160) * std::numbers::pi / 180;
    drawing.shadowSide = {std::cos(angle), std::sin(angle)};
}

void chooseLight(Scene& scene, RandomStream& random)
{
    const double kind = random.uniform();
    scene.process = kind < 0.90   ? Process::FullColour
                    : kind < 0.94 ? Process::Grey
                    : kind < 0.97 ? Process::Sepia
                                  : Process::Screentone;
    const Colour lamp =
        pick(random, std::array{Colour{1, 1, 1}, Colour{1, 1, 1}, Colour{1.06, 1.0, 0.88},
                                Colour{0.9, 0.98, 1.08}, Colour{1.05, 0.93, 0.95}, Colour{0.94, 1.03, 0.94}});
    scene.tint = mix({1, 1, 1}, lamp, random.uniform(0.3, 1.1));
    scene.brightness = random.uniform(0.85, 1.08);
    scene.contrast = random.uniform(0.85, 1.12);
    scene.vignette = random.chance(0.35) ? random.uniform(0.15, 0.5) : 0;
    scene.grain = random.chance(0.3) ? random.uniform(2, 7) : 0;
}

void chooseBackdrop(Scene& scene, RandomStream& random)
{
    scene.backdrop =
        pick(random, std::array{Backdrop::Plain, Backdrop::Gradient, Backdrop::Gradient, Backdrop::Stripes,
                                Backdrop::Sea, Backdrop::Sea, Backdrop::Hills, Backdrop::Dots,
                                Backdrop::Shapes, Backdrop::Night, Backdrop::Room, Backdrop::Rays});
    const std::array paints{paint::cream,   paint::sky,    paint::teal,  paint::leaf,
                            paint::mustard, paint::rose,   paint::lilac, paint::white,
                            paint::navy,    paint::orange, paint::plum,  paint::silver};
    for (auto& colour : scene.backdropColours)
        colour = mix(pick(random, paints), paint::white, random.uniform(0, 0.5));
}

} // namespace

Scene drawScene(RandomStream& random)
{
    Scene scene;
    frame(scene, random);
    pose(scene, random);
    chooseDrawing(scene, random);
    chooseLight(scene, random);
    chooseBackdrop(scene, random);
    return scene;
}

} // namespace nakama
