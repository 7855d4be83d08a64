#pragma once

#include <cairo.h>

#include <memory>
#include <string>

namespace nakama
{

/** What stands at the edges of each page. */
struct PaperParams
{
    std::string title;  ///< of the document, and above each page but the first
    std::string footer; ///< below each page, left of its number
    std::string date;   ///< of the document, ISO 8601; empty: none
    int pages = 0;      ///< of how many; 0 where that is not known yet
};

/** A colour of the report's style sheet, by the name of its variable: "hit". Black for one that it lacks. */
struct Colour
{
    double red = 0;
    double green = 0;
    double blue = 0;
};
Colour paperColour(const std::string& name);

/** A4 pages of a PDF, filled from top to bottom; all lengths are points, 72 an inch. Throws
 * std::runtime_error where cairo cannot go on. */
class Paper
{
public:
    static constexpr double left = 48;
    static constexpr double width = 499;

    explicit Paper(PaperParams params);

    cairo_t* cairo() const { return m_cairo.get(); }
    void setColour(const std::string& name, double opacity = 1);
    void fillRectangle(double x, double y, double wide, double high, double radius = 0);

    double y() const { return m_y; }
    void advance(double height) { m_y += height; }
    /** Room that is left on this page. */
    double room() const;
    /** Begins a new page unless so much is left; more than a page has is asked in vain. */
    void keep(double height);
    void newPage();
    int page() const { return m_page; }

    /** An entry of the document's outline that leads here. */
    void addToOutline(const std::string& heading);

    /** Ends the document; its bytes. */
    std::string finish();

private:
    void drawEdges();

    struct FreeCairo
    {
        void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    };
    struct FreeSurface
    {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };

    PaperParams m_params;
    std::unique_ptr<std::string> m_bytes; ///< where the surface writes to, so it must not move
    std::unique_ptr<cairo_surface_t, FreeSurface> m_surface;
    std::unique_ptr<cairo_t, FreeCairo> m_cairo;
    int m_page = 1;
    double m_y = 0;
};

} // namespace nakama
