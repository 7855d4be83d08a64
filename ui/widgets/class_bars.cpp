#include "ui/widgets/class_bars.h"

#include "ui/widgets/color_scheme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>

namespace nakama
{

namespace
{

constexpr int padding = 16;
constexpr int barWidth = 420;
constexpr int bar = 7;

class ClassBars
{
    Q_DECLARE_TR_FUNCTIONS(nakama::ClassBars)

public:
    ClassBars(const std::vector<ClassMetrics>& classes, const QPalette& palette, const QFont& font)
        : m_classes(classes), m_colors(palette), m_font(font), m_line(QFontMetrics(font).height())
    {
        const QFontMetrics metrics(font);
        for (const auto& one : classes)
            m_names = std::max(m_names, metrics.horizontalAdvance(nameOf(one)));
    }

    QSize size() const
    {
        return {2 * padding + m_names + 10 + barWidth + 110,
                top() + static_cast<int>(m_classes.size()) * row() + padding};
    }

    const ColorScheme& colors() const { return m_colors; }

    void paint(QPainter& painter) const
    {
        painter.setFont(m_font);
        paintLegend(painter);
        for (int step = 0; step <= 4; ++step) {
            painter.setPen(m_colors.line);
            const int x = left() + barWidth * step / 4;
            painter.drawLine(x, top() - 4, x, size().height() - padding);
            painter.setPen(m_colors.mutedText);
            painter.drawText(QRect(x - 30, top() - m_line - 6, 60, m_line), Qt::AlignCenter,
                             QLocale().toString(step / 4.0, 'f', 2));
        }
        for (std::size_t index = 0; index < m_classes.size(); ++index)
            paintClass(painter, m_classes[index], top() + static_cast<int>(index) * row());
    }

private:
    static QString nameOf(const ClassMetrics& one) { return QString::fromStdString(one.name); }
    static std::array<double, 3> sharesOf(const ClassMetrics& one)
    {
        return {one.precision, one.recall, one.f1};
    }

    int row() const { return std::max(3 * bar + 8, m_line + 6); }
    int left() const { return padding + m_names + 10; }
    int top() const { return padding + 2 * m_line + 14; }

    void paintLegend(QPainter& painter) const
    {
        int x = left();
        int index = 0;
        for (const QString& name : {tr("Precision"), tr("Recall"), tr("F1")}) {
            painter.fillRect(QRect(x, padding + m_line / 2 - 4, 12, 8), m_colors.series(index++));
            painter.setPen(m_colors.text);
            const int width = painter.fontMetrics().horizontalAdvance(name);
            painter.drawText(QRect(x + 18, padding, width + 2, m_line), Qt::AlignVCenter, name);
            x += width + 42;
        }
    }

    void paintClass(QPainter& painter, const ClassMetrics& one, int y) const
    {
        painter.setPen(m_colors.text);
        painter.drawText(QRect(padding, y, m_names, row()), Qt::AlignRight | Qt::AlignVCenter, nameOf(one));
        const int first = y + (row() - 3 * bar) / 2;
        int index = 0;
        for (const double share : sharesOf(one)) {
            painter.fillRect(QRectF(left(), first + index * bar, barWidth * share, bar - 1),
                             m_colors.series(index));
            ++index;
        }
        painter.setPen(m_colors.mutedText);
        painter.drawText(
            QRect(left() + barWidth + 10, y, 100, row()), Qt::AlignVCenter,
            tr("n = %1", "number of pictures").arg(QLocale().toString(static_cast<qlonglong>(one.support))));
    }

    std::vector<ClassMetrics> m_classes;
    ColorScheme m_colors;
    QFont m_font;
    int m_line;
    int m_names = 0;
};

} // namespace

Drawing classBars(const std::vector<ClassMetrics>& classes, const QPalette& palette, const QFont& font)
{
    const ClassBars bars(classes, palette, font);
    return {bars.size(), bars.colors().surface, [bars](QPainter& painter) { bars.paint(painter); }};
}

} // namespace nakama
