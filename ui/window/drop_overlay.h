#pragma once

#include <QWidget>

namespace nakama
{

/** Covers a widget while files are dragged over it, and says what dropping them does. */
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget& covered);

    void say(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

} // namespace nakama
