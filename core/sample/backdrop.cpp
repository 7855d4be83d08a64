#include "core/sample/backdrop.h"

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

Path box(double left, double top, double right, double bottom)
{
    return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

void drawGradient(const Canvas& canvas, const Colour& top, const Colour& bottom, double from = 0,
                  double to = 1)
{
    constexpr int bands = 64;
    for (int i = 0; i < bands; ++i)
        canvas.fill(box(0, from + (to - from) * i / bands, 1, to), mix(top, bottom, (i + 0.5) / bands));
}

void drawCloud(const Canvas& canvas, Point at, double size, const Colour& colour)
{
    for (const Point puff : {Point(-1, 0), Point(0, -0.45), Point(1, 0), Point(0, 0.1)})
        canvas.fill(ellipse(at + size * puff, size, size * 0.62), colour);
}

void drawSea(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    const double horizon = random.uniform(0.45, 0.72);
    const Colour sky = mix(paint::sky, scene.backdropColours[0], 0.4);
    drawGradient(canvas, sky, lighter(sky, 0.55), 0, horizon);
    canvas.fill(circle({random.uniform(0.1, 0.9), random.uniform(0.08, 0.3)}, random.uniform(0.05, 0.1)),
                lighter(paint::gold, 0.3));
    const auto clouds = 1 + random.below(3);
    for (std::uint32_t i = 0; i < clouds; ++i)
        drawCloud(canvas, {random.uniform(), random.uniform(0.05, horizon - 0.1)}, random.uniform(0.05, 0.11),
                  paint::white);
    const Colour water = mix(paint::teal, paint::navy, random.uniform(0, 0.7));
    drawGradient(canvas, lighter(water, 0.3), water, horizon, 1);
    for (int i = 0; i < 12; ++i) {
        const double x = random.uniform(-0.1, 0.95);
        const double y = random.uniform(horizon + 0.03, 0.99);
        canvas.line(curve({{x, y}, {x + 0.04, y - 0.012}, {x + 0.08, y}, {x + 0.12, y - 0.01}}),
                    lighter(water, 0.5), 0.008);
    }
}

void drawHills(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    drawGradient(canvas, lighter(scene.backdropColours[0], 0.3), lighter(scene.backdropColours[1], 0.7));
    drawCloud(canvas, {random.uniform(), random.uniform(0.1, 0.3)}, random.uniform(0.06, 0.12), paint::white);
    for (int layer = 0; layer < 3; ++layer) {
        const double y = 0.5 + 0.16 * layer;
        const Colour green = mix(paint::leaf, paint::forest, 0.25 + 0.35 * layer);
        const double phase = random.uniform(0, 6);
        Path hill{{1.05, 1.05}, {-0.05, 1.05}};
        for (int i = 0; i <= 20; ++i) {
            const double x = -0.05 + 1.1 * i / 20;
            hill.emplace_back(x, y + 0.07 * std::sin(5 * x + phase) + 0.03 * std::sin(11 * x + 2 * phase));
        }
        canvas.fill(hill, mix(green, scene.backdropColours[2], 0.2));
    }
}

void drawStripes(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    canvas.fill(box(0, 0, 1, 1), scene.backdropColours[0]);
    const double width = random.uniform(0.05, 0.16);
    const Canvas turned = canvas.moved(0.5, 0.5).turned(random.uniform(0, 180));
    for (double x = -0.8; x < 0.8; x += 2 * width)
        turned.fill(box(x, -0.8, x + width, 0.8), scene.backdropColours[1]);
}

void drawDots(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    canvas.fill(box(0, 0, 1, 1), scene.backdropColours[0]);
    const double step = random.uniform(0.06, 0.11);
    const bool growing = random.chance(0.6);
    for (int row = 0; row * step < 1.1; ++row) {
        const double radius = step * (growing ? 0.12 + 0.42 * row * step : 0.3);
        for (double x = row % 2 == 0 ? 0 : step / 2; x < 1.05; x += step)
            canvas.fill(circle({x, row * step}, radius), scene.backdropColours[1]);
    }
}

void drawShapes(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    canvas.fill(box(0, 0, 1, 1), scene.backdropColours[0]);
    for (int i = 0; i < 14; ++i) {
        const Point at(random.uniform(), random.uniform());
        const double size = random.uniform(0.04, 0.15);
        const Colour& colour = scene.backdropColours[1 + random.below(2)];
        const double turn = random.uniform(0, 360);
        switch (random.below(4)) {
        case 0:
            canvas.fill(circle(at, size), colour);
            break;
        case 1:
            canvas.fill(star(at, size, size * 0.45, 5, turn), colour);
            break;
        case 2:
            canvas.fill(star(at, size, size * 0.5, 3, turn), colour);
            break;
        default:
            canvas.moved(at.x, at.y).turned(turn).fill(box(-size, -size / 2, size, size / 2), colour);
        }
    }
}

void drawNight(const Canvas& canvas, RandomStream& random)
{
    drawGradient(canvas, darker(paint::navy, 0.5), mix(paint::navy, paint::plum, 0.5));
    for (int i = 0; i < 40; ++i)
        canvas.fill(circle({random.uniform(), random.uniform()}, random.uniform(0.002, 0.007)),
                    lighter(paint::gold, 0.6));
    const Point moon(random.uniform(0.1, 0.9), random.uniform(0.1, 0.3));
    canvas.fill(circle(moon, 0.09), lighter(paint::gold, 0.55));
    for (const Point crater : {Point(-0.03, 0.02), Point(0.03, -0.02), Point(0.01, 0.045)})
        canvas.fill(circle(moon + crater, 0.014), lighter(paint::gold, 0.25));
}

void drawRoom(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    canvas.fill(box(0, 0, 1, 1), lighter(scene.backdropColours[0], 0.25));
    const double left = random.uniform(0.02, 0.6);
    const double top = random.uniform(0.05, 0.2);
    canvas.fill(box(left - 0.03, top - 0.03, left + 0.35, top + 0.41), paint::leather);
    canvas.fill(box(left, top, left + 0.32, top + 0.38), paint::sky);
    drawCloud(canvas, {left + 0.16, top + 0.16}, 0.06, paint::white);
    canvas.fill(box(left + 0.15, top, left + 0.17, top + 0.38), paint::leather);
    const double floor = random.uniform(0.74, 0.88);
    canvas.fill(box(0, floor, 1, 1), mix(paint::brown, scene.backdropColours[1], 0.3));
    canvas.fill(box(0, floor, 1, floor + 0.025), paint::cream);
}

void drawRays(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    canvas.fill(box(0, 0, 1, 1), scene.backdropColours[0]);
    const int rays = 10 + static_cast<int>(random.below(10));
    const Canvas centre =
        canvas.moved(random.uniform(0.4, 0.6), random.uniform(0.4, 0.6)).turned(random.uniform(0, 30));
    for (int i = 0; i < rays; ++i)
        centre.turned(360.0 * i / rays)
            .fill({{0, 0}, {1.2, -1.2 * 1.57 / rays}, {1.2, 1.2 * 1.57 / rays}}, scene.backdropColours[1]);
}

} // namespace

void drawBackdrop(const Canvas& canvas, const Scene& scene, RandomStream& random)
{
    switch (scene.backdrop) {
    case Backdrop::Plain:
        canvas.fill(box(0, 0, 1, 1), scene.backdropColours[0]);
        break;
    case Backdrop::Gradient:
        drawGradient(canvas, scene.backdropColours[0], scene.backdropColours[1]);
        break;
    case Backdrop::Stripes:
        drawStripes(canvas, scene, random);
        break;
    case Backdrop::Sea:
        drawSea(canvas, scene, random);
        break;
    case Backdrop::Hills:
        drawHills(canvas, scene, random);
        break;
    case Backdrop::Dots:
        drawDots(canvas, scene, random);
        break;
    case Backdrop::Shapes:
        drawShapes(canvas, scene, random);
        break;
    case Backdrop::Night:
        drawNight(canvas, random);
        break;
    case Backdrop::Room:
        drawRoom(canvas, scene, random);
        break;
    case Backdrop::Rays:
        drawRays(canvas, scene, random);
        break;
    }
}

} // namespace nakama
