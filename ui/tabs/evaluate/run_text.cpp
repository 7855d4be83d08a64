#include "ui/tabs/evaluate/run_text.h"

#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/runs_model.h"

#include <QLocale>

namespace nakama
{

QString runText(const RunRecord& run)
{
    const QLocale locale;
    QStringList parts{locale.toString(toLocalTime(run.startedAt), QLocale::ShortFormat), toQString(run.model),
                      runStatusText(run.status)};
    if (run.epochs > 0)
        parts << EvaluationBar::tr("macro-F1 %1 on val").arg(locale.toString(run.bestMacro, 'f', 3));
    return parts.join(QStringLiteral(" · "));
}

} // namespace nakama
