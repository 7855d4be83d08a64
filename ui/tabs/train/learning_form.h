#pragma once

#include "core/training/learning.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace nakama
{

/** How the weights are moved, for those who want another way than the recipe's. */
class LearningForm : public QWidget
{
    Q_OBJECT

public:
    explicit LearningForm(QWidget* parent = nullptr);

    void set(const LearningParams& params);
    /** rate: set elsewhere, among the settings that matter first. */
    LearningParams params(double rate) const;

private:
    void fillChoices();
    void addRows();
    void update();

    QComboBox* m_optimiser;
    QDoubleSpinBox* m_decay;
    QDoubleSpinBox* m_momentum;
    QComboBox* m_schedule;
    QSpinBox* m_warmup;
    QCheckBox* m_classWeights;
    QDoubleSpinBox* m_balance;
    QDoubleSpinBox* m_average;
    QDoubleSpinBox* m_smoothing;
    QDoubleSpinBox* m_clip;
    QSpinBox* m_accumulate;
    QSpinBox* m_headEpochs;
    QDoubleSpinBox* m_layerDecay;
    QSpinBox* m_patience;
};

} // namespace nakama
