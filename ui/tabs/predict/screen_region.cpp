#include "ui/tabs/predict/screen_region.h"

#include "ui/widgets/picture_view.h"

#include <QKeyEvent>
#include <QPixmap>
#include <QScreen>
#include <QVBoxLayout>

namespace nakama
{

QImage ScreenRegion::grab(const QWidget& widget)
{
    QScreen* const screen = widget.screen();
    return screen ? screen->grabWindow(0).toImage() : QImage();
}

ScreenRegion::ScreenRegion(const QImage& screen) : m_view(new PictureView(PictureView::Boxes::Accepted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint);
    setWindowTitle(tr("Choose a part of the screen"));
    m_view->setPicture(screen);
    m_view->setAccessibleName(
        tr("The screen: drag a box, or press B, move it with the arrow keys and press Enter"));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
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

void ScreenRegion::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT ended();
}

} // namespace nakama
