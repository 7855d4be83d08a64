#include "core/training/feature_feed.h"

namespace nakama
{

Result<const Batch*> FeatureFeed::next(const JobContext& context)
{
    NAKAMA_CHECK(context.checkpoint());
    if (m_given >= m_plan.size())
        return nullptr;
    const auto& positions = m_plan[m_given++];
    const auto dimensions = m_features->dimensions();
    m_batch.holds = Batch::Holds::Features;
    m_batch.labels.clear();
    m_batch.positions.clear();
    m_batch.inputs.resize(positions.size() * dimensions);
    for (const int place : positions) {
        const int position = place % static_cast<int>(m_pictures.size());
        const auto& picture = m_pictures[static_cast<std::size_t>(position)];
        if (!m_features->has(picture.sha256))
            continue;
        m_features->read(picture.sha256, m_batch.inputs.data() + m_batch.size() * dimensions);
        m_batch.labels.push_back(picture.label);
        m_batch.positions.push_back(position);
    }
    m_batch.inputs.resize(m_batch.size() * dimensions);
    return &m_batch;
}

} // namespace nakama
