#pragma once

#include "ui/viewmodels/label_controller.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace nakama
{

class EmptyState;
class LabelView;

/** Where people label pictures: who labels, what is gone through, how far it is, and the picture. */
class LabelTab : public QWidget
{
    Q_OBJECT

public:
    explicit LabelTab(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void importRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHeader();
    void openSet();
    void update();
    void updateAnnotators();
    void updateEmpty();
    void askName();
    void chooseKeys();
    void showAgreement();

    Session& m_session;
    LabelController* m_controller;
    QComboBox* m_annotator;
    QComboBox* m_set;
    QProgressBar* m_progress;
    QLabel* m_rule;
    QLabel* m_problem;
    QPushButton* m_keys;
    QPushButton* m_agreement;
    QPushButton* m_name;
    EmptyState* m_empty;
    LabelView* m_view;
    QStackedWidget* m_pages;
};

} // namespace nakama
