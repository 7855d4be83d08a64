#include "core/workspace/class_names.h"

#include <QString>

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace nakama
{

namespace
{

constexpr std::size_t longestName = 100;

bool isSeparator(QChar character)
{
    switch (character.unicode()) {
    case u'.':
    case u'-':
    case u'_':
    case u'\u00B7': // middle dots, as in モンキー・D・ルフィ
    case u'\u30FB':
        return true;
    default:
        return character.isSpace();
    }
}

} // namespace

std::string normalisedClassName(std::string_view name)
{
    const auto text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    QString kept;
    for (const QChar character : text.normalized(QString::NormalizationForm_KC).toCaseFolded())
        if (!isSeparator(character))
            kept += character;
    return kept.toStdString();
}

Result<void> checkClassName(const std::string& name)
{
    const auto refuse = [&](const std::string& reason) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a class cannot be called '{}': {}", name, reason), "class name");
    };
    if (name.empty())
        return refuse("the name is empty");
    if (name.size() > longestName)
        return refuse(fmt::format("it has {} bytes, more than {}", name.size(), longestName));
    const auto text = QString::fromStdString(name);
    if (text.toStdString() != name)
        return refuse("it is not valid UTF-8");
    if (text.contains(u'/') || text.contains(u'\\'))
        return refuse("a slash cannot be part of a folder's name");
    if (std::any_of(text.begin(), text.end(),
                    [](QChar character) { return character.category() == QChar::Other_Control; }))
        return refuse("it contains a control character");
    if (text.front() == u'.')
        return refuse("a folder whose name starts with a dot is hidden");
    if (text.trimmed() != text)
        return refuse("it starts or ends with a space");
    if (normalisedClassName(name).empty())
        return refuse("it needs a letter or a digit");
    return {};
}

Result<void> checkNewClasses(const std::vector<ClassInfo>& existing, const std::vector<ClassInfo>& added)
{
    std::map<std::string, std::string> taken;
    for (const auto& info : existing)
        taken.emplace(normalisedClassName(info.name), info.name);
    for (const auto& info : added) {
        NAKAMA_CHECK(checkClassName(info.name));
        const auto [other, isNew] = taken.emplace(normalisedClassName(info.name), info.name);
        if (!isNew)
            return fail(ErrorCode::AlreadyExists,
                        fmt::format("there is a class '{}' already, which '{}' cannot be told from (case, "
                                    "spaces, dots, dashes and underscores do not count)",
                                    other->second, info.name),
                        "class name");
    }
    return {};
}

} // namespace nakama
