#include "ui/tabs/label/label_text.h"

#include "ui/viewmodels/label_input.h"

#include <QCoreApplication>

namespace nakama
{

namespace
{

struct LabelText
{
    Q_DECLARE_TR_FUNCTIONS(nakama::LabelText)
};

} // namespace

QString answerText(const Answer& answer, const QStringList& classNames)
{
    switch (answer.kind) {
    case AnswerKind::Class:
        return classNames.value(answer.classIndex);
    case AnswerKind::SeveralCharacters:
        return LabelText::tr("Several characters");
    case AnswerKind::NoneOfThese:
        return LabelText::tr("None of these classes");
    case AnswerKind::Unsure:
        return LabelText::tr("Unsure");
    case AnswerKind::Skipped:
        return LabelText::tr("For later");
    case AnswerKind::Open:
        break;
    }
    return LabelText::tr("Who is this?");
}

QString actionText(LabelAction action)
{
    switch (action) {
    case LabelAction::Skip:
        return LabelText::tr("later");
    case LabelAction::None:
        return LabelText::tr("none of these classes");
    case LabelAction::Several:
        return LabelText::tr("several characters");
    case LabelAction::Unsure:
        return LabelText::tr("unsure");
    case LabelAction::Note:
        return LabelText::tr("a note");
    case LabelAction::Back:
        return LabelText::tr("the picture before");
    case LabelAction::Suggestion:
        return LabelText::tr("the first suggestion");
    }
    return {};
}

QString keysHelp(const LabelKeys& keys, bool suggestions)
{
    const auto key = [&](LabelAction action) {
        return QStringLiteral("%1  %2").arg(keyText(keys.of(action)), actionText(action));
    };
    const auto gap = QStringLiteral("    ");
    // The classes above need the room, so these are few lines; the note's key stands in its field.
    QStringList lines{key(LabelAction::Skip) + gap + key(LabelAction::Unsure), key(LabelAction::None),
                      key(LabelAction::Several)};
    if (suggestions)
        lines << key(LabelAction::Suggestion);
    lines << key(LabelAction::Back) + gap + LabelText::tr("Enter  the next")
          << LabelText::tr("Ctrl+Z  take back    Ctrl+Shift+Z  redo")
          << LabelText::tr("Page Up, Down  zoom    Arrows  move")
          << LabelText::tr("Home  fit    End  pixel by pixel")
          << LabelText::tr("Letters  find a class by name, Enter takes it");
    return lines.join(QLatin1Char('\n'));
}

QString ruleText(LabelSet set)
{
    switch (set) {
    case LabelSet::Conflicts:
        return LabelText::tr("Here annotators differ and no answer has a majority. Your answer settles it.");
    case LabelSet::SecondPass:
        return LabelText::tr(
            "About a tenth of the pictures that you have answered, once more: it shows how far you "
            "agree with yourself, and labels nothing.");
    case LabelSet::Unlabelled:
        return LabelText::tr(
            "Pictures of the pool without a label. The only answer is the label; of several, what "
            "all or more than half say, or what is settled.");
    case LabelSet::TrueTest:
        break;
    }
    return LabelText::tr(
        "Blind: no model's answer is shown, and the order is your own. The only answer is the "
        "label; of several, what all or more than half say, or what is settled. Nothing of "
        "the true test is ever trained on.");
}

} // namespace nakama
