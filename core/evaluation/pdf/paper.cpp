#include "core/evaluation/pdf/paper.h"

#include "core/evaluation/pdf/text.h"
#include "core/evaluation/report_style.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <numbers>
#include <stdexcept>
#include <string_view>

namespace nakama
{

namespace
{

constexpr double pageWidth = 595.28;
constexpr double pageHeight = 841.89;
constexpr double firstTop = 48;
constexpr double top = 62;
constexpr double bottom = 58;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) noexcept
{
    try {
        static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::exception&) {
        return CAIRO_STATUS_WRITE_ERROR;
    }
}

void check(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(fmt::format("cairo: {}", cairo_status_to_string(status)));
}

double channel(std::string_view hex, std::size_t place)
{
    const bool brief = hex.size() == 3;
    std::string digits(hex.substr(brief ? place : 2 * place, brief ? 1 : 2));
    if (brief)
        digits += digits;
    return std::stoi(digits, nullptr, 16) / 255.0;
}

} // namespace

Colour paperColour(const std::string& name)
{
    const auto colours = paperColours();
    const auto variable = "--" + name + ":#";
    const auto at = colours.find(variable);
    if (at == std::string_view::npos)
        return {};
    const auto rest = colours.substr(at + variable.size());
    const auto hex = rest.substr(0, rest.find(';'));
    return {channel(hex, 0), channel(hex, 1), channel(hex, 2)};
}

Paper::Paper(PaperParams params)
    : m_params(std::move(params)), m_bytes(std::make_unique<std::string>()),
      m_surface(cairo_pdf_surface_create_for_stream(append, m_bytes.get(), pageWidth, pageHeight)),
      m_cairo(cairo_create(m_surface.get())), m_y(firstTop)
{
    check(cairo_surface_status(m_surface.get()));
    auto* surface = m_surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, cleaned(m_params.title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Nakama");
    // Else cairo takes the time of drawing, and no two reports on the same evaluation would be equal.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   m_params.date.empty() ? "1970-01-01T00:00:00Z" : m_params.date.c_str());
    drawEdges();
}

void Paper::setColour(const std::string& name, double opacity)
{
    const auto colour = paperColour(name);
    cairo_set_source_rgba(cairo(), colour.red, colour.green, colour.blue, opacity);
}

void Paper::fillRectangle(double x, double y, double wide, double high, double radius)
{
    if (wide <= 0 || high <= 0)
        return;
    const double round = std::min({radius, wide / 2, high / 2});
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(cairo());
    cairo_arc(cairo(), x + wide - round, y + round, round, -quarter, 0);
    cairo_arc(cairo(), x + wide - round, y + high - round, round, 0, quarter);
    cairo_arc(cairo(), x + round, y + high - round, round, quarter, 2 * quarter);
    cairo_arc(cairo(), x + round, y + round, round, 2 * quarter, 3 * quarter);
    cairo_close_path(cairo());
    cairo_fill(cairo());
}

double Paper::room() const
{
    return pageHeight - bottom - m_y;
}

void Paper::keep(double height)
{
    if (room() < height && m_y > top)
        newPage();
}

void Paper::newPage()
{
    cairo_show_page(cairo());
    ++m_page;
    m_y = top;
    drawEdges();
}

void Paper::addToOutline(const std::string& heading)
{
    const auto place = fmt::format("page={} pos=[{:.0f} {:.0f}]", m_page, left, m_y);
    cairo_pdf_surface_add_outline(m_surface.get(), CAIRO_PDF_OUTLINE_ROOT, cleaned(heading).c_str(),
                                  place.c_str(), static_cast<cairo_pdf_outline_flags_t>(0));
}

std::string Paper::finish()
{
    cairo_show_page(cairo());
    check(cairo_status(cairo()));
    cairo_surface_finish(m_surface.get());
    check(cairo_surface_status(m_surface.get()));
    return std::move(*m_bytes);
}

void Paper::drawEdges()
{
    const auto number =
        m_params.pages > 0 ? fmt::format("Page {} of {}", m_page, m_params.pages) : fmt::format("{}", m_page);
    const double line = pageHeight - 44;
    setColour("line");
    fillRectangle(left, line, width, 0.6);
    const Text page(*this, marked(number), TextStyle::Small);
    page.draw(left + width - page.width(), line + 7);
    const Text footer(*this, marked(m_params.footer), TextStyle::Small, width - page.width() - 20,
                      TextFit::OneLine);
    footer.draw(left, line + 7);
    if (m_page > 1) {
        const Text title(*this, marked(m_params.title), TextStyle::Small, width, TextFit::OneLine);
        title.draw(left, 36);
    }
}

} // namespace nakama
