#pragma once

#include "app/cli/progress_line.h"
#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/workspace/workspace.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>

namespace nakama
{

/** What commands share: the token that Ctrl-C sets, progress on stderr, the engine loaded on first use. */
class CommandContext
{
public:
    explicit CommandContext(CancelToken token);

    /** Runs a job on this thread with progress on stderr; its failure or cancellation is the error. */
    Result<void> run(Job& job);
    /** Errors: as loadEngine(). */
    Result<Engine*> engine();

    /** Whether what runs is to stop without what is at hand. */
    bool cancelledNow() const { return m_token.requested(StopMode::Now); }

    /** A line for people on stderr; ends a progress line that is being rewritten. */
    void say(const std::string& line);
    /** What the JSON of a cancelled command tells beside "cancelled": how to go on. */
    void setStateKept(nlohmann::json state) { m_stateKept = std::move(state); }
    const nlohmann::json& stateKept() const { return m_stateKept; }

private:
    CancelToken m_token;
    ProgressLine m_progress;
    std::unique_ptr<Engine> m_engine;
    nlohmann::json m_stateKept = nlohmann::json::object();
};

} // namespace nakama
