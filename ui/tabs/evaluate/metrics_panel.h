#pragma once

#include "core/evaluation/metrics.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace nakama
{

class MetricCard;

/** The four figures that a run is judged by, side by side, and below them what else is known of it in a line.
 */
class MetricsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsPanel(QWidget* parent = nullptr);

    void setMetrics(const std::optional<Metrics>& metrics);

private:
    QString moreText(const Metrics& metrics) const;
    static QString leakText(const Metrics& metrics);

    MetricCard* m_macro;
    MetricCard* m_micro;
    MetricCard* m_weighted;
    MetricCard* m_loss;
    QLabel* m_more;
};

} // namespace nakama
