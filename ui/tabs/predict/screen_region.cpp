#include "ui/tabs/predict/screen_region.h"

#include "ui/widgets/picture_view.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace nakama
{

namespace
{

constexpr int hintMargin = 24; ///< from the screen's lower edge

/** Readable over whatever is on the screen. */
QLabel* makeHint(QWidget* parent)
{
    auto* const hint = new QLabel(
        ScreenRegion::tr("Drag a box over what is to be asked about, or press B, move the box with the arrow "
                         "keys, resize it with Ctrl and press Enter. Escape gives up."),
        parent);
    hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    hint->setAutoFillBackground(true);
    hint->setBackgroundRole(QPalette::ToolTipBase);
    hint->setForegroundRole(QPalette::ToolTipText);
    hint->setMargin(10);
    return hint;
}

} // namespace

QImage ScreenRegion::grab()
{
    std::vector<std::pair<QRect, QImage>> parts;
    QRect all;
    double density = 1;
    for (QScreen* const screen : QGuiApplication::screens()) {
        const QImage part = screen->grabWindow(0).toImage();
        if (part.isNull())
            continue;
        parts.emplace_back(screen->geometry(), part);
        all |= screen->geometry();
        density = std::max(density, screen->devicePixelRatio());
    }
    if (parts.size() < 2)
        return parts.empty() ? QImage() : parts.front().second;
    QImage whole((QSizeF(all.size()) * density).toSize(), QImage::Format_RGB32);
    whole.fill(Qt::black);
    QPainter painter(&whole);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (const auto& [place, part] : parts)
        painter.drawImage(
            QRectF(QPointF(place.topLeft() - all.topLeft()) * density, QSizeF(place.size()) * density), part,
            part.rect());
    return whole;
}

ScreenRegion::ScreenRegion(const QImage& screens)
    : m_view(new PictureView(PictureView::Boxes::Accepted)), m_hint(makeHint(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
    setWindowTitle(tr("Choose a part of the screen"));
    m_view->setPicture(screens);
    m_view->setAccessibleName(
        tr("The screen: drag a box, or press B, move it with the arrow keys and press Enter"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_hint->raise();
    setFocusProxy(m_view);
    connect(m_view, &PictureView::boxChosen, this, [this](const QRect& box) {
        Q_EMIT chosen(m_view->picture().copy(box));
        close();
    });
}

void ScreenRegion::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void ScreenRegion::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_hint->setWordWrap(m_hint->sizeHint().width() > width());
    m_hint->resize(std::min(m_hint->sizeHint().width(), width()), m_hint->sizeHint().height());
    m_hint->move((width() - m_hint->width()) / 2, height() - m_hint->height() - hintMargin);
}

void ScreenRegion::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT ended();
}

} // namespace nakama
