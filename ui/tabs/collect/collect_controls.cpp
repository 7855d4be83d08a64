#include "ui/tabs/collect/collect_controls.h"

#include "ui/tabs/collect/account_dialog.h"
#include "ui/tabs/collect/collect_form.h"
#include "ui/theme/icons.h"
#include "ui/widgets/scrolling_form.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace nakama
{

using State = CollectController::State;

CollectControls::CollectControls(CollectController& controller, DanbooruAccount& account, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_account(account), m_form(new CollectForm),
      m_accountText(new QLabel), m_problem(new QLabel),
      m_look(new QPushButton(icon(Icon::Info), tr("Loo&k what would come"))), m_start(new QPushButton),
      m_cancel(new QPushButton(icon(Icon::Stop), tr("&Cancel")))
{
    m_look->setObjectName(QStringLiteral("look"));
    m_start->setObjectName(QStringLiteral("collect"));
    m_cancel->setObjectName(QStringLiteral("cancelCollect"));
    m_problem->setObjectName(QStringLiteral("collectProblem"));
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setTextFormat(Qt::PlainText);
    m_start->setMinimumHeight(38);
    m_look->setToolTip(tr("Asks the server which pictures there are, and downloads none"));
    m_cancel->setToolTip(tr("What has been collected stays"));
    setFixedWidth(290);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_start, 1);
    row->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(makeAccountRow());
    layout->addWidget(scrollingForm(m_form), 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_look);
    layout->addLayout(row);

    connect(m_look, &QPushButton::clicked, this, &CollectControls::lookRequested);
    connect(m_start, &QPushButton::clicked, this, &CollectControls::startPauseOrResume);
    connect(m_cancel, &QPushButton::clicked, &controller, &CollectController::cancel);
    connect(m_form, &CollectForm::changed, this, [this] {
        update();
        Q_EMIT settingsChanged();
    });
    connect(&controller, &CollectController::stateChanged, this, &CollectControls::update);
    connect(&account, &DanbooruAccount::changed, this, &CollectControls::update);
    update();
}

QWidget* CollectControls::makeAccountRow()
{
    m_accountText->setObjectName(QStringLiteral("account"));
    m_accountText->setWordWrap(true);
    m_accountText->setTextFormat(Qt::PlainText);
    auto* button = new QPushButton(tr("&Account…"));
    button->setObjectName(QStringLiteral("openAccount"));
    connect(button, &QPushButton::clicked, this, &CollectControls::openAccount);
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_accountText, 1);
    layout->addWidget(button);
    return box;
}

CollectSettings CollectControls::settings() const
{
    return m_form->settings();
}

ClientParams CollectControls::client() const
{
    return m_account.clientFor(m_form->settings().client);
}

void CollectControls::setClassesProblem(const QString& problem)
{
    m_classesProblem = problem;
    update();
}

void CollectControls::startPauseOrResume()
{
    switch (m_controller.state()) {
    case State::Idle:
        Q_EMIT startRequested();
        return;
    case State::Collecting:
        return m_controller.pause();
    case State::Paused:
        return m_controller.resume(client());
    default:
        return;
    }
}

void CollectControls::openAccount()
{
    auto* dialog = new AccountDialog(m_account, m_form->settings().client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void CollectControls::update()
{
    auto* const focused = QApplication::focusWidget();
    const auto state = m_controller.state();
    const bool mayPause = state == State::Collecting || state == State::Pausing;
    const QString problem = state == State::Idle ? startProblem() : QString();
    m_form->setEnabled(state == State::Idle);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_look->setEnabled(state == State::Idle && problem.isEmpty());
    m_start->setEnabled((state == State::Idle && problem.isEmpty()) || state == State::Collecting ||
                        state == State::Paused);
    m_start->setText(mayPause                 ? tr("&Pause")
                     : state == State::Paused ? tr("Re&sume")
                                              : tr("&Start collecting"));
    m_start->setIcon(icon(mayPause ? Icon::Pause : Icon::Play));
    m_start->setProperty("primary", !mayPause);
    m_start->update();
    m_cancel->setEnabled(state != State::Idle && state != State::Stopping);
    keepFocus(focused);
    updateAccount();
}

/** A button that is disabled loses the focus to whatever comes next, which nobody who uses the keys expects.
 */
void CollectControls::keepFocus(QWidget* before)
{
    const bool isOurs = before == m_look || before == m_start || before == m_cancel;
    if (isOurs && !before->isEnabled() && isActiveWindow()) {
        m_startWantsFocus = !m_start->isEnabled();
        (m_start->isEnabled() ? m_start : m_cancel)->setFocus();
    } else if (m_startWantsFocus && m_start->isEnabled()) {
        m_startWantsFocus = false;
        m_start->setFocus();
    }
}

void CollectControls::updateAccount()
{
    const QString& login = m_account.login();
    m_accountText->setText(m_account.keyPlace() == KeyPlace::Asking ? tr("Asking the keychain…")
                           : client().credentials                   ? tr("As %1").arg(login)
                           : login.isEmpty()
                               ? tr("Without an account")
                               : tr("Without an account: the key of %1 is not here").arg(login));
    m_accountText->setToolTip(m_account.problem());
}

QString CollectControls::startProblem() const
{
    if (!m_classesProblem.isEmpty())
        return m_classesProblem;
    if (m_account.keyPlace() == KeyPlace::Asking)
        return tr("The keychain is being asked for your key.");
    return m_form->problem();
}

} // namespace nakama
