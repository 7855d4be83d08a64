#include "ui/viewmodels/stage_text.h"

#include <QCoreApplication>

namespace nakama
{

QString stageText(const std::string& stage)
{
    // Named here so that the translation tool finds them; translate() looks them up by their English text.
    [[maybe_unused]] static constexpr const char* known[] = {
        QT_TRANSLATE_NOOP("nakama::Stage", "importing pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "looking for pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "painting pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "preparing pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "exporting pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "collecting pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "asking what there is"),
        QT_TRANSLATE_NOOP("nakama::Stage", "looking at the pictures that are there"),
        QT_TRANSLATE_NOOP("nakama::Stage", "reading pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "comparing pictures"),
        QT_TRANSLATE_NOOP("nakama::Stage", "splitting"),
        QT_TRANSLATE_NOOP("nakama::Stage", "computing features"),
        QT_TRANSLATE_NOOP("nakama::Stage", "training"),
        QT_TRANSLATE_NOOP("nakama::Stage", "trying learning rates"),
        QT_TRANSLATE_NOOP("nakama::Stage", "waiting for room on the disk (MB)"),
        QT_TRANSLATE_NOOP("nakama::Stage", "evaluating"),
        QT_TRANSLATE_NOOP("nakama::Stage", "predicting"),
        QT_TRANSLATE_NOOP("nakama::Stage", "downloading (kB)"),
        QT_TRANSLATE_NOOP("nakama::Stage", "waiting to try again"),
        QT_TRANSLATE_NOOP("nakama::Stage", "checking the file (kB)"),
    };
    QString text = QCoreApplication::translate("nakama::Stage", stage.c_str());
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace nakama
