#include "ui/tabs/label/run_choice.h"

#include "ui/viewmodels/convert.h"

#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace nakama
{

RunChoice::RunChoice(Session& session, QWidget* parent) : QComboBox(parent), m_session(session)
{
    setObjectName(QStringLiteral("run"));
    setAccessibleName(tr("Run"));
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(40);
    connect(&session, &Session::runsChanged, this, &RunChoice::list);
    connect(this, &QComboBox::currentIndexChanged, this, &RunChoice::chosen);
    list();
}

void RunChoice::list()
{
    const QString before = run();
    {
        const QSignalBlocker blocker(this);
        clear();
        const auto& snapshot = m_session.snapshot();
        for (const auto& record : snapshot.runs) {
            // One that answers with others has no epochs of its own, and is finished at once.
            if (record.epochs == 0 && record.status != RunStatus::Finished)
                continue;
            const QString id = toQString(record.id);
            QString text = runTitle(snapshot, id);
            if (record.epochs > 0)
                text += QStringLiteral("  ·  ") +
                        tr("macro-F1 %1 on val").arg(QLocale().toString(record.bestMacro, 'f', 3));
            addItem(text, id);
        }
        setCurrentIndex(count() == 0 ? -1 : std::max(0, findData(before)));
    }
    setEnabled(count() > 0);
    if (run() != before)
        Q_EMIT chosen();
}

QString runTitle(const WorkspaceSnapshot& snapshot, const QString& runId)
{
    const auto note = snapshot.runNotes.find(toStdString(runId));
    return note == snapshot.runNotes.end() || note->second.name.empty() ? runId
                                                                        : toQString(note->second.name);
}

} // namespace nakama
