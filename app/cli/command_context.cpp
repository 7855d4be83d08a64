#include "app/cli/command_context.h"

#include "core/engine/engine_loader.h"

#include <fmt/format.h>

#include <cstdio>

namespace nakama
{

CommandContext::CommandContext(CancelToken token) : m_token(std::move(token)) {}

Result<void> CommandContext::run(Job& job)
{
    JobContext context(m_token, [this](const Progress& progress) { m_progress.show(progress); });
    auto outcome = runJob(job, context);
    m_progress.finish();
    switch (outcome.state) {
    case JobState::Failed:
        return fail(std::move(outcome.error));
    case JobState::Cancelled:
        return fail(ErrorCode::Cancelled, job.name() + " was cancelled");
    default:
        return {};
    }
}

Result<Engine*> CommandContext::engine()
{
    if (!m_engine) {
        NAKAMA_TRY(m_engine, loadEngine());
    }
    return m_engine.get();
}

void CommandContext::say(const std::string& line)
{
    m_progress.finish();
    fmt::print(stderr, "{}\n", line);
}

} // namespace nakama
