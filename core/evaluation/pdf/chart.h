#pragma once

#include "core/evaluation/pdf/paper.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

typedef struct _RsvgHandle RsvgHandle;

namespace nakama
{

/** One of the report's charts, drawn by librsvg with the report's own style sheet. */
class Chart
{
public:
    /** svg as the report's page has it, without a name space. */
    explicit Chart(const std::string& svg);

    /** Not where there is none, or it cannot be read. */
    bool valid() const { return m_handle != nullptr; }
    /** Of the chart's own size, in its pixels. */
    double naturalWidth() const { return m_width; }
    double heightAt(double width) const { return width * m_height / m_width; }
    void draw(Paper& paper, double x, double y, double width) const;

private:
    struct Free
    {
        void operator()(RsvgHandle* handle) const;
    };
    std::unique_ptr<RsvgHandle, Free> m_handle;
    double m_width = 1;
    double m_height = 1;
};

/** Charts beside each other over the whole width; one alone takes half of it. */
void addCharts(Paper& paper, const std::vector<std::string>& svgs);

/** A JPEG within a box, in its middle; the file's own bytes go into the PDF. */
void drawJpeg(Paper& paper, const std::vector<std::byte>& jpeg, int width, int height, double x, double y,
              double boxWidth, double boxHeight);

} // namespace nakama
