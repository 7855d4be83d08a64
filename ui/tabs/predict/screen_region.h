#pragma once

#include <QImage>
#include <QWidget>

class QLabel;

namespace nakama
{

class PictureView;

/** Shows what was on all screens over a whole screen, and lets a part of it be chosen; Escape gives up. */
class ScreenRegion : public QWidget
{
    Q_OBJECT

public:
    /** Takes a picture of all screens, as they lie beside each other. Null where the system does not allow
     * it, as Wayland does not. */
    static QImage grab();

    explicit ScreenRegion(const QImage& screens);

Q_SIGNALS:
    void chosen(const QImage& part);
    void ended();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    PictureView* m_view;
    QLabel* m_hint;
};

} // namespace nakama
