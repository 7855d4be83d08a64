#include "ui/tabs/train/measure_chart.h"

namespace nakama
{

MeasureChart::MeasureChart(const QString& title, std::vector<Measure> measures, std::size_t compared,
                           QWidget* parent)
    : LineChart(parent), m_title(title), m_measures(std::move(measures)), m_compared(compared)
{
    setAccessibleName(tr("%1 over the epochs").arg(title));
    showRun({});
}

void MeasureChart::showRun(const std::vector<EpochRecord>& epochs)
{
    if (m_comparing || seriesCount() == 0) {
        m_comparing = false;
        clearSeries();
        for (const auto& measure : m_measures)
            addSeries(measure.name);
        setAxisTitles(tr("Epoch"), m_title);
    }
    clearPoints();
    for (const auto& epoch : epochs)
        append(epoch);
}

void MeasureChart::append(const EpochRecord& epoch)
{
    for (int index = 0; index < seriesCount(); ++index)
        LineChart::append(index, epoch.epoch, m_measures[static_cast<std::size_t>(index)].of(epoch));
}

void MeasureChart::compare(const std::vector<NamedRun>& runs)
{
    m_comparing = true;
    clearSeries();
    const auto& measure = m_measures[m_compared];
    setAxisTitles(tr("Epoch"),
                  m_measures.size() == 1 ? m_title : m_title + QStringLiteral(": ") + measure.name);
    for (const auto& run : runs) {
        QList<QPointF> points;
        for (const auto& epoch : run.epochs)
            points.append({static_cast<double>(epoch.epoch), measure.of(epoch)});
        setPoints(addSeries(run.name), std::move(points));
    }
}

} // namespace nakama
