#pragma once

#include "core/evaluation/metrics.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

namespace nakama
{

class ConfusionMatrixView;

/** The confusion matrix with the switch of what its cells show. */
class MatrixPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixPanel(QWidget* parent = nullptr);

    void setMetrics(const Metrics& metrics);
    Drawing drawing() const;

Q_SIGNALS:
    void cellActivated(int trueClass, int predictedClass);

private:
    QWidget* makeSwitch();

    ConfusionMatrixView* m_view;
};

} // namespace nakama
