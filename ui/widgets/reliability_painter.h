#pragma once

#include "core/evaluation/calibration.h"
#include "ui/widgets/color_scheme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QRect>

#include <optional>

class QPainter;

namespace nakama
{

/** What a painted reliability diagram shows. */
struct ReliabilityScene
{
    Reliability shown;
    std::optional<Reliability> before;
    int current = -1; ///< bin with the ring of the keyboard's cursor
};

/** Paints a reliability diagram into a rectangle; the same for the window and for a file. */
class ReliabilityPainter
{
    Q_DECLARE_TR_FUNCTIONS(nakama::ReliabilityPainter)

public:
    ReliabilityPainter(const ReliabilityScene& scene, QRect room, const QFontMetrics& metrics,
                       const ColorScheme& colors);

    void paint(QPainter& painter) const;
    /** The whole column of a bin, with its count. */
    QRect binRect(int index) const;

private:
    void paintAxes(QPainter& painter) const;
    void paintBins(QPainter& painter) const;
    void paintBefore(QPainter& painter) const;
    void paintCounts(QPainter& painter) const;
    double x(double confidence) const { return m_plot.left() + confidence * m_plot.width(); }
    double y(double share) const { return m_plot.bottom() - share * m_plot.height(); }

    const ReliabilityScene& m_scene;
    const ColorScheme& m_colors;
    int m_line;
    int m_titleLeft; ///< of the upright title
    QRectF m_plot;
    QRectF m_counts; ///< below: how many answers a bin has
};

} // namespace nakama
