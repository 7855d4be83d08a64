#pragma once

#include "core/evaluation/metrics.h"

#include <QWidget>

#include <optional>

namespace nakama
{

class MetricCard;

/** The four figures that a run is judged by, side by side. */
class MetricsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MetricsPanel(QWidget* parent = nullptr);

    void setMetrics(const std::optional<Metrics>& metrics);

private:
    MetricCard* m_macro;
    MetricCard* m_micro;
    MetricCard* m_weighted;
    MetricCard* m_loss;
};

} // namespace nakama
