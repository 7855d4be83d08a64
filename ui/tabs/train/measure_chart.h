#pragma once

#include "core/training/run_log.h"
#include "ui/widgets/line_chart.h"

#include <vector>

namespace nakama
{

/** Something that an epoch was measured by. */
struct Measure
{
    QString name;
    double (*of)(const EpochRecord& epoch);
};

/** The epochs of a run among others. */
struct NamedRun
{
    QString name;
    std::vector<EpochRecord> epochs;
};

/** Measures of one run over its epochs, a curve each; or one measure of several runs, a curve a run. */
class MeasureChart : public LineChart
{
    Q_OBJECT

public:
    /** compared: the measure by which runs are compared. */
    MeasureChart(const QString& title, std::vector<Measure> measures, std::size_t compared = 0,
                 QWidget* parent = nullptr);

    void showRun(const std::vector<EpochRecord>& epochs);
    /** One more epoch of the run that is shown. */
    void append(const EpochRecord& epoch);
    void compare(const std::vector<NamedRun>& runs);

private:
    QString m_title;
    std::vector<Measure> m_measures;
    std::size_t m_compared;
    bool m_comparing = false;
};

} // namespace nakama
