#pragma once

#include <opencv2/core/types.hpp>

namespace nakama
{

/** A paint: red, green, blue from 0 to 255. */
using Colour = cv::Vec3d;

/** b's share of the mixture is t. */
inline Colour mix(const Colour& a, const Colour& b, double t)
{
    return a * (1 - t) + b * t;
}

/** The same paint in shadow. */
inline Colour darker(const Colour& colour, double amount = 0.25)
{
    return mix(colour, {30, 22, 40}, amount);
}

inline Colour lighter(const Colour& colour, double amount = 0.25)
{
    return mix(colour, {255, 252, 240}, amount);
}

/**
 * The paints that all characters share. Hair, clothes and hats use the same few, so that a colour alone does
 * not tell who it is.
 */
namespace paint
{
inline const Colour white{250, 248, 240};
inline const Colour black{38, 34, 42};
inline const Colour ink{44, 32, 38};
inline const Colour cream{243, 226, 186};
inline const Colour grey{150, 154, 160};
inline const Colour silver{200, 205, 210};
inline const Colour steel{126, 142, 158};
inline const Colour navy{44, 62, 108};
inline const Colour sky{112, 178, 222};
inline const Colour teal{38, 138, 140};
inline const Colour forest{66, 116, 72};
inline const Colour leaf{140, 182, 84};
inline const Colour mustard{226, 172, 58};
inline const Colour gold{244, 204, 92};
inline const Colour orange{226, 122, 52};
inline const Colour brick{184, 66, 56};
inline const Colour crimson{206, 48, 62};
inline const Colour rose{232, 132, 148};
inline const Colour plum{122, 72, 134};
inline const Colour lilac{176, 152, 210};
inline const Colour brown{112, 74, 50};
inline const Colour leather{146, 98, 62};
inline const Colour paleSkin{250, 224, 206};
inline const Colour fairSkin{246, 208, 176};
inline const Colour tanSkin{226, 172, 128};
inline const Colour brownSkin{176, 118, 82};
inline const Colour darkSkin{122, 80, 60};
} // namespace paint

} // namespace nakama
