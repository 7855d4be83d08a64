#include "ui/widgets/color_scheme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nakama
{

namespace
{

constexpr std::array<QRgb, 8> lightSeries{0xff2f6fde, 0xffd9730d, 0xff1f8a5b, 0xffb8418a,
                                          0xff6f56cf, 0xff0f8798, 0xff8a7412, 0xffc2452f};
constexpr std::array<QRgb, 8> darkSeries{0xff6ea1ff, 0xfff0a050, 0xff54c08c, 0xffe884bb,
                                         0xffa896ff, 0xff4cc0ce, 0xffc6b248, 0xfff08272};

/** Relative luminance as WCAG 2 defines it. */
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto between = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {between(from.red(), to.red()), between(from.green(), to.green()),
            between(from.blue(), to.blue())};
}

QColor readableOn(const QColor& background)
{
    // 0.179 is where black and white have equal contrast.
    return luminance(background) > 0.179 ? QColor(0x1a, 0x1a, 0x1a) : QColor(Qt::white);
}

ColorScheme::ColorScheme(const QPalette& palette)
    : dark(luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text))),
      surface(palette.color(QPalette::Base)), text(palette.color(QPalette::Text)),
      accent(palette.color(QPalette::Highlight))
{
    raised = mixed(surface, text, dark ? 0.05 : 0.03);
    mutedText = mixed(text, surface, 0.36);
    line = mixed(surface, text, dark ? 0.14 : 0.13);
}

QColor ColorScheme::series(int index) const
{
    const auto& colors = dark ? darkSeries : lightSeries;
    return QColor::fromRgb(colors[static_cast<std::size_t>(index) % colors.size()]);
}

QColor ColorScheme::correct(double share) const
{
    return ramp(dark ? QColor(0x33, 0x6f, 0xe2) : QColor(0x1f, 0x5f, 0xd0), share);
}

QColor ColorScheme::confused(double share) const
{
    return ramp(dark ? QColor(0xb6, 0x5a, 0x0c) : QColor(0xd8, 0x62, 0x08), share);
}

QColor ColorScheme::ramp(const QColor& end, double share) const
{
    if (share <= 0)
        return raised;
    // The square root and the floor keep a single mistake visible beside a class of hundreds.
    return mixed(surface, end, 0.12 + 0.88 * std::sqrt(std::min(share, 1.0)));
}

} // namespace nakama
