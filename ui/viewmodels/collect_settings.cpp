#include "ui/viewmodels/collect_settings.h"

#include "ui/viewmodels/convert.h"

#include <QSettings>

namespace nakama
{

namespace
{

const auto group = QStringLiteral("collect");
const auto serverKey = QStringLiteral("server");
const auto rateKey = QStringLiteral("requestsPerSecond");
const auto parallelKey = QStringLiteral("parallelPictures");
const auto ratingsKey = QStringLiteral("ratings");
const auto scoreKey = QStringLiteral("minScore");
const auto sideKey = QStringLiteral("minSide");
const auto soloKey = QStringLiteral("solo");
const auto oneCharacterKey = QStringLiteral("oneCharacter");
const auto variantKey = QStringLiteral("variant");
const auto wantedKey = QStringLiteral("wanted");

PostVariant variantOf(int number)
{
    const bool known =
        number >= static_cast<int>(PostVariant::Original) && number <= static_cast<int>(PostVariant::Small);
    return known ? static_cast<PostVariant>(number) : PostVariant::Original;
}

} // namespace

CollectSettings loadCollectSettings()
{
    CollectSettings settings;
    auto& [client, filter, variant, wanted] = settings;
    QSettings stored;
    stored.beginGroup(group);
    client.server = toStdString(stored.value(serverKey, toQString(client.server)).toString());
    client.requestsPerSecond = stored.value(rateKey, client.requestsPerSecond).toDouble();
    client.parallelPictures = stored.value(parallelKey, client.parallelPictures).toInt();
    filter.ratings = toStdString(stored.value(ratingsKey, toQString(filter.ratings)).toString());
    if (stored.contains(scoreKey))
        filter.minScore = stored.value(scoreKey).toInt();
    filter.minSide = stored.value(sideKey, filter.minSide).toInt();
    filter.solo = stored.value(soloKey).toBool() ? Solo::Required : Solo::Any;
    filter.characters =
        stored.value(oneCharacterKey).toBool() ? CharactersShown::OneOnly : CharactersShown::Any;
    variant = variantOf(stored.value(variantKey).toInt());
    wanted = stored.value(wantedKey, wanted).toInt();
    return settings;
}

void saveCollectSettings(const CollectSettings& settings)
{
    const auto& [client, filter, variant, wanted] = settings;
    QSettings stored;
    stored.beginGroup(group);
    stored.setValue(serverKey, toQString(client.server));
    stored.setValue(rateKey, client.requestsPerSecond);
    stored.setValue(parallelKey, client.parallelPictures);
    stored.setValue(ratingsKey, toQString(filter.ratings));
    if (filter.minScore)
        stored.setValue(scoreKey, *filter.minScore);
    else
        stored.remove(scoreKey);
    stored.setValue(sideKey, filter.minSide);
    stored.setValue(soloKey, filter.solo == Solo::Required);
    stored.setValue(oneCharacterKey, filter.characters == CharactersShown::OneOnly);
    stored.setValue(variantKey, static_cast<int>(variant));
    stored.setValue(wantedKey, wanted);
}

} // namespace nakama
