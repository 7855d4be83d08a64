#pragma once

#include "core/evaluation/pdf/paper.h"

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

namespace nakama
{

enum class TextStyle { Title, Heading, Lead, Body, Hint, Small, Caption, Value, Cell, Mono };
/** What happens to text that is wider than its room: lines as many as it takes, or one, or what a page has
 * room for in a table's cell, with an ellipsis where something is cut. */
enum class TextFit { Wrapped, OneLine, Cell };
enum class TextAlign { Left, Right };

/** The text as UTF-8 without what fonts and XML cannot take: torn bytes and control characters. */
std::string cleaned(std::string_view text);
/** Any text as markup that shows it as it is. */
std::string marked(std::string_view text);
/** The same in bold. */
std::string bold(std::string_view text);

/** A piece of laid-out text. The paper must outlive it. */
class Text
{
public:
    /** markup is Pango's: <b>, and entities; room 0: as wide as the text is. */
    Text(Paper& paper, const std::string& markup, TextStyle style, double room = 0,
         TextFit fit = TextFit::Wrapped, TextAlign align = TextAlign::Left);

    double width() const;
    double height() const;
    void draw(double x, double y) const;
    /** Draws it from the paper's place on, line by line, over as many pages as it takes. */
    void flow() const;

private:
    struct Free
    {
        void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    };
    Paper& m_paper;
    TextStyle m_style;
    std::unique_ptr<PangoLayout, Free> m_layout;
};

/** Text over the whole width, with a gap below. */
void addText(Paper& paper, const std::string& markup, TextStyle style, double gap);

/** Lines of plain text in two columns, level where they end, over as many pages as they take. */
void addInColumns(Paper& paper, const std::string& text, TextStyle style, double gap);

} // namespace nakama
