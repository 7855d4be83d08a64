#pragma once

#include "ui/viewmodels/collect_controller.h"
#include "ui/viewmodels/collect_settings.h"
#include "ui/viewmodels/danbooru_account.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nakama
{

class CollectForm;

/** The left side of the page: the account, the settings, and the buttons that start, pause and cancel. */
class CollectControls : public QWidget
{
    Q_OBJECT

public:
    CollectControls(CollectController& controller, DanbooruAccount& account, QWidget* parent = nullptr);

    CollectSettings settings() const;
    /** Whom to ask, and as whom. */
    ClientParams client() const;
    /** Why nothing can be collected for these classes; empty where it can. */
    void setClassesProblem(const QString& problem);

Q_SIGNALS:
    void settingsChanged();
    void lookRequested();
    void startRequested();

private:
    QWidget* makeAccountRow();
    void startPauseOrResume();
    void openAccount();
    void update();
    void keepFocus(QWidget* before);
    void updateAccount();
    QString startProblem() const;

    CollectController& m_controller;
    DanbooruAccount& m_account;
    QString m_classesProblem;
    CollectForm* m_form;
    QLabel* m_accountText;
    QLabel* m_problem;
    QPushButton* m_look;
    QPushButton* m_start;
    QPushButton* m_cancel;
    bool m_startWantsFocus = false; ///< it had it when it was disabled for a moment
};

} // namespace nakama
