#include "ui/tabs/label/estimate_bar.h"

#include "ui/tabs/label/live_estimate.h"
#include "ui/tabs/label/run_choice.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace nakama
{

EstimateBar::EstimateBar(Session& session, LiveEstimate& estimate, QWidget* parent)
    : QWidget(parent), m_session(session), m_estimate(estimate), m_button(new QPushButton),
      m_figure(new QLabel)
{
    m_button->setObjectName(QStringLiteral("estimate"));
    m_figure->setObjectName(QStringLiteral("figure"));
    m_figure->setTextFormat(Qt::PlainText);
    m_figure->setWordWrap(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_button);
    layout->addWidget(m_figure, 1);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_estimate.run().isEmpty())
            ask();
        else
            m_estimate.stop();
    });
    connect(&estimate, &LiveEstimate::changed, this, &EstimateBar::update);
    connect(&session, &Session::engineReady, this, &EstimateBar::update);
    connect(&session, &Session::engineFailed, this, &EstimateBar::update);
    connect(&session, &Session::runsChanged, this, &EstimateBar::update);
    update();
}

void EstimateBar::ask()
{
    auto* dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Estimate so far"));
    auto* sentence = new QLabel(tr(
        "A run answers the whole true test once, in the background. After each of your strokes its macro-F1 "
        "on the pictures with a label is reckoned anew, with a 95 % interval. You stay blind: only this "
        "figure is shown, and of no picture what the model says. Do not let it sway you: it moves with each "
        "label."));
    sentence->setWordWrap(true);
    auto* runs = new RunChoice(m_session);
    auto* label = new QLabel(tr("&Run"));
    label->setBuddy(runs);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(runs, 1);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(sentence);
    layout->addLayout(row);
    layout->addWidget(buttons);
    dialog->resize(480, layout->totalHeightForWidth(480)); // a text that wraps has no height of its own
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(&m_session, &Session::workspaceChanged, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, runs] {
        if (m_session.engine() && !runs->run().isEmpty())
            m_estimate.start(runs->run());
    });
    connect(dialog, &QDialog::finished, this, &EstimateBar::finished);
    dialog->open();
}

void EstimateBar::update()
{
    const auto& runs = m_session.snapshot().runs;
    const bool on = !m_estimate.run().isEmpty();
    m_button->setText(on ? tr("Hide the figu&re") : tr("Estimate so fa&r…"));
    m_button->setEnabled(on || (!runs.empty() && m_session.engine()));
    m_button->setToolTip(runs.empty() ? tr("Train a run first; then it can be judged by your labels.")
                                      : tr("How good a run is by the labels so far"));
    m_figure->setText(text());
}

QString EstimateBar::text() const
{
    if (m_estimate.run().isEmpty())
        return {};
    if (!m_estimate.problem().isEmpty())
        return QStringLiteral("⚠ ") + m_estimate.problem();
    if (m_estimate.isAsking())
        return tr("The run is answering the true test…");
    const auto& estimate = m_estimate.estimate();
    if (!estimate)
        return tr("The estimate comes with the first label.");
    const QLocale locale;
    const auto figure = [&](double value) { return locale.toString(value, 'f', 3); };
    QString text =
        estimate->pictures == 0 ? tr("No figure yet") : tr("Macro-F1 %1").arg(figure(estimate->macro));
    if (estimate->interval)
        text += QLatin1Char(' ') +
                tr("(95 %: %1 to %2)").arg(figure(estimate->interval->low), figure(estimate->interval->high));
    text += QStringLiteral("  ·  ") + tr("%n labelled picture(s)", nullptr, estimate->pictures) +
            QStringLiteral("  ·  ") +
            tr("%1 of %2 classes have any").arg(estimate->classes).arg(estimate->allClasses) +
            QStringLiteral("  ·  ") + runTitle(m_session.snapshot(), m_estimate.run());
    if (estimate->unknown > 0)
        text += QStringLiteral("  ·  ") +
                tr("%n left out: the run does not know their class", nullptr, estimate->unknown);
    if (estimate->unread > 0)
        text += QStringLiteral("  ·  ") + tr("%n could not be read", nullptr, estimate->unread);
    return text;
}

} // namespace nakama
