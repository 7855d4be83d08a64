#pragma once

#include "core/base/job.h"

#include <functional>
#include <optional>
#include <string>

namespace nakama
{

/** A job made of one function: for the small reads of the window that need no class of their own. */
template<typename T>
class Task : public Job
{
public:
    using Work = std::function<Result<T>(JobContext&)>;

    Task(std::string name, Work work) : m_name(std::move(name)), m_work(std::move(work)) {}

    std::string name() const override { return m_name; }

    Result<void> run(JobContext& context) override
    {
        NAKAMA_TRY(m_value, m_work(context));
        return {};
    }

    /** Set after success. */
    std::optional<T>& value() { return m_value; }

private:
    std::string m_name;
    Work m_work;
    std::optional<T> m_value;
};

} // namespace nakama
