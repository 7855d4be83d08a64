#include "ui/tabs/evaluate/calibration_panel.h"

#include "ui/widgets/reliability_chart.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace nakama
{

CalibrationPanel::CalibrationPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_headline(new QLabel(this)),
      m_chart(new ReliabilityChart(this))
{
    m_headline->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_headline);
    layout->addWidget(m_chart, 1);
    connect(&m_selection, &PictureSelection::changed, this, &CalibrationPanel::showChoice);
    connect(m_chart, &ReliabilityChart::binActivated, this, &CalibrationPanel::chooseBin);
}

void CalibrationPanel::setPictures(const EvaluatedPictures& pictures, const std::optional<Metrics>& metrics)
{
    const QLocale locale;
    const auto& before = pictures.reliabilityBefore();
    const auto& after = pictures.reliabilityAfter();
    m_chart->setReliability(after.value_or(before), after ? std::optional(before) : std::nullopt);
    if (after && metrics && metrics->calibration)
        m_headline->setText(
            tr("Bars: with temperature %1, fitted on validation; lines: the model's own probabilities. "
               "Expected calibration error (ECE) %2 instead of %3. A bar below the diagonal: too sure.")
                .arg(locale.toString(metrics->calibration->temperature, 'f', 2),
                     locale.toString(after->ece, 'f', 3), locale.toString(before.ece, 'f', 3)));
    else
        m_headline->setText(tr("The model's own probabilities: expected calibration error (ECE) %1. A bar "
                               "below the diagonal: too sure.")
                                .arg(locale.toString(before.ece, 'f', 3)));
    showChoice();
}

void CalibrationPanel::showChoice()
{
    const auto& confidence = m_selection.choice().confidence;
    int current = -1;
    for (int index = 0; confidence && index < m_chart->binCount(); ++index)
        if (m_chart->bin(index).low == confidence->low)
            current = index;
    m_chart->setCurrentBin(current);
}

void CalibrationPanel::chooseBin(int index)
{
    const auto& bin = m_chart->bin(index);
    const auto& chosen = m_selection.choice().confidence;
    // The same bin once more lets go of it.
    if (chosen && chosen->low == bin.low)
        m_selection.chooseConfidence(std::nullopt);
    else
        m_selection.chooseConfidence(Interval{bin.low, bin.high});
}

Drawing CalibrationPanel::drawing() const
{
    return m_chart->drawing();
}

} // namespace nakama
