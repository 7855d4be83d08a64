#pragma once

#include "core/training/rate_search.h"
#include "core/workflow/train_request.h"
#include "ui/viewmodels/session.h"

#include <QWidget>

#include <functional>
#include <utility>

class QLabel;
class QPushButton;

namespace nakama
{

/** What can be known of a training before it starts: its time and memory, and a good learning rate. */
class TrainingTrials : public QWidget
{
    Q_OBJECT

public:
    /** request: the training as it is set now; asked for when a trial begins. */
    TrainingTrials(Session& session, std::function<TrainRequest()> request, QWidget* parent = nullptr);

    /** Ends the trial that goes on, so that a training need not wait for it. */
    void cancel();
    /** What was said of other settings is no longer true. */
    void forget();

Q_SIGNALS:
    /** A person took the rate that was found. */
    void rateChosen(double rate);

private:
    void estimate();
    void findRate();
    void begin(QPushButton& button, const QString& text);
    void end(const JobOutcome& outcome);
    void say(const QString& text);
    void showRates(const RateSearch& search);

    Session& m_session;
    std::function<TrainRequest()> m_request;
    QPushButton* m_estimate;
    QPushButton* m_findRate;
    QLabel* m_answer;
    JobId m_job = 0;                          ///< the trial that goes on; 0: none
    std::pair<QPushButton*, QString> m_begun; ///< by what, and its text before
};

} // namespace nakama
