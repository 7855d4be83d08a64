#pragma once

#include "core/evaluation/calibration.h"
#include "ui/widgets/color_scheme.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

#include <optional>

namespace nakama
{

/**
 * A reliability diagram: how often answers of about the same probability are right, a bar a bin, against the
 * diagonal where they would be right as often as they are sure; how many answers a bin has is below it. What
 * was before calibration is an outline. A click, or Enter after the arrow keys, activates a bin.
 */
class ReliabilityChart : public QWidget
{
    Q_OBJECT

public:
    explicit ReliabilityChart(QWidget* parent = nullptr);

    /** shown: the bars. before: the outline, where there is a calibration. */
    void setReliability(const Reliability& shown, const std::optional<Reliability>& before);

    int binCount() const { return static_cast<int>(m_shown.bins.size()); }
    const ReliabilityBin& bin(int index) const { return m_shown.bins[static_cast<std::size_t>(index)]; }
    /** −1: none. */
    int currentBin() const { return m_current; }
    void setCurrentBin(int index);
    /** "80–87 % sure: 34 pictures, 76 % right, …", as the tool tip says it. */
    QString description(int index) const;
    QRect binRect(int index) const;

    Drawing drawing() const;

Q_SIGNALS:
    void binActivated(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    int binAt(QPoint position) const;

    Reliability m_shown;
    std::optional<Reliability> m_before;
    int m_current = -1;
};

} // namespace nakama
