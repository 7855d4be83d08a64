#pragma once

#include "ui/viewmodels/training_controller.h"

#include <QFrame>

class QLabel;
class QProgressBar;

namespace nakama
{

/** Where the training is: what it is doing in words, how far it is, how fast, and how long it still takes. */
class TrainingPanel : public QFrame
{
    Q_OBJECT

public:
    TrainingPanel(Session& session, const TrainingController& training, QWidget* parent = nullptr);

private:
    void updateState();
    void updateFigures();
    void showWeights();
    void takeJob(const JobSnapshot& job);
    QString figuresText() const;

    const TrainingController& m_training;
    QLabel* m_state;
    QLabel* m_figures;
    QLabel* m_weights; ///< what loading them did
    QProgressBar* m_bar;
};

/** "2 h 5 min", "3 min", "40 s": rounded as a person says it. */
QString durationText(double seconds);

} // namespace nakama
