#include "ui/tabs/evaluate/run_text.h"

#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/runs_model.h"

#include <QLocale>

namespace nakama
{

QString runName(const std::string& runId, const std::map<std::string, RunNote>& notes)
{
    const auto note = notes.find(runId);
    return toQString(note == notes.end() || note->second.name.empty() ? runId : note->second.name);
}

QString runText(const RunRecord& run, const std::map<std::string, RunNote>& notes)
{
    const QLocale locale;
    QStringList parts;
    if (const auto note = notes.find(run.id); note != notes.end() && !note->second.name.empty())
        parts << toQString(note->second.name);
    parts += {locale.toString(toLocalTime(run.startedAt), QLocale::ShortFormat), toQString(run.model),
              runStatusText(run.status)};
    if (run.epochs > 0)
        parts << EvaluationBar::tr("macro-F1 %1 on val").arg(locale.toString(run.bestMacro, 'f', 3));
    return parts.join(QStringLiteral(" · "));
}

} // namespace nakama
