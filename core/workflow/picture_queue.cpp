#include "core/workflow/picture_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace nakama
{

void PictureQueue::add(std::vector<PictureQuestion> questions)
{
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.empty())
        m_added = 0;
    m_added += questions.size();
    std::ranges::move(questions, std::back_inserter(m_waiting));
}

void PictureQueue::addFirst(PictureQuestion question)
{
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.empty())
        m_added = 0;
    ++m_added;
    m_waiting.push_front(std::move(question));
}

std::optional<PictureQuestion> PictureQueue::take()
{
    const std::scoped_lock lock(m_mutex);
    if (m_waiting.empty())
        return std::nullopt;
    auto question = std::move(m_waiting.front());
    m_waiting.pop_front();
    return question;
}

void PictureQueue::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_added -= std::min(m_added, m_waiting.size());
    m_waiting.clear();
}

bool PictureQueue::empty() const
{
    const std::scoped_lock lock(m_mutex);
    return m_waiting.empty();
}

std::size_t PictureQueue::added() const
{
    const std::scoped_lock lock(m_mutex);
    return m_added;
}

std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths)
{
    std::vector<std::filesystem::path> files;
    for (const auto& path : paths) {
        std::error_code error;
        const auto status = std::filesystem::status(path, error);
        if (!std::filesystem::is_directory(status)) {
            // Reading a pipe or a device would wait for ever. What is missing is kept: its answer says so.
            if (std::filesystem::is_regular_file(status) || !std::filesystem::exists(status))
                files.push_back(path);
            continue;
        }
        const auto first = files.size();
        using Walk = std::filesystem::recursive_directory_iterator;
        for (auto entry = Walk(path, std::filesystem::directory_options::skip_permission_denied, error);
             !error && entry != Walk(); entry.increment(error))
            if (std::error_code ignored; entry->is_regular_file(ignored))
                files.push_back(entry->path());
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

} // namespace nakama
