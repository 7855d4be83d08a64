#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/** What a model says about one file. */
struct FilePrediction
{
    std::filesystem::path file;
    std::vector<std::pair<std::string, double>> top; ///< class and probability, most probable first
    std::string verdict; ///< the first class where its probability is at least ½, else "unsure"
};

/** Asks a checkpoint about picture files (folders are searched for files); needs no workspace. */
class PredictJob : public Job
{
public:
    PredictJob(Engine& engine, std::filesystem::path checkpoint, std::vector<std::filesystem::path> files,
               int top, std::string device = "auto");

    std::string name() const override { return "predict"; }
    /** Unreadable files are listed in skipped(); an error only when not one file could be read. */
    Result<void> run(JobContext& context) override;

    const std::vector<FilePrediction>& predictions() const { return m_predictions; }
    const std::vector<SkippedPicture>& skipped() const { return m_skipped; }

private:
    Engine& m_engine;
    std::filesystem::path m_checkpoint;
    std::vector<std::filesystem::path> m_files;
    int m_top;
    std::string m_device;
    std::vector<FilePrediction> m_predictions;
    std::vector<SkippedPicture> m_skipped;
};

} // namespace nakama
