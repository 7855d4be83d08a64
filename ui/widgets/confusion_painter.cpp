#include "ui/widgets/confusion_painter.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace nakama
{

namespace
{

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

bool ConfusionScene::rowStands(int row) const
{
    return (hovered && hovered->row == row) || (current && current->row == row) || marked == row;
}

bool ConfusionScene::columnStands(int column) const
{
    return (hovered && hovered->column == column) || (current && current->column == column) ||
           marked == column;
}

ConfusionRoom roomFor(const ConfusionScene& scene, const QFont& font, QSize size)
{
    const QFontMetrics metrics(bold(font));
    ConfusionRoom room;
    room.size = size;
    room.classes = scene.values.size();
    room.lineHeight = metrics.height();
    for (const QString& name : scene.classes)
        room.longestLabel = std::max(room.longestLabel, metrics.horizontalAdvance(name));
    // Room for the same digits in every scale, so that nothing moves when the scale is switched.
    const QString number = QLocale().toString(static_cast<qlonglong>(scene.values.largest()));
    room.widestNumber =
        std::max(metrics.horizontalAdvance(number), metrics.horizontalAdvance(QStringLiteral("100")));
    return room;
}

ConfusionPainter::ConfusionPainter(QPainter& painter, const ConfusionScene& scene,
                                   const ConfusionGeometry& geometry, QPoint scroll,
                                   const ColorScheme& colors)
    : m_painter(painter), m_scene(scene), m_geometry(geometry), m_scroll(scroll), m_colors(colors)
{
}

void ConfusionPainter::paint()
{
    paintTitles();
    paintRowNames();
    paintColumnNames();
    paintCells();
    paintLegend();
}

std::pair<int, int> ConfusionPainter::rowsInSight() const
{
    const int height = m_geometry.cell().height();
    return {
        m_scroll.y() / height,
        std::min(m_geometry.classes(), (m_scroll.y() + m_geometry.cells().height() + height - 1) / height)};
}

std::pair<int, int> ConfusionPainter::columnsInSight() const
{
    const int width = m_geometry.cell().width();
    return {m_scroll.x() / width,
            std::min(m_geometry.classes(), (m_scroll.x() + m_geometry.cells().width() + width - 1) / width)};
}

QColor ConfusionPainter::cellColor(MatrixCell cell) const
{
    const double share = m_scene.values.share(cell.row, cell.column, m_scene.scale);
    return cell.row == cell.column ? m_colors.correct(share) : m_colors.confused(share);
}

void ConfusionPainter::paintCells()
{
    m_painter.save();
    m_painter.setClipRect(m_geometry.cells());
    const auto [firstRow, lastRow] = rowsInSight();
    const auto [firstColumn, lastColumn] = columnsInSight();
    for (int row = firstRow; row < lastRow; ++row)
        for (int column = firstColumn; column < lastColumn; ++column)
            paintCell({row, column});
    m_painter.restore();
    paintCursor();
}

void ConfusionPainter::paintCell(MatrixCell cell)
{
    const QRect rect = m_geometry.cellRect(cell, m_scroll).adjusted(0, 0, -1, -1);
    const QColor color = cellColor(cell);
    m_painter.fillRect(rect, color);
    const QString text = m_scene.values.text(cell.row, cell.column, m_scene.scale);
    if (text.isEmpty())
        return;
    m_painter.setPen(readableOn(color));
    m_painter.drawText(rect, Qt::AlignCenter, text);
}

void ConfusionPainter::paintCursor()
{
    m_painter.save();
    m_painter.setClipRect(m_geometry.cells().adjusted(-2, -2, 2, 2));
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setBrush(Qt::NoBrush);
    if (m_scene.marked) {
        const QRect first = m_geometry.cellRect({*m_scene.marked, *m_scene.marked}, m_scroll);
        const QRect all =
            m_geometry.cellRect({0, 0}, m_scroll)
                .united(m_geometry.cellRect({m_geometry.classes() - 1, m_geometry.classes() - 1}, m_scroll));
        m_painter.setPen(QPen(m_colors.accent, 2));
        for (const QRect& strip : {QRect(all.left(), first.top(), all.width(), first.height()),
                                   QRect(first.left(), all.top(), first.width(), all.height())})
            m_painter.drawRect(QRectF(strip).adjusted(-0.5, -0.5, -0.5, -0.5));
    }
    if (m_scene.hovered && m_scene.hovered != m_scene.current) {
        m_painter.setPen(QPen(m_colors.mutedText, 1.5));
        m_painter.drawRect(
            QRectF(m_geometry.cellRect(*m_scene.hovered, m_scroll)).adjusted(-0.5, -0.5, -0.5, -0.5));
    }
    if (m_scene.current) {
        m_painter.setPen(QPen(m_colors.text, 2));
        m_painter.drawRect(
            QRectF(m_geometry.cellRect(*m_scene.current, m_scroll)).adjusted(-0.5, -0.5, -0.5, -0.5));
    }
    m_painter.restore();
}

void ConfusionPainter::paintRowNames()
{
    m_painter.save();
    const QRect names = m_geometry.rowNames();
    m_painter.setClipRect(names);
    const QFont plain = m_painter.font();
    const auto [first, last] = rowsInSight();
    for (int row = first; row < last; ++row) {
        const bool stands = m_scene.rowStands(row);
        m_painter.setFont(stands ? bold(plain) : plain);
        m_painter.setPen(stands ? m_colors.text : m_colors.mutedText);
        QRect rect = m_geometry.cellRect({row, 0}, m_scroll);
        rect.setLeft(names.left());
        rect.setRight(names.right() - 6);
        m_painter.drawText(
            rect, Qt::AlignRight | Qt::AlignVCenter,
            m_painter.fontMetrics().elidedText(m_scene.classes.value(row), Qt::ElideRight, rect.width()));
    }
    m_painter.restore();
}

void ConfusionPainter::paintColumnNames()
{
    m_painter.save();
    const QRect names = m_geometry.columnNames();
    m_painter.setClipRect(names);
    const QFont plain = m_painter.font();
    const auto [first, last] = columnsInSight();
    for (int column = first; column < last; ++column) {
        const bool stands = m_scene.columnStands(column);
        m_painter.setFont(stands ? bold(plain) : plain);
        m_painter.setPen(stands ? m_colors.text : m_colors.mutedText);
        QRect rect = m_geometry.cellRect({0, column}, m_scroll);
        rect.setTop(names.top());
        rect.setBottom(names.bottom() - 6);
        const int room = m_geometry.columnNamesUpright() ? rect.height() : rect.width();
        const QString name =
            m_painter.fontMetrics().elidedText(m_scene.classes.value(column), Qt::ElideRight, room);
        if (m_geometry.columnNamesUpright()) {
            m_painter.save();
            m_painter.translate(rect.left(), rect.bottom());
            m_painter.rotate(-90);
            m_painter.drawText(QRect(0, 0, rect.height(), rect.width()), Qt::AlignLeft | Qt::AlignVCenter,
                               name);
            m_painter.restore();
        } else {
            m_painter.drawText(rect, Qt::AlignHCenter | Qt::AlignBottom, name);
        }
    }
    m_painter.restore();
}

void ConfusionPainter::paintTitles()
{
    m_painter.setPen(m_colors.mutedText);
    m_painter.drawText(m_geometry.columnTitle(), Qt::AlignCenter, tr("Predicted class"));
    const QRect title = m_geometry.rowTitle();
    m_painter.save();
    m_painter.translate(title.left(), title.bottom());
    m_painter.rotate(-90);
    m_painter.drawText(QRect(0, 0, title.height(), title.width()), Qt::AlignCenter, tr("True class"));
    m_painter.restore();
}

void ConfusionPainter::paintLegend()
{
    const QFontMetrics metrics = m_painter.fontMetrics();
    const QString least = m_scene.scale == MatrixScale::Counts ? QStringLiteral("0") : QStringLiteral("0 %");
    const QString most = m_scene.scale == MatrixScale::Counts
                             ? QLocale().toString(static_cast<qlonglong>(m_scene.values.largest()))
                             : QStringLiteral("100 %");
    QRect rect = m_geometry.legend().adjusted(0, 12, -2, 0);
    rect.setHeight(metrics.height());
    int right = rect.right();
    // From right to left, so that it ends where the cells end: mistakes, then right answers.
    const auto text = [&](const QString& words, int spaceBefore) {
        const int width = metrics.horizontalAdvance(words);
        right -= width;
        m_painter.setPen(m_colors.mutedText);
        m_painter.drawText(QRect(right, rect.top(), width + 1, rect.height()), Qt::AlignVCenter, words);
        right -= spaceBefore;
    };
    const auto scale = [&](auto color) {
        constexpr int steps = 24;
        const int width = 3;
        right -= steps * width;
        for (int step = 0; step < steps; ++step)
            m_painter.fillRect(right + step * width, rect.center().y() - 4, width, 9,
                               color((step + 1) / double(steps)));
        right -= 6;
    };
    text(most, 6);
    scale([this](double share) { return m_colors.confused(share); });
    text(least, 8);
    text(tr("Mistakes"), 20);
    text(most, 6);
    scale([this](double share) { return m_colors.correct(share); });
    text(least, 8);
    text(tr("Right"), 0);
}

} // namespace nakama
