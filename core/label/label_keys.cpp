#include "core/label/label_keys.h"

#include "core/base/atomic_file.h"

#include <QString>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::string_view digits = "1234567890";
constexpr std::string_view before = "-="; ///< at the same place on most keyboards

std::string standardKeys(std::size_t classIndex)
{
    const auto row = classIndex / digits.size();
    const std::string digit(1, digits[classIndex % digits.size()]);
    if (row == 0)
        return digit;
    return row <= before.size() ? before[row - 1] + digit : std::string();
}

struct ActionInfo
{
    std::string_view name;
    std::string_view standardKey;
    std::string_view meaning; ///< in a message
};

constexpr std::array<ActionInfo, labelActions.size()> actionInfos{{
    {"skip", "Space", "'later'"},
    {"none", "F2", "'none of these'"},
    {"several", "F3", "'several characters'"},
    {"unsure", "F4", "'unsure'"},
    {"note", "F5", "the note"},
    {"back", "Backspace", "the picture before"},
    {"suggestion", "F6", "the first suggestion"},
}};

/** In label-keys.json beside the classes, none of which can have a slash in its name. */
constexpr auto actionsField = "/actions";

constexpr std::array<std::string_view, 16> namedKeys{"Space", "Backspace", "Ins", "Del", "F1", "F2",
                                                     "F3",    "F4",        "F5",  "F6",  "F7", "F8",
                                                     "F9",    "F10",       "F11", "F12"};

std::string meaningOf(LabelAction action)
{
    return std::string(actionInfos[static_cast<std::size_t>(action)].meaning);
}

bool areVisible(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
}

std::string nameOf(const ClassInfo& info)
{
    return info.displayName.empty() ? info.name : info.displayName;
}

std::filesystem::path fileOf(const Workspace& workspace)
{
    return workspace.folder() / "label-keys.json";
}

/** Takes the keys of what else keys do from the file; false where it is damaged. */
bool readActions(const nlohmann::json& json, LabelKeys& keys)
{
    const auto stored = json.find(actionsField);
    if (stored == json.end()) // kept before these could be chosen
        return true;
    if (!stored->is_object())
        return false;
    for (const auto action : labelActions) {
        const auto found = stored->find(std::string(labelActionName(action)));
        if (found == stored->end())
            continue;
        if (!found->is_string())
            return false;
        keys.set(action, found->get<std::string>());
    }
    return true;
}

} // namespace

std::string_view labelActionName(LabelAction action)
{
    return actionInfos[static_cast<std::size_t>(action)].name;
}

LabelKeys::LabelKeys()
{
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i] = actionInfos[i].standardKey;
}

LabelKeys LabelKeys::standard(std::size_t classes)
{
    LabelKeys keys;
    for (std::size_t i = 0; i < classes; ++i)
        keys.m_keys.push_back(standardKeys(i));
    return keys;
}

Result<LabelKeys> LabelKeys::load(const Workspace& workspace, const std::vector<ClassInfo>& classes)
{
    const auto file = fileOf(workspace);
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return standard(classes.size());
    NAKAMA_TRY(const auto text, readTextFile(file));
    const auto json = nlohmann::json::parse(text, nullptr, false);
    const auto damaged = [&] {
        return fail(ErrorCode::CorruptData,
                    "the keys of the classes cannot be read; delete the file to have the usual ones again",
                    file.string());
    };
    if (!json.is_object())
        return damaged();
    LabelKeys keys;
    keys.m_keys.resize(classes.size());
    if (!readActions(json, keys))
        return damaged();
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto found = json.find(classes[i].name);
        if (found != json.end() && !found->is_string())
            return damaged();
        if (found != json.end())
            keys.set(i, found->get<std::string>());
    }
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (const auto usual = standardKeys(i); !json.contains(classes[i].name) && !usual.empty()) {
            keys.m_keys[i] = usual;
            if (!keys.check(classes))
                keys.m_keys[i].clear();
        }
    if (!keys.check(classes))
        return damaged();
    return keys;
}

Result<void> LabelKeys::save(const Workspace& workspace, const std::vector<ClassInfo>& classes) const
{
    NAKAMA_CHECK(check(classes));
    auto json = nlohmann::json::object();
    for (std::size_t i = 0; i < classes.size(); ++i)
        json[classes[i].name] = m_keys[i];
    for (const auto action : labelActions)
        json[actionsField][std::string(labelActionName(action))] = of(action);
    return writeFileAtomically(fileOf(workspace),
                               json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void LabelKeys::set(std::size_t classIndex, const std::string& keys)
{
    m_keys[classIndex] = QString::fromStdString(keys).trimmed().toLower().toStdString();
}

void LabelKeys::set(LabelAction action, const std::string& key)
{
    const auto text = QString::fromStdString(key).trimmed();
    m_actions[static_cast<std::size_t>(action)] = (text.size() == 1 ? text.toLower() : text).toStdString();
}

Result<void> LabelKeys::check(const std::vector<ClassInfo>& classes) const
{
    NAKAMA_CHECK(checkClasses(classes));
    return checkActions(classes);
}

Result<void> LabelKeys::checkClasses(const std::vector<ClassInfo>& classes) const
{
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const auto text = QString::fromStdString(m_keys[i]);
        if (text.size() > 2 || !areVisible(text))
            return fail(
                ErrorCode::InvalidArgument,
                fmt::format("'{}' cannot be keys; give one or two letters, digits or signs", m_keys[i]),
                nameOf(classes[i]));
        for (std::size_t k = 0; k < m_keys.size(); ++k)
            if (k != i && !m_keys[i].empty() && m_keys[k].starts_with(m_keys[i]))
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("the keys '{}' are in the way of '{}' of {}; choose others",
                                        m_keys[i], m_keys[k], nameOf(classes[k])),
                            nameOf(classes[i]));
    }
    return {};
}

Result<void> LabelKeys::checkActions(const std::vector<ClassInfo>& classes) const
{
    for (const auto action : labelActions) {
        const auto& key = of(action);
        const auto text = QString::fromStdString(key);
        const bool named = std::find(namedKeys.begin(), namedKeys.end(), key) != namedKeys.end();
        if (!named && (text.size() != 1 || !areVisible(text)))
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("'{}' cannot be a key; take Space, Backspace, Ins, Del, F1 to F12, or a "
                                    "letter, digit or sign",
                                    key),
                        meaningOf(action));
        for (const auto other : labelActions)
            if (other != action && of(other) == key)
                return fail(
                    ErrorCode::InvalidArgument,
                    fmt::format("the key '{}' is that of {} too; choose another", key, meaningOf(other)),
                    meaningOf(action));
        for (std::size_t k = 0; !named && k < m_keys.size(); ++k)
            if (m_keys[k].starts_with(key))
                return fail(ErrorCode::InvalidArgument,
                            fmt::format("the key '{}' is in the way of '{}' of {}; choose another", key,
                                        m_keys[k], nameOf(classes[k])),
                            meaningOf(action));
    }
    return {};
}

std::optional<std::size_t> LabelKeys::find(std::string_view keys) const
{
    const auto found = std::find(m_keys.begin(), m_keys.end(), keys);
    if (keys.empty() || found == m_keys.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_keys.begin());
}

std::optional<LabelAction> LabelKeys::findAction(std::string_view key) const
{
    const auto found = std::find(m_actions.begin(), m_actions.end(), key);
    if (key.empty() || found == m_actions.end())
        return std::nullopt;
    return labelActions[static_cast<std::size_t>(found - m_actions.begin())];
}

bool LabelKeys::begins(std::string_view key) const
{
    return !key.empty() && std::any_of(m_keys.begin(), m_keys.end(), [&](const std::string& keys) {
        return keys.size() > key.size() && keys.starts_with(key);
    });
}

} // namespace nakama
