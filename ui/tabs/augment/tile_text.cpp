#include "ui/tabs/augment/tile_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace nakama
{

namespace
{

struct TileText
{
    Q_DECLARE_TR_FUNCTIONS(nakama::TileText)
};

QString number(double value, int decimals = 0)
{
    return QLocale().toString(value, 'f', decimals);
}

QString areaText(const cv::Rect& area)
{
    return QStringLiteral("%1 × %2 (%3, %4)").arg(area.width).arg(area.height).arg(area.x).arg(area.y);
}

QString strengthText(Operation operation, double magnitude)
{
    switch (operation) {
    case Operation::ShearX:
    case Operation::ShearY:
        return number(magnitude, 2);
    case Operation::TranslateX:
    case Operation::TranslateY:
        return TileText::tr("%1 px").arg(number(magnitude));
    case Operation::Rotate:
        return TileText::tr("%1°").arg(number(magnitude));
    case Operation::Brightness:
    case Operation::Color:
    case Operation::Contrast:
    case Operation::Sharpness:
        return QStringLiteral("× ") + number(1 + magnitude, 2);
    case Operation::Posterize:
        return TileText::tr("%n bit(s)", nullptr, static_cast<int>(magnitude));
    case Operation::Solarize:
        return QStringLiteral("≥ ") + number(magnitude);
    case Operation::Identity:
    case Operation::AutoContrast:
    case Operation::Equalize:
        break;
    }
    return {};
}

} // namespace

QString operationTitle(Operation operation)
{
    switch (operation) {
    case Operation::Identity:
        return TileText::tr("Unchanged");
    case Operation::ShearX:
        return TileText::tr("Shear sideways");
    case Operation::ShearY:
        return TileText::tr("Shear upwards");
    case Operation::TranslateX:
        return TileText::tr("Shift sideways");
    case Operation::TranslateY:
        return TileText::tr("Shift upwards");
    case Operation::Rotate:
        return TileText::tr("Rotate");
    case Operation::Brightness:
        return TileText::tr("Brightness");
    case Operation::Color:
        return TileText::tr("Colour");
    case Operation::Contrast:
        return TileText::tr("Contrast");
    case Operation::Sharpness:
        return TileText::tr("Sharpness");
    case Operation::Posterize:
        return TileText::tr("Fewer shades");
    case Operation::Solarize:
        return TileText::tr("Solarize");
    case Operation::AutoContrast:
        return TileText::tr("Full contrast");
    case Operation::Equalize:
        return TileText::tr("Equalize");
    }
    return {};
}

QString operationText(const TileDescription& drawn)
{
    const QString strength = strengthText(drawn.operation, drawn.magnitude);
    return strength.isEmpty() ? operationTitle(drawn.operation)
                              : operationTitle(drawn.operation) + QLatin1Char(' ') + strength;
}

QString tileCaption(const TileDescription& drawn)
{
    QStringList parts;
    if (drawn.operation != Operation::Identity)
        parts << operationText(drawn);
    if (drawn.flipped)
        parts << TileText::tr("flipped");
    if (drawn.erased)
        parts << TileText::tr("erased");
    return parts.isEmpty() ? operationTitle(Operation::Identity) : parts.join(QStringLiteral(", "));
}

QString tileDetails(const TilePreview& tile, std::uint64_t seed)
{
    const auto& drawn = tile.drawn;
    QStringList lines{operationText(drawn)};
    if (!drawn.crop.empty())
        lines << TileText::tr("Cut: %1").arg(areaText(drawn.crop));
    if (drawn.flipped)
        lines << TileText::tr("Flipped");
    if (drawn.rotation != 0)
        lines << TileText::tr("Turned by %1°").arg(number(drawn.rotation, 1));
    if (drawn.jitter)
        lines << TileText::tr("Brightness × %1, contrast × %2, saturation × %3, hue %4°")
                     .arg(number(drawn.jitter->brightness, 2), number(drawn.jitter->contrast, 2),
                          number(drawn.jitter->saturation, 2), number(360 * drawn.jitter->hue));
    if (drawn.blur > 0)
        lines << TileText::tr("Blurred by %1 px").arg(number(drawn.blur, 1));
    if (drawn.erased)
        lines << TileText::tr("Erased: %1").arg(areaText(*drawn.erased));
    lines << TileText::tr("Seed %1, epoch %2").arg(seed).arg(tile.epoch);
    return lines.join(QLatin1Char('\n'));
}

} // namespace nakama
