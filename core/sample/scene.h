#pragma once

#include "core/base/random.h"
#include "core/sample/canvas.h"

#include <array>

namespace nakama
{

enum class Mouth { Smile, Grin, Open, Flat, Frown, Surprised };
enum class Lids { Open, Closed, Wink };
enum class Backdrop { Plain, Gradient, Stripes, Sea, Hills, Dots, Shapes, Night, Room, Rays };
enum class Process { FullColour, Grey, Sepia, Screentone };

/** Degrees: the upper arm away from the body, and the forearm, both from hanging straight down. */
struct ArmPose
{
    double upper = 12;
    double fore = 16;
};

/** Everything that differs between two pictures of the same character. */
struct Scene
{
    // Framing: where the middle of the head is, in shares of the side, and pixels of the side per figure
    // unit.
    Point head;
    double scale = 1;
    double tilt = 0; ///< of the whole figure, degrees
    bool flipped = false;

    // Pose and mood.
    double headTilt = 0;
    Point turn; ///< of the face to the side and up or down, −1 to 1
    std::array<ArmPose, 2> arms;
    Mouth mouth = Mouth::Smile;
    Lids lids = Lids::Open;
    double brow = 0; ///< −1 angry to 1 worried
    int outfit = 0;  ///< which colour of the clothes
    bool prop = false;

    // Picture.
    Backdrop backdrop = Backdrop::Plain;
    std::array<Colour, 3> backdropColours;
    DrawingStyle drawing;
    Process process = Process::FullColour;
    Colour tint{1, 1, 1}; ///< of the light
    double brightness = 1;
    double contrast = 1;
    double vignette = 0; ///< darkening of the corners, 0 to 1
    double grain = 0;
};

/** Draws a scene; all of it comes from the stream. */
Scene drawScene(RandomStream& random);

} // namespace nakama
