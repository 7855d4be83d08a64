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
#include <numeric>

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
    m_values = ConfusionValues(std::move(matrix));
    m_classes = classes;
    if (m_order.size() != std::size_t(m_values.size())) {
        m_order.resize(std::size_t(m_values.size()));
        std::iota(m_order.begin(), m_order.end(), 0);
    }
    if (m_scene.current && std::max(m_scene.current->row, m_scene.current->column) >= m_values.size())
        m_scene.current.reset();
    arrange();
}

void ConfusionMatrixView::setOrder(std::vector<int> order)
{
    const auto current = currentCell();
    if (order.empty()) {
        order.resize(std::size_t(m_values.size()));
        std::iota(order.begin(), order.end(), 0);
    }
    m_order = std::move(order);
    arrange();
    if (current)
        setCurrentPlace(placeOf(*current));
}

void ConfusionMatrixView::arrange()
{
    ConfusionMatrix counts(m_order.size(), std::vector<std::int64_t>(m_order.size()));
    m_scene.classes.clear();
    for (int row = 0; row < m_values.size(); ++row) {
        m_scene.classes << m_classes.value(m_order[std::size_t(row)]);
        for (int column = 0; column < m_values.size(); ++column)
            counts[std::size_t(row)][std::size_t(column)] =
                m_values.count(m_order[std::size_t(row)], m_order[std::size_t(column)]);
    }
    m_scene.values = ConfusionValues(std::move(counts));
    m_scene.hovered.reset();
    markPlace();
    fit();
}

MatrixCell ConfusionMatrixView::placeOf(MatrixCell cell) const
{
    const auto place = [this](int index) {
        return static_cast<int>(std::find(m_order.begin(), m_order.end(), index) - m_order.begin());
    };
    return {place(cell.row), place(cell.column)};
}

MatrixCell ConfusionMatrixView::cellOf(MatrixCell place) const
{
    return {m_order[std::size_t(place.row)], m_order[std::size_t(place.column)]};
}

void ConfusionMatrixView::setScale(MatrixScale scale)
{
    m_scene.scale = scale;
    announce();
    viewport()->update();
}

std::optional<MatrixCell> ConfusionMatrixView::currentCell() const
{
    return m_scene.current ? std::optional(cellOf(*m_scene.current)) : std::nullopt;
}

void ConfusionMatrixView::setCurrentCell(const std::optional<MatrixCell>& cell)
{
    setCurrentPlace(cell ? std::optional(placeOf(*cell)) : std::nullopt);
}

void ConfusionMatrixView::setCurrentPlace(const std::optional<MatrixCell>& place)
{
    if (place == m_scene.current)
        return;
    m_scene.current = place;
    if (place) {
        const QPoint scroll = m_geometry.scrollTo(*place, scrollPosition());
        horizontalScrollBar()->setValue(scroll.x());
        verticalScrollBar()->setValue(scroll.y());
    }
    announce();
    viewport()->update();
    Q_EMIT currentCellChanged();
}

std::optional<int> ConfusionMatrixView::markedClass() const
{
    return m_marked;
}

void ConfusionMatrixView::setMarkedClass(const std::optional<int>& index)
{
    if (index == m_marked)
        return;
    m_marked = index;
    markPlace();
    if (m_scene.marked) // one that is scrolled out of sight comes into it
        verticalScrollBar()->setValue(
            m_geometry.scrollTo({*m_scene.marked, *m_scene.marked}, scrollPosition()).y());
    viewport()->update();
}

void ConfusionMatrixView::markPlace()
{
    m_scene.marked.reset();
    if (m_marked && *m_marked >= 0 && *m_marked < m_values.size())
        m_scene.marked = placeOf({*m_marked, *m_marked}).row;
}

QString ConfusionMatrixView::description(MatrixCell cell) const
{
    const QLocale locale;
    const auto& values = m_values;
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
        .arg(m_classes.value(cell.row), m_classes.value(cell.column), shares);
}

void ConfusionMatrixView::announce()
{
    setAccessibleDescription(m_scene.current ? description(cellOf(*m_scene.current)) : QString());
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

Drawing ConfusionMatrixView::drawing() const
{
    ConfusionScene scene = m_scene;
    scene.current.reset();
    scene.hovered.reset();
    scene.marked.reset();
    const ConfusionGeometry whole(roomFor(scene, font(), m_geometry.fullSize()));
    const ColorScheme colors(palette());
    return {whole.fullSize(), colors.surface, [scene, whole, colors, font = font()](QPainter& painter) {
                painter.setFont(font);
                if (!scene.classes.isEmpty())
                    ConfusionPainter(painter, scene, whole, {0, 0}, colors).paint();
            }};
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

void ConfusionMatrixView::hover(const std::optional<MatrixCell>& place)
{
    if (place == m_scene.hovered)
        return;
    m_scene.hovered = place;
    viewport()->setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
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
        setCurrentPlace(m_pressed);
}

void ConfusionMatrixView::mouseReleaseEvent(QMouseEvent* event)
{
    const auto released = m_geometry.cellAt(event->position().toPoint(), scrollPosition());
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (event->button() == Qt::LeftButton && pressed && released == pressed)
        activate(*released);
}

void ConfusionMatrixView::activate(MatrixCell place)
{
    const MatrixCell cell = cellOf(place);
    Q_EMIT cellActivated(cell.row, cell.column);
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
        activate(*m_scene.current);
    else if (const auto place = movedBy(*event))
        setCurrentPlace(place);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void ConfusionMatrixView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                       event->reason() == Qt::ShortcutFocusReason;
    if (byKey && !m_scene.current && m_scene.values.size() > 0)
        setCurrentPlace(MatrixCell{});
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
    if (const auto place = m_geometry.cellAt(help->pos(), scrollPosition()))
        QToolTip::showText(help->globalPos(), description(cellOf(*place)), viewport(),
                           m_geometry.cellRect(*place, scrollPosition()));
    else
        QToolTip::hideText();
    return true;
}

} // namespace nakama
