#include "ui/tabs/evaluate/metrics_panel.h"

#include "ui/widgets/metric_card.h"

#include <QHBoxLayout>

namespace nakama
{

namespace
{

MetricFigure figureOf(const Metrics& metrics, double value, const char* interval)
{
    MetricFigure figure{value, std::nullopt, metrics.n};
    if (const auto found = metrics.intervals.find(interval); found != metrics.intervals.end())
        figure.interval = found->second;
    return figure;
}

} // namespace

MetricsPanel::MetricsPanel(QWidget* parent)
    : QWidget(parent), m_macro(new MetricCard(tr("Macro-F1"), MetricCard::Kind::Share, this)),
      m_micro(new MetricCard(tr("Micro-F1 (accuracy)"), MetricCard::Kind::Share, this)),
      m_weighted(new MetricCard(tr("Weighted F1"), MetricCard::Kind::Share, this)),
      m_loss(new MetricCard(tr("Cross-entropy loss"), MetricCard::Kind::Loss, this))
{
    m_loss->setExplanation(
        tr("Mean over the pictures of −ln(probability given to the true class). Less is better; "
           "guessing evenly among K classes gives ln K."));
    m_macro->setExplanation(
        tr("F1 of each class, averaged with every class counting the same, however few pictures "
           "it has."));
    m_micro->setExplanation(tr("F1 over all pictures together: the share of pictures that are right."));
    m_weighted->setExplanation(
        tr("F1 of each class, averaged with classes counting by their number of pictures."));

    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (MetricCard* card : {m_macro, m_micro, m_weighted, m_loss})
        layout->addWidget(card, 1);
}

void MetricsPanel::setMetrics(const std::optional<Metrics>& metrics)
{
    if (!metrics) {
        for (MetricCard* card : {m_loss, m_macro, m_micro, m_weighted})
            card->setFigure(std::nullopt);
        return;
    }
    m_loss->setFigure(figureOf(*metrics, metrics->loss, "loss"));
    m_macro->setFigure(figureOf(*metrics, metrics->f1.macro, "macro"));
    m_micro->setFigure(figureOf(*metrics, metrics->f1.micro, "micro"));
    m_weighted->setFigure(figureOf(*metrics, metrics->f1.weighted, "weighted"));
}

} // namespace nakama
