#pragma once

#include <QImage>
#include <QRectF>
#include <QWidget>

namespace nakama
{

/**
 * One picture, as large as there is room. Plus, minus and the wheel zoom; 0 fits it again, 1 shows it pixel
 * by pixel; Shift with the arrow keys or a drag moves it. Something can be laid over it, and where it is
 * allowed a box can be chosen: by dragging, or with B, the arrow keys (Ctrl resizes) and Enter.
 */
class PictureView : public QWidget
{
    Q_OBJECT

public:
    enum class Boxes { Refused, Accepted };

    explicit PictureView(Boxes boxes = Boxes::Refused, QWidget* parent = nullptr);

    /** Shows it as large as there is room, without box and overlay. Null: the text of setPlaceholder(). */
    void setPicture(const QImage& picture);
    const QImage& picture() const { return m_picture; }
    /** What is said while there is no picture. */
    void setPlaceholder(const QString& text);

    /** Lays an image over a part of the picture, in its pixels; a null image takes it away. */
    void setOverlay(const QImage& overlay, const QRectF& part = {});
    /** 0 hides the overlay, 1 hides the picture under it. */
    void setOverlayOpacity(double opacity);

    double zoom() const { return m_zoom; }
    /** Where the middle of the widget is, in pixels of the picture. */
    QPointF centre() const { return m_centre; }
    /** Moves what is seen by a step in this direction, as Shift with an arrow key does. */
    void moveTowards(QPoint direction);
    /** The box that is chosen, in pixels of the picture; empty: none. */
    QRect box() const { return m_box; }

    QSize sizeHint() const override { return {480, 480}; }

public Q_SLOTS:
    void zoomIn() { zoomBy(zoomStep); }
    void zoomOut() { zoomBy(1 / zoomStep); }
    void fit();
    void showPixels();
    /** A box over the middle of the picture, to be moved by the keyboard. */
    void beginBox();
    void clearBox();

Q_SIGNALS:
    /** A box was drawn or confirmed. */
    void boxChosen(const QRect& box);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    static constexpr double zoomStep = 1.25;

    enum class Drag { None, Move, Box };

    double fittingZoom() const;
    void zoomBy(double factor) { setZoom(m_zoom * factor, QRectF(rect()).center()); }
    /** The point of the picture under anchor stays under it. */
    void setZoom(double zoom, QPointF anchor);
    void moveBy(QPointF pixels);
    void keepInSight();
    bool moveOrResizeBox(const QKeyEvent& event);
    QRectF pictureRect() const;
    QPointF toPicture(QPointF position) const;
    QRect boxBetween(QPointF a, QPointF b) const;

    QImage m_picture;
    QImage m_overlay;
    QRectF m_overlayPart;
    double m_overlayOpacity = 0.5;
    QString m_placeholder;
    Boxes m_boxes;
    double m_zoom = 1;
    bool m_fitted = true; ///< follows the size of the widget
    QPointF m_centre;     ///< the point of the picture in the middle of the widget
    QRect m_box;
    Drag m_drag = Drag::None;
    QPointF m_pressed;
};

} // namespace nakama
