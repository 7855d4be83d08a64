#include "ui/tabs/predict/model_text.h"

#include "ui/viewmodels/convert.h"

#include <QCoreApplication>
#include <QLocale>

namespace nakama
{

namespace
{

struct ModelText
{
    Q_DECLARE_TR_FUNCTIONS(nakama::ModelText)
};

/** "5 % (95 %: 2 to 9 %)" */
QString shareText(const Share& share)
{
    const auto percent = [](double value) { return QLocale().toString(100 * value, 'f', 0); };
    return ModelText::tr("%1 % (95 %: %2 to %3 %)", "a share and its interval")
        .arg(percent(share.value()), percent(share.interval().low), percent(share.interval().high));
}

QString severalText(const SeveralRule& rule)
{
    QStringList sentences;
    if (rule.singles.n > 0)
        sentences << ModelText::tr("Called several characters: %1 of %2 test pictures of one.")
                         .arg(shareText(rule.singles))
                         .arg(rule.singles.n);
    if (rule.pairs.n > 0)
        sentences << ModelText::tr("Of %2 pairs of them put together, %1 were called so.")
                         .arg(shareText(rule.pairs))
                         .arg(rule.pairs.n);
    if (rule.marked.n > 0)
        sentences << ModelText::tr("Of %2 pictures that people have marked so, %1.")
                         .arg(shareText(rule.marked))
                         .arg(rule.marked.n);
    return sentences.join(QLatin1Char(' '));
}

QString honestyText(const std::optional<FittedOpenSet>& openSet)
{
    if (!openSet)
        return ModelText::tr(
            "Probabilities are as the model gives them, and no picture is refused. Evaluating the run "
            "calibrates them and fits what is refused, on %n validation picture(s) or more.",
            nullptr, OpenSet::fewestPictures);
    QString text = ModelText::tr("Probabilities are calibrated.");
    if (const auto& refused = openSet->rule.knownRefused; refused.n > 0)
        text += QLatin1Char(' ') + ModelText::tr("Refused: %1 of %2 test pictures of its classes.")
                                       .arg(shareText(refused))
                                       .arg(refused.n);
    text += QLatin1Char(' ');
    if (openSet->rule.several)
        text += severalText(*openSet->rule.several);
    else if (openSet->rule.version < OpenSet::newestVersion)
        text += ModelText::tr("Several characters are not told from one: evaluate the run again for that.");
    else
        text +=
            ModelText::tr("Several characters are not told from one: that is fitted on validation pictures "
                          "of two classes or more.");
    return text;
}

} // namespace

QString modelText(const AnsweringModel& model)
{
    const auto& info = model.info;
    const auto& preprocessing = info.preprocessing;
    const QString resize = preprocessing.resize.kind == ResizeRule::Kind::Square
                               ? ModelText::tr("resized to %1 × %1").arg(preprocessing.resize.size)
                               : ModelText::tr("shorter side to %1").arg(preprocessing.resize.size);
    const QString answered =
        ModelText::tr("Answered by %1 after epoch %2 with %n class(es); RGB, %3, middle %4 × %4 pixels.",
                      nullptr, static_cast<int>(info.classes.size()))
            .arg(toQString(info.model))
            .arg(info.epoch)
            .arg(resize)
            .arg(preprocessing.crop);
    return answered + QLatin1Char('\n') + honestyText(model.openSet);
}

} // namespace nakama
