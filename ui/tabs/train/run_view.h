#pragma once

#include "core/workflow/runs.h"
#include "ui/tabs/train/measure_chart.h"

#include <QTabWidget>

#include <vector>

class QSlider;

namespace nakama
{

class ClassF1Model;
class ClassTable;
class SettingsPanel;
class WorstPanel;

/** Everything that is known of a run, on pages: curves, classes, worst pictures, settings; or several runs
 * compared. */
class RunView : public QTabWidget
{
    Q_OBJECT

public:
    explicit RunView(QWidget* parent = nullptr);

    /** A run that has ended. */
    void showRun(const RunDetails& run);
    /** A training that goes on, with the epochs that it has so far; the rest comes by the functions below. */
    void showTraining(const QStringList& classes, const std::vector<EpochRecord>& epochs);
    void append(const EpochRecord& epoch);
    void addSteps(const std::vector<StepRecord>& steps);
    /** What of the training that goes on is read from its folder. */
    void showFiles(const RunDetails& run);
    /** At least two, and how they are called. */
    void compare(const std::vector<RunDetails>& runs, const QStringList& titles);
    void clear();
    /** What the charts say while there are no points. */
    void setPlaceholder(const QString& text);

private:
    QWidget* makeCurves();
    QWidget* makeSpeed();
    QWidget* makeBatches();
    QWidget* makeClasses();
    QWidget* makeSmoothing();
    /** All charts with an epoch as x. */
    std::vector<MeasureChart*> epochCharts() const
    {
        return {m_loss, m_f1, m_rate, m_speed, m_wait, m_memory};
    }
    void showEpochs(const QStringList& classes, const std::vector<EpochRecord>& epochs);
    void markBest(const EpochRecord& epoch);
    void setSmoothing(int percent);

    MeasureChart* m_loss;
    MeasureChart* m_f1;
    MeasureChart* m_rate;
    MeasureChart* m_speed;
    MeasureChart* m_wait;
    MeasureChart* m_memory;
    LineChart* m_batches;
    LineChart* m_batchRate;
    ClassF1Model* m_classModel;
    ClassTable* m_classes;
    WorstPanel* m_worst;
    SettingsPanel* m_settings;
    double m_bestMacro = -1;
};

} // namespace nakama
