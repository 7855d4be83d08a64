#include "ui/tabs/evaluate/metrics_panel.h"

#include "ui/widgets/metric_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

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
      m_loss(new MetricCard(tr("Cross-entropy loss"), MetricCard::Kind::Loss, this)), m_more(new QLabel(this))
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

    m_more->setWordWrap(true);
    m_more->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setToolTip(
        tr("Top-3: share of pictures whose true class is among the three likeliest. Average precision: area "
           "under precision and recall. ECE: by how much probabilities miss the share of right answers."));

    auto* const cards = new QHBoxLayout;
    cards->setSpacing(12);
    for (MetricCard* card : {m_macro, m_micro, m_weighted, m_loss})
        cards->addWidget(card, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(cards);
    layout->addWidget(m_more);
}

void MetricsPanel::setMetrics(const std::optional<Metrics>& metrics)
{
    m_more->setVisible(metrics.has_value());
    if (!metrics) {
        for (MetricCard* card : {m_loss, m_macro, m_micro, m_weighted})
            card->setFigure(std::nullopt);
        return;
    }
    m_loss->setFigure(figureOf(*metrics, metrics->loss, "loss"));
    m_macro->setFigure(figureOf(*metrics, metrics->f1.macro, "macro"));
    m_micro->setFigure(figureOf(*metrics, metrics->f1.micro, "micro"));
    m_weighted->setFigure(figureOf(*metrics, metrics->f1.weighted, "weighted"));
    m_more->setText(moreText(*metrics));
}

QString MetricsPanel::moreText(const Metrics& metrics) const
{
    const QLocale locale;
    const auto number = [&](double value) { return locale.toString(value, 'f', 3); };
    QStringList parts{leakText(metrics)};
    if (metrics.groups > 0)
        parts << tr("intervals over %n group(s) of copies", nullptr, static_cast<int>(metrics.groups));
    parts << tr("top-3 %1").arg(number(metrics.top3));
    if (metrics.averagePrecision > 0) // evaluations of before do not have it
        parts << tr("average precision %1").arg(number(metrics.averagePrecision));
    if (metrics.calibration)
        parts << tr("ECE %1, calibrated %2")
                     .arg(number(metrics.calibration->eceBefore), number(metrics.calibration->eceAfter));
    return parts.join(QStringLiteral(" · "));
}

QString MetricsPanel::leakText(const Metrics& metrics)
{
    if (!metrics.leakedGroups)
        return tr("Not checked for copies among the training pictures");
    if (*metrics.leakedGroups == 0)
        return tr("Leak-free: no copies among the training pictures");
    return tr("%n group(s) of copies cross into the training pictures: the figures are too good", nullptr,
              static_cast<int>(*metrics.leakedGroups));
}

} // namespace nakama
