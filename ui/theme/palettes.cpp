#include "ui/theme/appearance.h"

namespace nakama
{

namespace
{

struct Shades
{
    QColor window, surface, raised, button, text, mutedText, disabledText, line, accent, link;
};

QPalette paletteOf(const Shades& shades)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& color) {
        palette.setColor(role, color);
    };
    set(QPalette::Window, shades.window);
    set(QPalette::WindowText, shades.text);
    set(QPalette::Base, shades.surface);
    set(QPalette::AlternateBase, shades.raised);
    set(QPalette::Text, shades.text);
    set(QPalette::PlaceholderText, shades.mutedText);
    set(QPalette::Button, shades.button);
    set(QPalette::ButtonText, shades.text);
    set(QPalette::BrightText, Qt::white);
    set(QPalette::ToolTipBase, shades.surface);
    set(QPalette::ToolTipText, shades.text);
    set(QPalette::Highlight, shades.accent);
    set(QPalette::HighlightedText, Qt::white);
    set(QPalette::Link, shades.link);
    set(QPalette::LinkVisited, shades.link);
    set(QPalette::Light, shades.raised);
    set(QPalette::Midlight, shades.raised);
    set(QPalette::Mid, shades.line);
    set(QPalette::Dark, shades.line);
    set(QPalette::Shadow, QColor(0, 0, 0, 60));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, shades.disabledText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, shades.line);
    palette.setColor(QPalette::Disabled, QPalette::Base, shades.window);
    palette.setColor(QPalette::Disabled, QPalette::Button, shades.window);
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xf4f5f8,
                      .surface = 0xffffff,
                      .raised = 0xf0f2f6,
                      .button = 0xffffff,
                      .text = 0x1d2230,
                      .mutedText = 0x667085,
                      .disabledText = 0xa3a9b6,
                      .line = 0xd5d9e2,
                      .accent = 0x3b63d8,
                      .link = 0x2f55c4});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0x1b1e25,
                      .surface = 0x22262f,
                      .raised = 0x2a2f3a,
                      .button = 0x2e3440,
                      .text = 0xe6e9f0,
                      .mutedText = 0x98a1b3,
                      .disabledText = 0x666e7e,
                      .line = 0x3a4150,
                      .accent = 0x4f78ea,
                      .link = 0x8aaaff});
}

} // namespace nakama
