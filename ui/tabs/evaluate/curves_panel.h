#pragma once

#include "core/training/run_log.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

#include <vector>

namespace nakama
{

class LineChart;

/** How a run learnt: loss on train and val, and F1 on val, over its epochs. */
class CurvesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CurvesPanel(QWidget* parent = nullptr);

    /** bestEpoch 0: none yet. */
    void setEpochs(const std::vector<EpochRecord>& epochs, int bestEpoch);
    /** Both charts, one below the other. */
    Drawing drawing();

private:
    LineChart* m_loss;
    LineChart* m_f1;
};

} // namespace nakama
