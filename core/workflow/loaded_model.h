#pragma once

#include "core/engine/engine.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace nakama
{

/** A checkpoint that is loaded when it is first used, and stays loaded. Any threads may use it, by turns. */
class LoadedModel
{
public:
    LoadedModel(Engine& engine, std::filesystem::path checkpoint, std::string device = "auto");

    const std::filesystem::path& checkpoint() const { return m_checkpoint; }
    /** Errors: NotFound, CorruptData, Unsupported (it is tried again the next time), and those of work. */
    Result<void> use(const std::function<Result<void>(Classifier&)>& work);

private:
    Engine& m_engine;
    std::filesystem::path m_checkpoint;
    std::string m_device;
    std::mutex m_mutex;
    std::unique_ptr<Classifier> m_classifier;
};

} // namespace nakama
