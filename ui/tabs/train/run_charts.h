#pragma once

#include "core/training/run_log.h"

#include <QWidget>

#include <vector>

namespace nakama
{

class LineChart;

/** The learning curves of a run: loss, and F1 on validation, over the epochs. */
class RunCharts : public QWidget
{
    Q_OBJECT

public:
    explicit RunCharts(QWidget* parent = nullptr);

    void setEpochs(const std::vector<EpochRecord>& epochs);
    void append(const EpochRecord& epoch);
    /** What is said while there are no points. */
    void setPlaceholder(const QString& text);

private:
    enum LossSeries { TrainLoss, ValLoss };
    enum F1Series { Macro, Micro };
    void markBest(const EpochRecord& epoch);

    LineChart* m_loss;
    LineChart* m_f1;
    double m_bestMacro = -1;
};

} // namespace nakama
