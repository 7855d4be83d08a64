#pragma once

#include "ui/viewmodels/predict_controller.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nakama
{

class SubmissionFlow;

/** How far the answers are, and what can be made of them: a table, sorted folders, a submission. */
class AnswersBar : public QWidget
{
    Q_OBJECT

public:
    AnswersBar(Session& session, PredictController& predict, QWidget* parent = nullptr);

    /** Shown until the state changes. */
    void say(const QString& text);

private:
    QPushButton* addButton(const QString& text, const QString& toolTip);
    void update();
    void saveTable();
    void sortIntoFolders();
    void submit();

    Session& m_session;
    PredictController& m_predict;
    SubmissionFlow* m_submission;
    QLabel* m_state;
    QPushButton* m_save;
    QPushButton* m_sort;
    QPushButton* m_submit;
    QPushButton* m_clear;
};

} // namespace nakama
