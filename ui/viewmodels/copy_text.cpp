#include "ui/viewmodels/copy_text.h"

#include "ui/viewmodels/convert.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace nakama
{

namespace
{

class Words
{
    Q_DECLARE_TR_FUNCTIONS(nakama::CopyText)
};

QString percent(double share)
{
    return QLocale().toString(static_cast<int>(std::floor(100 * share)));
}

QString partText(const QString& part)
{
    if (part == QLatin1String("exact"))
        return Words::tr("the same pixels");
    if (part == QLatin1String("resized"))
        return Words::tr("resized");
    if (part == QLatin1String("recompressed"))
        return Words::tr("compressed again");
    if (part == QLatin1String("cropped"))
        return Words::tr("cropped");
    if (part == QLatin1String("mirrored"))
        return Words::tr("mirrored");
    if (part == QLatin1String("rotated"))
        return Words::tr("turned");
    if (part == QLatin1String("inverted"))
        return Words::tr("inverted");
    if (part == QLatin1String("greyscale"))
        return Words::tr("greyscale");
    return part;
}

QStringList partsOf(const std::string& kind)
{
    return toQString(kind).split(QLatin1Char('+'), Qt::SkipEmptyParts);
}

} // namespace

QString copyKindText(const std::string& kind)
{
    QStringList words;
    for (const QString& part : partsOf(kind))
        words << partText(part);
    return words.join(QStringLiteral(", "));
}

QString copyEvidenceText(const CopyRecord& copy)
{
    QStringList words;
    for (const QString& part : partsOf(copy.kind)) {
        if (part == QLatin1String("rotated"))
            words << Words::tr("turned by %1°").arg(90 * copy.quarterTurns);
        else if (part == QLatin1String("cropped") && copy.zoom > 1)
            words << Words::tr("cropped to %1 % of the area").arg(percent(1 / copy.zoom));
        else if (part == QLatin1String("cropped") && copy.zoom < 1)
            words << Words::tr("shows more than the keeper");
        else
            words << partText(part);
    }
    return Words::tr("%1; %2 % alike").arg(words.join(QStringLiteral(", ")), percent(copy.similarity));
}

QString copyCaption(const CopyMember& member)
{
    const auto& image = member.image;
    QStringList lines{toQString(std::filesystem::path(image.originalName).filename()),
                      QStringLiteral("%1 × %2").arg(image.width).arg(image.height)};
    if (image.setAside)
        lines << Words::tr("set aside");
    if (image.pool == Pool::TrueTest)
        lines << Words::tr("of the true test");
    lines << (member.isKeeper() ? Words::tr("keeper") : copyEvidenceText(member.copy));
    return lines.join(QLatin1Char('\n'));
}

QString copyClassesText(const CopyGroupRow& group)
{
    QStringList names;
    for (const auto& name : group.classNames)
        names << (name.empty() ? Words::tr("without a label") : toQString(name));
    return names.join(QStringLiteral(", "));
}

} // namespace nakama
