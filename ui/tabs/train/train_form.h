#pragma once

#include "core/workflow/train_job.h"
#include "ui/viewmodels/session.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace nakama
{

class InputCostLabel;
class LearningForm;
class ModelCard;
class PresetChoice;
class TrainingTrials;
struct InputCost;

/** The settings of a training: the few that matter, and the rest folded away. */
class TrainForm : public QWidget
{
    Q_OBJECT

public:
    explicit TrainForm(Session& session, QWidget* parent = nullptr);

    /** Fills the choices; keeps what a person has chosen already. */
    void setEngine(const EngineInfo& engine);
    TrainRequest request() const;
    /** Ends what is tried out before a training, so that the training need not wait. */
    void cancelTrials();
    /** Weight files that are dropped on the page around the form are taken. */
    void takeDropsOn(QWidget& page);

private:
    QWidget* makeMain();
    QWidget* makeMore();
    void makeMirror();
    void noticeChanges();
    void takePreset();
    void takeModel();
    void takeStart();
    void takeChange();
    void takeInput();
    void takeCost(const InputCost& cost);
    const ModelInfo* model() const;

    EngineInfo m_engine;
    PresetChoice* m_preset;
    QLabel* m_presetText;
    QComboBox* m_model;
    ModelCard* m_card;
    QSpinBox* m_epochs;
    QSpinBox* m_batch;
    QDoubleSpinBox* m_rate;
    QSpinBox* m_input;
    InputCostLabel* m_cost;
    QComboBox* m_device;
    TrainingTrials* m_trials;
    QLineEdit* m_mirror;
    QCheckBox* m_freeze;
    QSpinBox* m_views;
    QCheckBox* m_augment;
    QCheckBox* m_inMemory;
    QComboBox* m_precision;
    QComboBox* m_memoryLayout;
    LearningForm* m_learning;
    QSpinBox* m_seed;
    QSpinBox* m_threads;
};

} // namespace nakama
