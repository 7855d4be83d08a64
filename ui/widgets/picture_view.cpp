#include "ui/widgets/picture_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nakama
{

namespace
{

constexpr double largestZoom = 32;
constexpr int smallestBox = 8;        ///< pixels of the picture; a smaller one was a click
constexpr double keyMove = 40;        ///< pixels of the widget that an arrow key moves the picture
constexpr double keyShare = 1.0 / 40; ///< of the picture's shorter side that an arrow key moves a box

QPoint directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

PictureView::PictureView(Boxes boxes, QWidget* parent) : QWidget(parent), m_boxes(boxes)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 160);
    setAccessibleName(tr("Picture"));
    if (m_boxes == Boxes::Accepted)
        setCursor(Qt::CrossCursor);
}

void PictureView::setPicture(const QImage& picture)
{
    m_picture = picture;
    m_overlay = {};
    m_box = {};
    m_drag = Drag::None;
    fit();
}

void PictureView::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    update();
}

void PictureView::setOverlay(const QImage& overlay, const QRectF& part)
{
    m_overlay = overlay;
    m_overlayPart = part.isNull() ? QRectF(m_picture.rect()) : part;
    update();
}

void PictureView::setOverlayOpacity(double opacity)
{
    m_overlayOpacity = std::clamp(opacity, 0.0, 1.0);
    update();
}

double PictureView::fittingZoom() const
{
    if (m_picture.isNull())
        return 1;
    const double wide = static_cast<double>(width()) / m_picture.width();
    const double high = static_cast<double>(height()) / m_picture.height();
    return std::min({wide, high, largestZoom});
}

void PictureView::fit()
{
    m_fitted = true;
    m_zoom = fittingZoom();
    m_centre = QRectF(m_picture.rect()).center();
    update();
}

void PictureView::showPixels()
{
    setZoom(1 / devicePixelRatioF(), QRectF(rect()).center());
}

void PictureView::setZoom(double zoom, QPointF anchor)
{
    if (m_picture.isNull())
        return;
    const QPointF fixed = toPicture(anchor);
    m_zoom = std::clamp(zoom, std::min(fittingZoom(), 1.0) / 2, largestZoom);
    m_fitted = false;
    m_centre = fixed - (anchor - QRectF(rect()).center()) / m_zoom;
    keepInSight();
    update();
}

void PictureView::moveTowards(QPoint direction)
{
    if (!m_picture.isNull())
        moveBy(QPointF(direction) * keyMove);
}

void PictureView::moveBy(QPointF pixels)
{
    m_centre += pixels / m_zoom;
    m_fitted = false;
    keepInSight();
    update();
}

void PictureView::keepInSight()
{
    m_centre.setX(std::clamp(m_centre.x(), 0.0, static_cast<double>(m_picture.width())));
    m_centre.setY(std::clamp(m_centre.y(), 0.0, static_cast<double>(m_picture.height())));
}

QRectF PictureView::pictureRect() const
{
    const QPointF topLeft = QRectF(rect()).center() - m_centre * m_zoom;
    return {topLeft, QSizeF(m_picture.size()) * m_zoom};
}

QPointF PictureView::toPicture(QPointF position) const
{
    return m_centre + (position - QRectF(rect()).center()) / m_zoom;
}

QRect PictureView::boxBetween(QPointF a, QPointF b) const
{
    return QRectF(a, b).normalized().toAlignedRect() & m_picture.rect();
}

void PictureView::beginBox()
{
    if (m_boxes == Boxes::Refused || m_picture.isNull())
        return;
    const QSize half = m_picture.size() / 2;
    m_box = QRect(QPoint(half.width() / 2, half.height() / 2), half.expandedTo({1, 1}));
    setFocus();
    update();
}

void PictureView::clearBox()
{
    m_box = {};
    update();
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap,
                         m_placeholder);
        return;
    }
    // Enlarged pixels stay pixels; what is shrunk is smoothed.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, m_zoom * devicePixelRatioF() < 2);
    const QRectF target = pictureRect();
    painter.drawImage(target, m_picture);
    if (!m_overlay.isNull() && m_overlayOpacity > 0) {
        painter.setOpacity(m_overlayOpacity);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(
            QRectF(target.topLeft() + m_overlayPart.topLeft() * m_zoom, m_overlayPart.size() * m_zoom),
            m_overlay);
        painter.setOpacity(1);
    }
    if (!m_box.isEmpty()) {
        const QRectF box(target.topLeft() + QPointF(m_box.topLeft()) * m_zoom, QSizeF(m_box.size()) * m_zoom);
        painter.setPen(QPen(Qt::black, 3));
        painter.drawRect(box);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
        painter.drawRect(box);
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PictureView::resizeEvent(QResizeEvent*)
{
    if (m_fitted)
        fit();
}

void PictureView::wheelEvent(QWheelEvent* event)
{
    setZoom(m_zoom * std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

bool PictureView::moveOrResizeBox(const QKeyEvent& event)
{
    const QPoint direction = directionOf(event.key());
    if (m_box.isEmpty() || direction.isNull() || event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    const int shorter = std::min(m_picture.width(), m_picture.height());
    const QPoint step = direction * std::max(1, static_cast<int>(shorter * keyShare));
    QRect box = m_box;
    if (event.modifiers().testFlag(Qt::ControlModifier))
        box.setBottomRight(box.bottomRight() + step);
    else
        box.translate(step);
    if (m_picture.rect().contains(box) && box.width() >= smallestBox && box.height() >= smallestBox)
        m_box = box;
    update();
    return true;
}

void PictureView::keyPressEvent(QKeyEvent* event)
{
    if (m_picture.isNull() || moveOrResizeBox(*event))
        return;
    const QPoint direction = directionOf(event->key());
    if (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)
        zoomIn();
    else if (event->key() == Qt::Key_Minus)
        zoomOut();
    else if (event->key() == Qt::Key_0)
        fit();
    else if (event->key() == Qt::Key_1)
        showPixels();
    else if (!direction.isNull() && event->modifiers().testFlag(Qt::ShiftModifier))
        moveTowards(direction);
    else if (event->key() == Qt::Key_B && m_boxes == Boxes::Accepted)
        beginBox();
    else if (event->key() == Qt::Key_Escape && !m_box.isEmpty())
        clearBox();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_box.isEmpty())
        Q_EMIT boxChosen(m_box);
    else
        QWidget::keyPressEvent(event);
}

void PictureView::mousePressEvent(QMouseEvent* event)
{
    if (m_picture.isNull())
        return;
    const bool box = m_boxes == Boxes::Accepted && event->button() == Qt::LeftButton &&
                     !event->modifiers().testFlag(Qt::ShiftModifier);
    m_drag = box ? Drag::Box : Drag::Move;
    m_pressed = box ? toPicture(event->position()) : event->position();
}

void PictureView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_drag == Drag::Move) {
        moveBy(m_pressed - event->position());
        m_pressed = event->position();
    } else if (m_drag == Drag::Box) {
        m_box = boxBetween(m_pressed, toPicture(event->position()));
        update();
    }
}

void PictureView::mouseReleaseEvent(QMouseEvent* event)
{
    if (std::exchange(m_drag, Drag::None) != Drag::Box)
        return;
    m_box = boxBetween(m_pressed, toPicture(event->position()));
    if (m_box.width() < smallestBox || m_box.height() < smallestBox)
        clearBox();
    else
        Q_EMIT boxChosen(m_box);
}

} // namespace nakama
