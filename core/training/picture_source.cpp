#include "core/training/picture_source.h"

#include <utility>

namespace nakama
{

PictureSource::PictureSource(std::vector<LabelledPicture> pictures, const ResizeRule& rule,
                             const std::filesystem::path& preparedFolder, std::size_t memoryBytes)
    : m_pictures(std::move(pictures)), m_rule(rule), m_kept(m_pictures.size()), m_freeBytes(memoryBytes)
{
    if (!preparedFolder.empty())
        m_store.emplace(preparedFolder, rule);
}

cv::Mat PictureSource::load(int position)
{
    const auto index = static_cast<std::size_t>(position);
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_kept[index].empty() || m_reasons.contains(position))
            return m_kept[index];
    }
    auto picture = read(m_pictures[index]);

    const std::scoped_lock lock(m_mutex);
    if (!picture) {
        m_reasons.emplace(position, picture.error().message);
        return {};
    }
    const auto bytes = picture->total() * picture->elemSize();
    if (m_kept[index].empty() && bytes <= m_freeBytes) {
        m_kept[index] = *picture;
        m_freeBytes -= bytes;
    }
    return *picture;
}

Result<cv::Mat> PictureSource::read(const LabelledPicture& picture) const
{
    if (m_store)
        return m_store->load({picture.file, picture.sha256});
    return decodeShrunkFile(picture.file, m_rule);
}

std::vector<SkippedPicture> PictureSource::skipped() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<SkippedPicture> skipped;
    for (const auto& [position, reason] : m_reasons)
        skipped.push_back({m_pictures[static_cast<std::size_t>(position)].file, reason});
    return skipped;
}

} // namespace nakama
