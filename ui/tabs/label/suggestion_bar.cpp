#include "ui/tabs/label/suggestion_bar.h"

#include "ui/tabs/label/run_choice.h"
#include "ui/tabs/label/suggestions.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace nakama
{

SuggestionBar::SuggestionBar(Session& session, Suggestions& suggestions, QWidget* parent)
    : QWidget(parent), m_session(session), m_suggestions(suggestions),
      m_wanted(new QCheckBox(tr("&Suggestions, least certain first, of"))), m_run(new RunChoice(session)),
      m_state(new QLabel)
{
    m_wanted->setObjectName(QStringLiteral("suggestions"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_wanted);
    layout->addWidget(m_run);
    layout->addWidget(m_state, 1);
    connect(m_wanted, &QCheckBox::toggled, this, &SuggestionBar::choose);
    connect(m_run, &RunChoice::chosen, this, &SuggestionBar::choose);
    connect(&suggestions, &Suggestions::changed, this, &SuggestionBar::update);
    connect(&session, &Session::engineReady, this, &SuggestionBar::update);
    connect(&session, &Session::engineFailed, this, &SuggestionBar::update);
    update();
}

void SuggestionBar::choose()
{
    m_suggestions.setRun(m_wanted->isChecked() ? m_run->run() : QString());
    update();
}

void SuggestionBar::update()
{
    const QSignalBlocker blocker(m_wanted);
    m_wanted->setChecked(m_suggestions.isOn()); // also where the workspace is another, or the job was stopped
    m_wanted->setEnabled(m_run->count() > 0 && m_session.engineProblem().isEmpty());
    QString text;
    if (m_run->count() == 0)
        text = tr("Train a run first; then it can suggest classes.");
    else if (!m_session.engineProblem().isEmpty())
        text = m_session.engineProblem();
    else if (m_suggestions.isOn() && (m_suggestions.isAsking() || !m_session.engine()))
        text = tr("The pictures are being asked about…");
    else if (!m_suggestions.problem().isEmpty())
        text = m_suggestions.problem();
    m_state->setText(text);
    m_state->setToolTip(text);
}

} // namespace nakama
