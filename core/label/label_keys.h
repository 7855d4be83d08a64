#pragma once

#include "core/base/result.h"
#include "core/workspace/preset.h"
#include "core/workspace/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/**
 * Which keys say which class: one key, or two in a row. Unless a person chose otherwise, 1 to 9 and 0 are the
 * first ten classes, "-" and "=" before them the next twenty; later classes are found by their names.
 */
class LabelKeys
{
public:
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

    /** InvalidArgument, naming both classes, where one's keys are another's or begin another's; or where they
     * are no one or two characters. */
    Result<void> check(const std::vector<ClassInfo>& classes) const;

    /** The class whose keys these are. */
    std::optional<std::size_t> find(std::string_view keys) const;
    /** Whether a class has two keys that begin with this one. */
    bool begins(std::string_view key) const;

private:
    std::vector<std::string> m_keys;
};

} // namespace nakama
