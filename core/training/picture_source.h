#pragma once

#include "core/imaging/prepared_store.h"
#include "core/training/training.h"

#include <cstddef>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/**
 * The shrunk pictures of a list, from the prepared folder (or, where there is none, from the originals), kept
 * in memory up to a bound. A picture that cannot be read is remembered with its reason and never tried again.
 * Safe to use from many threads.
 */
class PictureSource
{
public:
    /** preparedFolder may be empty; memoryBytes bounds the pixels that are kept, 0 keeps none. */
    PictureSource(std::vector<LabelledPicture> pictures, const ResizeRule& rule,
                  const std::filesystem::path& preparedFolder, std::size_t memoryBytes);

    const std::vector<LabelledPicture>& pictures() const { return m_pictures; }
    /** The shrunk picture at a position of the list; empty where it cannot be read. */
    cv::Mat load(int position);
    /** Pictures that could not be read so far, in the order of the list. */
    std::vector<SkippedPicture> skipped() const;

private:
    Result<cv::Mat> read(const LabelledPicture& picture) const;

    std::vector<LabelledPicture> m_pictures;
    ResizeRule m_rule;
    std::optional<PreparedStore> m_store;

    mutable std::mutex m_mutex; ///< guards what follows
    std::vector<cv::Mat> m_kept;
    std::size_t m_freeBytes;
    std::map<int, std::string> m_reasons;
};

} // namespace nakama
