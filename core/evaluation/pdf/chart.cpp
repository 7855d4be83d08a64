#include "core/evaluation/pdf/chart.h"

#include "core/evaluation/pdf/text.h"
#include "core/evaluation/report_style.h"

#include <librsvg/rsvg.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace nakama
{

namespace
{

/** librsvg knows no CSS variables: each use gets its value. */
std::string withColours(std::string text)
{
    for (auto at = text.find("var(--"); at != std::string::npos; at = text.find("var(--", at)) {
        const auto end = text.find(')', at);
        if (end == std::string::npos)
            break;
        const auto name = "--" + text.substr(at + 6, end - at - 6) + ":";
        const auto colours = paperColours();
        const auto place = colours.find(name);
        std::string value = "#000";
        if (place != std::string_view::npos) {
            const auto rest = colours.substr(place + name.size());
            value = std::string(rest.substr(0, rest.find(';')));
        }
        text.replace(at, end - at + 1, value);
    }
    return text;
}

std::string styleSheet()
{
    return "svg{font-family:\"Noto Sans\",\"DejaVu Sans\",sans-serif}" +
           withColours(std::string(chartStyle()));
}

void freeError(GError* error)
{
    if (error)
        g_error_free(error);
}

} // namespace

void Chart::Free::operator()(RsvgHandle* handle) const
{
    g_object_unref(handle);
}

Chart::Chart(const std::string& svg)
{
    constexpr std::string_view opening = "<svg ";
    if (!svg.starts_with(opening))
        return;
    const auto text = "<svg xmlns=\"http://www.w3.org/2000/svg\" " +
                      withColours(cleaned(std::string_view(svg).substr(opening.size())));
    GError* error = nullptr;
    m_handle.reset(
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text.data()), text.size(), &error));
    freeError(std::exchange(error, nullptr));
    if (!m_handle)
        return;
    const auto style = styleSheet();
    rsvg_handle_set_stylesheet(m_handle.get(), reinterpret_cast<const guint8*>(style.data()), style.size(),
                               &error);
    freeError(error);
    gboolean hasBox = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(m_handle.get(), nullptr, nullptr, nullptr, nullptr, &hasBox, &box);
    if (hasBox && box.width > 0 && box.height > 0) {
        m_width = box.width;
        m_height = box.height;
    }
}

void Chart::draw(Paper& paper, double x, double y, double width) const
{
    if (!m_handle)
        return;
    const RsvgRectangle place{x, y, width, heightAt(width)};
    GError* error = nullptr;
    rsvg_handle_render_document(m_handle.get(), paper.cairo(), &place, &error);
    freeError(error);
}

void addCharts(Paper& paper, const std::vector<std::string>& svgs)
{
    constexpr double gap = 22;
    std::vector<Chart> charts;
    for (const auto& svg : svgs)
        if (Chart chart(svg); chart.valid())
            charts.push_back(std::move(chart));
    if (charts.empty())
        return;
    const double wide = (Paper::width - gap) / 2;
    double high = 0;
    for (const auto& chart : charts)
        high = std::max(high, chart.heightAt(wide));
    paper.keep(high);
    double x = Paper::left;
    for (const auto& chart : charts) {
        chart.draw(paper, x, paper.y(), wide);
        x += wide + gap;
    }
    paper.advance(high);
}

void drawJpeg(Paper& paper, const std::vector<std::byte>& jpeg, int width, int height, double x, double y,
              double boxWidth, double boxHeight)
{
    if (jpeg.empty() || width < 1 || height < 1)
        return;
    auto* image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    // cairo frees its copy of the bytes itself, once the page is written.
    auto* bytes = static_cast<unsigned char*>(g_memdup2(jpeg.data(), jpeg.size()));
    if (cairo_surface_set_mime_data(image, CAIRO_MIME_TYPE_JPEG, bytes, jpeg.size(), g_free, bytes) !=
        CAIRO_STATUS_SUCCESS)
        g_free(bytes);
    const double scale = std::min(boxWidth / width, boxHeight / height);
    auto* cairo = paper.cairo();
    cairo_save(cairo);
    cairo_translate(cairo, x + (boxWidth - width * scale) / 2, y + (boxHeight - height * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, image, 0, 0);
    cairo_rectangle(cairo, 0, 0, width, height);
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(image);
}

} // namespace nakama
