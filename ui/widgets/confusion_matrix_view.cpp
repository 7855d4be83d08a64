#include "ui/widgets/confusion_matrix_view.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace nakama
{

ConfusionMatrixView::ConfusionMatrixView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Confusion matrix"));
}

void ConfusionMatrixView::setMatrix(ConfusionMatrix matrix, const QStringList& classes)
{
    m_scene.values = ConfusionValues(std::move(matrix));
    m_scene.classes = classes;
    m_scene.hovered.reset();
    if (m_scene.current && std::max(m_scene.current->row, m_scene.current->column) >= m_scene.values.size())
        m_scene.current.reset();
    fit();
}

void ConfusionMatrixView::setScale(MatrixScale scale)
{
    m_scene.scale = scale;
    announce();
    viewport()->update();
}

void ConfusionMatrixView::setCurrentCell(const std::optional<MatrixCell>& cell)
{
    if (cell == m_scene.current)
        return;
    m_scene.current = cell;
    if (cell) {
        const QPoint scroll = m_geometry.scrollTo(*cell, scrollPosition());
        horizontalScrollBar()->setValue(scroll.x());
        verticalScrollBar()->setValue(scroll.y());
    }
    announce();
    viewport()->update();
    Q_EMIT currentCellChanged();
}

QString ConfusionMatrixView::description(MatrixCell cell) const
{
    const QLocale locale;
    const auto& values = m_scene.values;
    const bool byColumn = m_scene.scale == MatrixScale::PerPredictedClass;
    const auto whole = byColumn ? values.columnTotal(cell.column) : values.rowTotal(cell.row);
    const auto count = values.count(cell.row, cell.column);
    const QString shares = whole > 0
                               ? tr("%1 of %2 (%3 %)")
                                     .arg(locale.toString(static_cast<qlonglong>(count)),
                                          locale.toString(static_cast<qlonglong>(whole)),
                                          locale.toString(100.0 * double(count) / double(whole), 'f', 0))
                               : tr("no pictures");
    return tr("True %1, predicted %2: %3")
        .arg(m_scene.classes.value(cell.row), m_scene.classes.value(cell.column), shares);
}

void ConfusionMatrixView::announce()
{
    setAccessibleDescription(m_scene.current ? description(*m_scene.current) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QPoint ConfusionMatrixView::scrollPosition() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void ConfusionMatrixView::fit()
{
    m_geometry = ConfusionGeometry(roomFor(m_scene, font(), viewport()->size()));
    const QSize overflow = m_geometry.overflow();
    horizontalScrollBar()->setRange(0, overflow.width());
    horizontalScrollBar()->setPageStep(std::max(1, m_geometry.cells().width()));
    horizontalScrollBar()->setSingleStep(std::max(1, m_geometry.cell().width()));
    verticalScrollBar()->setRange(0, overflow.height());
    verticalScrollBar()->setPageStep(std::max(1, m_geometry.cells().height()));
    verticalScrollBar()->setSingleStep(std::max(1, m_geometry.cell().height()));
    viewport()->update();
}

QImage ConfusionMatrixView::picture(double scale) const
{
    ConfusionScene scene = m_scene;
    scene.current.reset();
    scene.hovered.reset();
    const ConfusionGeometry whole(roomFor(scene, font(), m_geometry.fullSize()));
    QImage image(whole.fullSize() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    const ColorScheme colors(palette());
    image.fill(colors.surface);
    QPainter painter(&image);
    painter.setFont(font());
    if (!scene.classes.isEmpty())
        ConfusionPainter(painter, scene, whole, {0, 0}, colors).paint();
    return image;
}

QSize ConfusionMatrixView::minimumSizeHint() const
{
    return {280, 220};
}

QSize ConfusionMatrixView::sizeHint() const
{
    return {640, 520};
}

void ConfusionMatrixView::paintEvent(QPaintEvent*)
{
    if (m_geometry.classes() == 0)
        return;
    QPainter painter(viewport());
    const ColorScheme colors(palette());
    ConfusionPainter(painter, m_scene, m_geometry, scrollPosition(), colors).paint();
}

void ConfusionMatrixView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    fit();
}

void ConfusionMatrixView::scrollContentsBy(int, int)
{
    // Only the cells and one line of names move, so the whole is painted again.
    viewport()->update();
}

void ConfusionMatrixView::hover(const std::optional<MatrixCell>& cell)
{
    if (cell == m_scene.hovered)
        return;
    m_scene.hovered = cell;
    viewport()->setCursor(cell ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void ConfusionMatrixView::mouseMoveEvent(QMouseEvent* event)
{
    hover(m_geometry.cellAt(event->position().toPoint(), scrollPosition()));
}

void ConfusionMatrixView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = m_geometry.cellAt(event->position().toPoint(), scrollPosition());
    if (m_pressed)
        setCurrentCell(m_pressed);
}

void ConfusionMatrixView::mouseReleaseEvent(QMouseEvent* event)
{
    const auto released = m_geometry.cellAt(event->position().toPoint(), scrollPosition());
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (event->button() == Qt::LeftButton && pressed && released == pressed)
        Q_EMIT cellActivated(released->row, released->column);
}

std::optional<MatrixCell> ConfusionMatrixView::movedBy(const QKeyEvent& key) const
{
    const int last = m_scene.values.size() - 1;
    const int page = std::max(1, m_geometry.cells().height() / m_geometry.cell().height());
    const bool toEnd = key.modifiers().testFlag(Qt::ControlModifier);
    MatrixCell cell = m_scene.current.value_or(MatrixCell{});
    switch (key.key()) {
    case Qt::Key_Left:
        cell.column -= toEnd ? last : 1;
        break;
    case Qt::Key_Right:
        cell.column += toEnd ? last : 1;
        break;
    case Qt::Key_Up:
        cell.row -= toEnd ? last : 1;
        break;
    case Qt::Key_Down:
        cell.row += toEnd ? last : 1;
        break;
    case Qt::Key_PageUp:
        cell.row -= page;
        break;
    case Qt::Key_PageDown:
        cell.row += page;
        break;
    case Qt::Key_Home:
        cell = {toEnd ? 0 : cell.row, 0};
        break;
    case Qt::Key_End:
        cell = {toEnd ? last : cell.row, last};
        break;
    default:
        return std::nullopt;
    }
    // The first key only brings the cursor into view.
    if (!m_scene.current)
        return MatrixCell{};
    return MatrixCell{std::clamp(cell.row, 0, last), std::clamp(cell.column, 0, last)};
}

void ConfusionMatrixView::keyPressEvent(QKeyEvent* event)
{
    if (m_scene.values.size() == 0)
        return QAbstractScrollArea::keyPressEvent(event);
    const bool activates =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (activates && m_scene.current)
        Q_EMIT cellActivated(m_scene.current->row, m_scene.current->column);
    else if (const auto cell = movedBy(*event))
        setCurrentCell(cell);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void ConfusionMatrixView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                       event->reason() == Qt::ShortcutFocusReason;
    if (byKey && !m_scene.current && m_scene.values.size() > 0)
        setCurrentCell(MatrixCell{});
}

void ConfusionMatrixView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

bool ConfusionMatrixView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        hover(std::nullopt);
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto cell = m_geometry.cellAt(help->pos(), scrollPosition()))
        QToolTip::showText(help->globalPos(), description(*cell), viewport(), cellRect(*cell));
    else
        QToolTip::hideText();
    return true;
}

} // namespace nakama
