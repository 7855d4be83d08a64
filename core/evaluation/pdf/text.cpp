#include "core/evaluation/pdf/text.h"

#include "core/evaluation/html.h"

#include <algorithm>
#include <vector>

namespace nakama
{

namespace
{

constexpr int mostLinesOfCell = 40;

struct Font
{
    const char* description;
    const char* colour;
    double spacing; ///< between lines, as a factor of their height
};

/** Pango looks in other fonts of the system for what the first lacks: Chinese, Japanese, Korean names. */
Font fontOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Title:
        return {"Noto Sans,DejaVu Sans,sans-serif Bold 21", "ink", 1.05};
    case TextStyle::Heading:
        return {"Noto Sans,DejaVu Sans,sans-serif Bold 12.5", "ink", 1.1};
    case TextStyle::Lead:
        return {"Noto Sans,DejaVu Sans,sans-serif 11.5", "ink", 1.2};
    case TextStyle::Body:
        return {"Noto Sans,DejaVu Sans,sans-serif 9.5", "ink", 1.2};
    case TextStyle::Hint:
        return {"Noto Sans,DejaVu Sans,sans-serif 8.5", "soft", 1.2};
    case TextStyle::Small:
        return {"Noto Sans,DejaVu Sans,sans-serif 7.5", "soft", 1.1};
    case TextStyle::Caption:
        return {"Noto Sans,DejaVu Sans,sans-serif 7", "soft", 1.1};
    case TextStyle::Value:
        return {"Noto Sans,DejaVu Sans,sans-serif Bold 19", "ink", 1};
    case TextStyle::Cell:
        return {"Noto Sans,DejaVu Sans,sans-serif 8.5", "ink", 1.1};
    case TextStyle::Mono:
        break;
    }
    return {"Noto Sans Mono,DejaVu Sans Mono,monospace 7", "ink", 1.15};
}

} // namespace

std::string cleaned(std::string_view text)
{
    gchar* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string clean(valid);
    g_free(valid);
    for (char& c : clean)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
            c = ' ';
    return clean;
}

std::string marked(std::string_view text)
{
    return htmlEscape(cleaned(text));
}

std::string bold(std::string_view text)
{
    return "<b>" + marked(text) + "</b>";
}

Text::Text(Paper& paper, const std::string& markup, TextStyle style, double room, TextFit fit,
           TextAlign align)
    : m_paper(paper), m_style(style), m_layout(pango_cairo_create_layout(paper.cairo()))
{
    const auto font = fontOf(style);
    auto* layout = m_layout.get();
    auto* description = pango_font_description_from_string(font.description);
    // Points are those of the page, not of a screen of 96 dots an inch.
    pango_font_description_set_absolute_size(description, pango_font_description_get_size(description));
    pango_layout_set_font_description(layout, description);
    pango_font_description_free(description);
    pango_layout_set_line_spacing(layout, static_cast<float>(font.spacing));
    if (room > 0) {
        pango_layout_set_width(layout, static_cast<int>(room * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        if (fit != TextFit::Wrapped) {
            pango_layout_set_height(layout, fit == TextFit::OneLine ? -1 : -mostLinesOfCell);
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
        }
    }
    if (align == TextAlign::Right)
        pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT);
    pango_layout_set_markup(layout, markup.c_str(), static_cast<int>(markup.size()));
}

double Text::width() const
{
    int wide = 0;
    pango_layout_get_size(m_layout.get(), &wide, nullptr);
    return static_cast<double>(wide) / PANGO_SCALE;
}

double Text::height() const
{
    int high = 0;
    pango_layout_get_size(m_layout.get(), nullptr, &high);
    return static_cast<double>(high) / PANGO_SCALE;
}

void Text::draw(double x, double y) const
{
    m_paper.setColour(fontOf(m_style).colour);
    cairo_move_to(m_paper.cairo(), x, y);
    pango_cairo_show_layout(m_paper.cairo(), m_layout.get());
}

void Text::flow() const
{
    auto* iterator = pango_layout_get_iter(m_layout.get());
    do {
        int top = 0;
        int bottom = 0;
        pango_layout_iter_get_line_yrange(iterator, &top, &bottom);
        const double high = static_cast<double>(bottom - top) / PANGO_SCALE;
        const double above =
            static_cast<double>(pango_layout_iter_get_baseline(iterator) - top) / PANGO_SCALE;
        m_paper.keep(high);
        m_paper.setColour(fontOf(m_style).colour);
        cairo_move_to(m_paper.cairo(), Paper::left, m_paper.y() + above);
        pango_cairo_show_layout_line(m_paper.cairo(), pango_layout_iter_get_line_readonly(iterator));
        m_paper.advance(high);
    } while (pango_layout_iter_next_line(iterator));
    pango_layout_iter_free(iterator);
}

void addInColumns(Paper& paper, const std::string& text, TextStyle style, double gap)
{
    constexpr double between = 18;
    const double wide = (Paper::width - between) / 2;
    std::vector<Text> lines;
    double left = 0; // height of the lines that are not drawn yet
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.emplace_back(paper, marked(std::string_view(text).substr(at, end - at)), style, wide);
        left += lines.back().height();
        at = end + 1;
    }
    std::size_t next = 0;
    while (next < lines.size()) {
        paper.keep(4 * lines[next].height());
        const double top = paper.y();
        const double high = std::min(paper.room(), left / 2 + lines[next].height());
        double lowest = 0;
        for (int column = 0; column < 2; ++column) {
            double y = 0;
            // One line at least, so that this ends whatever there is room for.
            for (bool first = true; next < lines.size() && (first || y + lines[next].height() <= high);
                 first = false, ++next) {
                lines[next].draw(Paper::left + column * (wide + between), top + y);
                y += lines[next].height();
                left -= lines[next].height();
            }
            lowest = std::max(lowest, y);
        }
        paper.advance(lowest);
    }
    paper.advance(gap);
}

void addText(Paper& paper, const std::string& markup, TextStyle style, double gap)
{
    Text(paper, markup, style, Paper::width).flow();
    paper.advance(gap);
}

} // namespace nakama
