#include "ui/tabs/evaluate/curves_panel.h"

#include "ui/tabs/evaluate/chart_drawing.h"
#include "ui/widgets/line_chart.h"

#include <QVBoxLayout>

namespace nakama
{

namespace
{

void setCurve(LineChart& chart, int series, const std::vector<EpochRecord>& epochs, auto value)
{
    QList<QPointF> points;
    for (const auto& record : epochs)
        points.append({double(record.epoch), value(record)});
    chart.setPoints(series, std::move(points));
}

} // namespace

CurvesPanel::CurvesPanel(QWidget* parent)
    : QWidget(parent), m_loss(new LineChart(this)), m_f1(new LineChart(this))
{
    m_loss->setAccessibleName(tr("Loss by epoch"));
    m_loss->setAxisTitles(tr("Epoch"), tr("Loss"));
    m_loss->setYLimits(0, std::nullopt);
    m_loss->addSeries(tr("train loss"));
    m_loss->addSeries(tr("val loss"));
    m_f1->setAccessibleName(tr("F1 on val by epoch"));
    m_f1->setAxisTitles(tr("Epoch"), tr("F1 on val"));
    m_f1->setYLimits(0, 1);
    for (const QString& name : {tr("macro"), tr("micro"), tr("weighted")})
        m_f1->addSeries(name);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (LineChart* chart : {m_loss, m_f1}) {
        chart->setPlaceholder(tr("No finished epoch yet"));
        layout->addWidget(chart, 1);
    }
}

void CurvesPanel::setEpochs(const std::vector<EpochRecord>& epochs, int bestEpoch)
{
    setCurve(*m_loss, 0, epochs, [](const EpochRecord& record) { return record.trainLoss; });
    setCurve(*m_loss, 1, epochs, [](const EpochRecord& record) { return record.valLoss; });
    setCurve(*m_f1, 0, epochs, [](const EpochRecord& record) { return record.val.macro; });
    setCurve(*m_f1, 1, epochs, [](const EpochRecord& record) { return record.val.micro; });
    setCurve(*m_f1, 2, epochs, [](const EpochRecord& record) { return record.val.weighted; });
    for (LineChart* chart : {m_loss, m_f1})
        chart->setMarker(bestEpoch > 0 ? std::optional<double>(bestEpoch) : std::nullopt,
                         tr("best %1").arg(bestEpoch));
}

Drawing CurvesPanel::drawing()
{
    return stacked(chartDrawing(*m_loss), chartDrawing(*m_f1));
}

} // namespace nakama
