#pragma once

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

namespace nakama
{

/** A picture to ask about: a file, or RGB pixels that are in no file (pasted, cut out, off the screen). */
struct PictureQuestion
{
    std::int64_t id = 0;        ///< the asker's own; comes back with the answer
    std::filesystem::path file; ///< empty where there are pixels
    cv::Mat rgb;
};

/** Pictures that wait for their answer. Any thread may add while another takes. */
class PictureQueue
{
public:
    void add(std::vector<PictureQuestion> questions);
    /** Before those that wait: what a person has just asked for. */
    void addFirst(PictureQuestion question);
    std::optional<PictureQuestion> take();
    /** Forgets what waits. */
    void clear();

    bool empty() const;
    /** How many were added since the queue was last empty. */
    std::size_t added() const;

private:
    mutable std::mutex m_mutex;
    std::deque<PictureQuestion> m_waiting;
    std::size_t m_added = 0;
};

/**
 * These files, and all files below these folders, a folder's in order of their paths. Pipes, devices and
 * sockets are left out; what does not exist is not.
 */
std::vector<std::filesystem::path> filesBelow(const std::vector<std::filesystem::path>& paths);

} // namespace nakama
