#include "core/workflow/loaded_model.h"

#include <utility>

namespace nakama
{

LoadedModel::LoadedModel(Engine& engine, std::filesystem::path checkpoint, std::string device)
    : m_engine(engine), m_checkpoint(std::move(checkpoint)), m_device(std::move(device))
{
}

Result<void> LoadedModel::use(const std::function<Result<void>(Classifier&)>& work)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_classifier) {
        NAKAMA_TRY(m_classifier, m_engine.loadClassifier(m_checkpoint, m_device));
    }
    return work(*m_classifier);
}

} // namespace nakama
