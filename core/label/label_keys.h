#pragma once

#include "core/base/result.h"
#include "core/workspace/preset.h"
#include "core/workspace/workspace.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** What a key does beside naming a class. */
enum class LabelAction { Skip, None, Several, Unsure, Note, Back, Suggestion };
inline constexpr std::array labelActions{LabelAction::Skip,      LabelAction::None, LabelAction::Several,
                                         LabelAction::Unsure,    LabelAction::Note, LabelAction::Back,
                                         LabelAction::Suggestion};
/** "skip", "none", "several", "unsure", "note", "back", "suggestion": as in label-keys.json. */
std::string_view labelActionName(LabelAction action);

/**
 * Which keys say which class: one key, or two in a row. Unless a person chose otherwise, 1 to 9 and 0 are the
 * first ten classes, "-" and "=" before them the next twenty; later classes are found by their names. What
 * else a key does has one key each: a visible character, or one of Space, Backspace, Ins, Del and F1 to F12,
 * named as Qt names keys.
 */
class LabelKeys
{
public:
    LabelKeys();
    /** Those of the classes, in their order. */
    static LabelKeys standard(std::size_t classes);
    /** Those kept in the workspace, label-keys.json; the standard ones where there are none, and for classes
     * that came later where they are free. Errors: CorruptData, saying what to do; Io. */
    static Result<LabelKeys> load(const Workspace& workspace, const std::vector<ClassInfo>& classes);

    /** Keeps them in the workspace. Error: InvalidArgument as of check(); Io. */
    Result<void> save(const Workspace& workspace, const std::vector<ClassInfo>& classes) const;

    /** Of the class; empty for none. */
    const std::string& of(std::size_t classIndex) const { return m_keys[classIndex]; }
    /** One or two visible characters, letters in lower case; empty for none. */
    void set(std::size_t classIndex, const std::string& keys);
    std::size_t size() const { return m_keys.size(); }

    const std::string& of(LabelAction action) const { return m_actions[static_cast<std::size_t>(action)]; }
    void set(LabelAction action, const std::string& key);

    /** InvalidArgument, naming both, where one's keys are another's or begin another's; or where they are no
     * keys that may be chosen. */
    Result<void> check(const std::vector<ClassInfo>& classes) const;

    /** The class whose keys these are. */
    std::optional<std::size_t> find(std::string_view keys) const;
    std::optional<LabelAction> findAction(std::string_view key) const;
    /** Whether a class has two keys that begin with this one. */
    bool begins(std::string_view key) const;

private:
    Result<void> checkClasses(const std::vector<ClassInfo>& classes) const;
    Result<void> checkActions(const std::vector<ClassInfo>& classes) const;

    std::vector<std::string> m_keys;
    std::array<std::string, labelActions.size()> m_actions;
};

} // namespace nakama
