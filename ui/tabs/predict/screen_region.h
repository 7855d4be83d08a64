#pragma once

#include <QImage>
#include <QWidget>

namespace nakama
{

class PictureView;

/** Shows what was on a screen over the whole screen, and lets a part of it be chosen; Escape gives up. */
class ScreenRegion : public QWidget
{
    Q_OBJECT

public:
    /** Takes the picture of the screen that the widget is on. Null where the system does not allow it, as
     * Wayland does not. */
    static QImage grab(const QWidget& widget);

    explicit ScreenRegion(const QImage& screen);

Q_SIGNALS:
    void chosen(const QImage& part);
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    PictureView* m_view;
};

} // namespace nakama
