#include "ui/tabs/train/run_charts.h"

#include "ui/widgets/line_chart.h"

#include <QHBoxLayout>

namespace nakama
{

RunCharts::RunCharts(QWidget* parent) : QWidget(parent), m_loss(new LineChart), m_f1(new LineChart)
{
    m_loss->setAxisTitles(tr("Epoch"), tr("Loss"));
    m_loss->setYLimits(0, std::nullopt);
    m_loss->addSeries(tr("Train"));
    m_loss->addSeries(tr("Validation"));
    m_loss->setAccessibleName(tr("Loss over the epochs"));
    m_f1->setAxisTitles(tr("Epoch"), tr("F1 on validation"));
    m_f1->setYLimits(0, 1);
    m_f1->addSeries(tr("Macro-F1"));
    m_f1->addSeries(tr("Micro-F1"));
    m_f1->setAccessibleName(tr("F1 on validation over the epochs"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_loss);
    layout->addWidget(m_f1);
}

void RunCharts::setEpochs(const std::vector<EpochRecord>& epochs)
{
    m_bestMacro = -1;
    m_loss->clearPoints();
    m_f1->clearPoints();
    for (const auto& epoch : epochs)
        append(epoch);
}

void RunCharts::append(const EpochRecord& epoch)
{
    m_loss->append(TrainLoss, epoch.epoch, epoch.trainLoss);
    m_loss->append(ValLoss, epoch.epoch, epoch.valLoss);
    m_f1->append(Macro, epoch.epoch, epoch.val.macro);
    m_f1->append(Micro, epoch.epoch, epoch.val.micro);
    markBest(epoch);
}

void RunCharts::markBest(const EpochRecord& epoch)
{
    if (epoch.val.macro <= m_bestMacro)
        return;
    m_bestMacro = epoch.val.macro;
    for (auto* chart : {m_loss, m_f1})
        chart->setMarker(epoch.epoch, tr("best"));
}

void RunCharts::setPlaceholder(const QString& text)
{
    m_loss->setPlaceholder(text);
    m_f1->setPlaceholder(text);
}

} // namespace nakama
