#pragma once

#include "core/workspace/workspace.h"
#include "tests/support/temporary_folder.h"

#include <optional>

namespace nakama::test
{

/** A workspace with the classes Round and Ball, 10 pictures each, split 60/20/20 unless told not to. */
class SplitWorkspace
{
public:
    enum class State { Imported, Split };
    explicit SplitWorkspace(State state = State::Split);

    const Workspace& workspace() const { return *m_workspace; }
    /** Lets go of the workspace, so that someone else can open it; where it is. */
    std::filesystem::path close();
    const TemporaryFolder& folder() const { return m_folder; }

private:
    TemporaryFolder m_folder;
    std::optional<Workspace> m_workspace;
};

} // namespace nakama::test
