#pragma once

#include "core/sample/canvas.h"
#include "core/sample/look.h"
#include "core/sample/scene.h"

namespace nakama
{

/**
 * Draws a character, from the back to the front. The canvas has its origin in the middle of the head; the
 * head reaches from −50 to 50, the feet stand at about 200, a high hat ends at −130.
 */
void drawFigure(const Canvas& canvas, const Look& look, const Scene& scene);

// The parts of it; those of the head are given a canvas that is tilted with the head.
void drawBody(const Canvas& canvas, const Look& look, const Scene& scene);
void drawOutfit(const Canvas& canvas, const Look& look, const Scene& scene, const Path& torso);
void drawProp(const Canvas& hand, Prop prop);
void drawBackHair(const Canvas& head, const Look& look);
void drawHead(const Canvas& head, const Look& look, const Scene& scene);
void drawFace(const Canvas& head, const Look& look, const Scene& scene);
/** Marks on the skin, below eyes and mouth. */
void drawSkinMarks(const Canvas& face, const Look& look);
/** Beards, below mouth and nose. */
void drawBeard(const Canvas& head, const Canvas& face, const Look& look);
/** What is worn on the face, above everything else on it. */
void drawFaceWear(const Canvas& face, const Look& look);
void drawFrontHair(const Canvas& head, const Look& look);
void drawHat(const Canvas& head, const Look& look);

/** Half widths of a body. */
struct BodyMeasures
{
    double shoulder;
    double waist;
    double hem;
    double arm;
};
BodyMeasures measuresOf(Build build);

} // namespace nakama
