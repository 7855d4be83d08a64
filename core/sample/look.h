#pragma once

#include "core/sample/colour.h"

#include <array>
#include <string>
#include <vector>

namespace nakama
{

enum class Build { Small, Slim, Medium, Broad };
enum class HeadShape { Round, Oval, Square, Long, Box, Bear };
enum class Hair { None, Wavy, Cropped, Tufts, Buns, Shaggy, Afro, Spiky, Straight, Curtain, Slick, Bob };
enum class Hat {
    None,
    Plume,
    Bandana,
    CaptainCap,
    Horned,
    Flowers,
    Goggles,
    Witch,
    Toque,
    Antenna,
    Bicorne,
    FoxHood,
    Mirror,
    Beanie,
    TopHat
};
/** What is on the band or the cloth of a hat. */
enum class Badge { None, Buckle, Star, Anchor, Dots, Stripes };
enum class Eyes { Bright, Dots, Calm, Sleepy, Lamps };
enum class Nose { Small, Button, Big, Long, None };
enum class Mark {
    Freckles,
    Scar,
    Plaster,
    FullBeard,
    BraidedBeard,
    Walrus,
    Curled,
    Glasses,
    Monocle,
    EyePatch,
    Blush,
    EyeBags,
    Pipe
};
enum class Outfit {
    Coat,
    Vest,
    Jumper,
    Overalls,
    Furs,
    Dress,
    Stripes,
    Robe,
    ChefJacket,
    Plates,
    Cape,
    LabCoat,
    Parka,
    Tails
};
enum class Prop { None, Spyglass, Brush, Axe, Flower, Fish, Wand, Ladle, Wrench, Cane, Mug, Book };

/** How a character looks in every picture. */
struct Look
{
    std::string name;
    int pictures = 0;
    Build build = Build::Medium;
    HeadShape head = HeadShape::Round;
    Colour skin = paint::fairSkin;
    Hair hair = Hair::None;
    Colour hairColour = paint::brown;
    Hat hat = Hat::None;
    Colour hatColour = paint::navy;
    Colour bandColour = paint::gold;
    Badge badge = Badge::None;
    Eyes eyes = Eyes::Bright;
    Colour iris = paint::brown;
    Nose nose = Nose::Small;
    std::vector<Mark> marks{};
    Outfit outfit = Outfit::Coat;
    /** Main colour of the clothes: the usual one, and what is worn now and then. */
    std::array<Colour, 2> clothes{paint::navy, paint::brick};
    Colour trim = paint::gold;
    Prop prop = Prop::None;

    bool has(Mark mark) const;
};

/** The 18 characters, in class order. */
const std::vector<Look>& cast();

} // namespace nakama
