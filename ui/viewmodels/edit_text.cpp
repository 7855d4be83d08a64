#include "ui/viewmodels/edit_text.h"

#include "ui/viewmodels/convert.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace nakama
{

namespace
{

struct EditText
{
    Q_DECLARE_TR_FUNCTIONS(nakama::EditText)
};

QString classText(const std::string& name, const std::vector<ClassInfo>& classes)
{
    const auto found = std::find_if(classes.begin(), classes.end(),
                                    [&](const ClassInfo& info) { return info.name == name; });
    return toQString(found == classes.end() || found->displayName.empty() ? name : found->displayName);
}

/** Why pictures were left as they are, in the person's language. */
QString reasonText(SkipReason reason)
{
    switch (reason) {
    case SkipReason::SoAlready:
        return EditText::tr("they are so already");
    case SkipReason::OutOfUse:
        return EditText::tr("they are out of use");
    case SkipReason::NotSetAside:
        return EditText::tr("they are not set aside");
    case SkipReason::NotInBin:
        return EditText::tr("they are not in the bin");
    case SkipReason::NoLabel:
        return EditText::tr("they have no label, and only labelled pictures are split");
    case SkipReason::InTrueTest:
        return EditText::tr("the true test is never trained on");
    case SkipReason::CopyOfTrueTest:
        return EditText::tr("the true test has a copy of them, and is never trained on");
    case SkipReason::ChangedSince:
        break;
    }
    return EditText::tr("they were changed since, or are gone from the bin");
}

} // namespace

QString editText(const EditRecord& edit, const std::vector<ClassInfo>& classes)
{
    const int n = edit.pictures;
    const auto subject = edit.subject;
    switch (edit.kind) {
    case EditKind::Relabel:
        return subject.empty() ? EditText::tr("%n label(s)", nullptr, n)
                               : EditText::tr("%n picture(s) to %1", "relabelled to a class", n)
                                     .arg(classText(subject, classes));
    case EditKind::Unlabel:
        return EditText::tr("%n label(s) taken off", nullptr, n);
    case EditKind::Mark: {
        const auto mark = pictureMarkFromName(subject);
        return EditText::tr("%n picture(s) marked “%1”", nullptr, n).arg(mark ? markText(*mark) : QString());
    }
    case EditKind::Exclude:
        return EditText::tr("%n picture(s) excluded", nullptr, n);
    case EditKind::SetCopiesAside:
        return EditText::tr("%n copy(s) set aside", nullptr, n);
    case EditKind::TakeBack:
        return EditText::tr("%n picture(s) taken back", nullptr, n);
    case EditKind::Delete:
        return EditText::tr("%n picture(s) to the bin", nullptr, n);
    case EditKind::Restore:
        return EditText::tr("%n picture(s) from the bin", nullptr, n);
    case EditKind::Move:
        return EditText::tr("%n picture(s) moved to %1", "a pool", n)
            .arg(poolText(poolFromName(subject).value_or(Pool::Pool)));
    case EditKind::Split:
        return EditText::tr("Split of %n picture(s)", "parts that changed", n);
    case EditKind::Import:
        return EditText::tr("Import of %n picture(s)", nullptr, n);
    case EditKind::Assign:
        break;
    }
    const auto part = splitPartFromName(subject);
    return part
               ? EditText::tr("%n picture(s) put into %1", "a part of the split", n).arg(splitPartText(*part))
               : EditText::tr("%n picture(s) out of the split", nullptr, n);
}

QString skippedText(const EditOutcome& outcome)
{
    QStringList reasons;
    for (const auto& [reason, pictures] : outcome.reasons)
        reasons << (outcome.reasons.size() == 1
                        ? reasonText(reason)
                        : QStringLiteral("%1: %2").arg(QLocale().toString(pictures), reasonText(reason)));
    return EditText::tr("%n picture(s) stay as they are: %1.", nullptr, outcome.skipped)
        .arg(reasons.join(QStringLiteral("; ")));
}

QString markText(PictureMark mark)
{
    switch (mark) {
    case PictureMark::SeveralCharacters:
        return EditText::tr("several characters");
    case PictureMark::NoneOfThese:
        return EditText::tr("none of the classes");
    case PictureMark::Unsure:
        break;
    }
    return EditText::tr("unsure");
}

QString asideText(AsideReason reason)
{
    switch (reason) {
    case AsideReason::Copy:
        return EditText::tr("copy, set aside");
    case AsideReason::Excluded:
        return EditText::tr("excluded");
    case AsideReason::Bin:
        break;
    }
    return EditText::tr("in the bin");
}

QString splitPartText(SplitPart part)
{
    switch (part) {
    case SplitPart::Train:
        return EditText::tr("train");
    case SplitPart::Val:
        return EditText::tr("validation");
    case SplitPart::Test:
        break;
    }
    return EditText::tr("test");
}

QString poolText(Pool pool)
{
    return pool == Pool::Pool ? EditText::tr("the pool") : EditText::tr("the true test");
}

} // namespace nakama
