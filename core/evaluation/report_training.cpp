#include "core/evaluation/report_training.h"

#include "core/evaluation/report_chart.h"

namespace nakama
{

std::string lossChart(const ReportData& data)
{
    ChartParams chart{
        "Cross-entropy loss", {}, {{"validation", "c1", {}}, {"training", "c2", {}}}, data.bestEpoch};
    for (const auto& epoch : data.epochs) {
        chart.epochs.push_back(epoch.epoch);
        chart.curves[0].values.push_back(epoch.valLoss);
        chart.curves[1].values.push_back(epoch.trainLoss);
    }
    return lineChartSvg(chart);
}

std::string f1Chart(const ReportData& data)
{
    ChartParams chart{"F1 on the validation split",
                      {},
                      {{"macro", "c1", {}}, {"weighted", "c2", {}}, {"micro", "c3", {}}},
                      data.bestEpoch,
                      true};
    for (const auto& epoch : data.epochs) {
        chart.epochs.push_back(epoch.epoch);
        chart.curves[0].values.push_back(epoch.val.macro);
        chart.curves[1].values.push_back(epoch.val.weighted);
        chart.curves[2].values.push_back(epoch.val.micro);
    }
    return lineChartSvg(chart);
}

} // namespace nakama
