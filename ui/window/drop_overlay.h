#pragma once

#include <QStringList>
#include <QWidget>

namespace nakama
{

/** Covers a widget while something is dragged over it, and says what dropping it does: a field a choice. */
class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit DropOverlay(QWidget& covered);

    /** Side by side, in this order; at least one. */
    void offer(const QStringList& choices);
    /** The choice under a point of the covered widget, which is shown as such. */
    int pointAt(QPoint position);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect fieldOf(qsizetype choice) const;

    QStringList m_choices;
    int m_pointed = 0;
};

} // namespace nakama
