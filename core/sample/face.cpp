#include "core/sample/figure.h"

namespace nakama
{

namespace
{

const Colour mouthRed{126, 34, 44};

void drawIris(const Canvas& eye, const Colour& iris, double rx, double ry, Point gaze)
{
    eye.fill(ellipse(gaze, rx, ry), iris);
    eye.fill(ellipse(gaze + Point(0, 0.5), rx * 0.55, ry * 0.6), paint::black);
    eye.fill(circle(gaze + Point(-2.2, -3.2), 2.3), paint::white);
}

void drawOpenEye(const Canvas& eye, const Look& look, Point gaze, double side)
{
    switch (look.eyes) {
    case Eyes::Bright:
        eye.fill(ellipse({0, 0}, 9.5, 12), paint::white);
        drawIris(eye, look.iris, 6.8, 9, 1.6 * gaze);
        eye.inkLine(ellipse({0, 1}, 10.5, 13.5, 195, 345), 3.6);
        eye.inkLine({{side * 9.5, -5}, {side * 13.5, -8}}, 2.4);
        break;
    case Eyes::Dots:
        eye.fill(ellipse({0, 1}, 4.8, 6.8), paint::black);
        eye.fill(circle({-1.4, -1.6}, 1.7), paint::white);
        break;
    case Eyes::Calm:
        eye.fill(ellipse({0, 1}, 9, 7.5), paint::white);
        drawIris(eye, look.iris, 5, 6, 1.6 * gaze + Point(0, 0.5));
        eye.inkLine(ellipse({0, 2}, 10, 9, 190, 350), 3.2);
        break;
    case Eyes::Sleepy:
        eye.fill(ellipse({0, 1}, 9.5, 10), paint::white);
        drawIris(eye, look.iris, 6, 7.5, 1.4 * gaze + Point(0, 2));
        eye.fill(ellipse({0, 0}, 10.5, 11, 180, 360), darker(look.skin, 0.12));
        eye.inkLine({{-10.5, 0}, {10.5, 0}}, 3.4);
        eye.inkLine({{side * 9, 0}, {side * 13.5, -3.5}}, 2.4);
        break;
    case Eyes::Lamps:
        eye.shape(circle({0, 0}, 12.5), paint::gold);
        eye.fill(circle({0, 0}, 7.5), lighter(paint::gold, 0.65));
        eye.fill(circle(2.0 * gaze, 3.4), paint::black);
        break;
    }
}

void drawEyes(const Canvas& face, const Look& look, const Scene& scene)
{
    for (const double side : {-1.0, 1.0}) {
        if (look.has(Mark::EyePatch) && side > 0)
            continue;
        const Canvas eye = face.moved(side * (look.head == HeadShape::Long ? 16 : 19), 2);
        const bool closed = scene.lids == Lids::Closed || (scene.lids == Lids::Wink && side < 0);
        if (closed && look.eyes != Eyes::Lamps)
            eye.inkLine(curve({{-9, 3}, {0, -3}, {9, 3}}), 3);
        else
            drawOpenEye(eye, look, scene.turn, side);
        if (look.eyes == Eyes::Lamps)
            continue;
        const Colour brow = mix(look.hair == Hair::None ? paint::brown : look.hairColour, paint::ink, 0.45);
        const double slope = -3.5 * scene.brow * side;
        eye.line(curve({{-9, -17 - slope}, {0, -19.5}, {9, -17 + slope}}), brow,
                 look.build == Build::Broad ? 5.5 : 3.4);
    }
}

void drawMouth(const Canvas& face, Mouth mouth, const Colour& ink)
{
    const Path bowl = joined({curve({{-15, 22}, {0, 25}, {15, 22}}), curve({{13, 29}, {0, 38}, {-13, 29}})});
    switch (mouth) {
    case Mouth::Smile:
        face.line(curve({{-13, 24}, {0, 31}, {13, 24}}), ink, 2.8);
        break;
    case Mouth::Grin:
        face.shape(bowl, paint::white);
        face.line(curve({{-13, 27}, {0, 31}, {13, 27}}), mix(ink, paint::white, 0.4), 1.4);
        break;
    case Mouth::Open:
        face.shape(bowl, mouthRed);
        face.inside(bowl, [](const Canvas& within) { within.fill(ellipse({0, 38}, 9, 7), paint::rose); });
        break;
    case Mouth::Flat:
        face.line({{-10, 28}, {0, 27.5}, {10, 28}}, ink, 2.8);
        break;
    case Mouth::Frown:
        face.line(curve({{-11, 31}, {0, 25}, {11, 31}}), ink, 2.8);
        break;
    case Mouth::Surprised:
        face.shape(ellipse({0, 30}, 5.5, 7.5), mouthRed);
        break;
    }
}

void drawNose(const Canvas& face, const Look& look)
{
    const Colour shadow = mix(look.skin, {168, 70, 50}, 0.42);
    switch (look.nose) {
    case Nose::Small:
        face.line(curve({{-1, 10}, {4, 15}, {-1, 17}}), shadow, 2.2);
        break;
    case Nose::Button:
        face.fill(ellipse({0, 14}, 5, 3.8), shadow);
        break;
    case Nose::Big:
        face.shape(ellipse({0, 14}, 12, 9), mix(look.skin, {204, 90, 70}, 0.32));
        break;
    case Nose::Long:
        face.line(curve({{-2, -2}, {7, 15}, {-2, 18}}), shadow, 3);
        break;
    case Nose::None:
        break;
    }
}

void drawMuzzle(const Canvas& face)
{
    face.shape(ellipse({0, 24}, 26, 19), mix(paint::leather, paint::cream, 0.75));
    face.shape(ellipse({0, 12}, 10, 6.5), paint::black);
    face.fill(ellipse({-3, 10}, 2.6, 1.6), paint::white);
    face.inkLine({{0, 18}, {0, 24}}, 2);
}

} // namespace

void drawFace(const Canvas& head, const Look& look, const Scene& scene)
{
    const Canvas face = head.moved(7 * scene.turn.x, 4 * scene.turn.y);
    drawSkinMarks(face, look);
    if (look.head == HeadShape::Box) {
        head.shape(roundedBox(-39, -22, 39, 19, 10), paint::navy);
        head.shape(roundedBox(-26, 24, 26, 42, 6), darker(look.skin, 0.35));
        drawEyes(face, look, scene);
        drawMouth(head.moved(0, 12).scaled(1, 0.72), scene.mouth, paint::gold);
        return;
    }
    drawBeard(head, face, look);
    drawEyes(face, look, scene);
    if (look.head == HeadShape::Bear) {
        drawMuzzle(face);
        drawMouth(face.moved(0, 6).scaled(0.8, 0.8), scene.mouth, paint::ink);
    } else {
        drawMouth(look.has(Mark::FullBeard) || look.has(Mark::BraidedBeard) ? face.moved(0, 5) : face,
                  scene.mouth, scene.drawing.ink);
        drawNose(face, look);
    }
    drawFaceWear(face, look);
}

} // namespace nakama
