#pragma once

#include "core/base/job.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nakama
{

struct PictureBenchResult
{
    int images = 0;
    double seconds = 0;    ///< by the clock on the wall
    double cpuSeconds = 0; ///< of all threads together; on a busy machine the steadier figure
    std::vector<std::string> failed;
};

/** Times a piece of work on every picture of a folder, on a number of threads, after one picture as a
 * warm-up. */
class PictureBench : public Job
{
public:
    /** Called from several threads; index: of the picture in the folder. */
    using Work = std::function<Result<void>(const std::filesystem::path& picture, std::size_t index)>;

    PictureBench(std::filesystem::path folder, int threads, Work work);

    std::string name() const override { return "benchmark"; }
    /** Errors: NotFound (no folder, or none of its pictures could be worked on), Cancelled. */
    Result<void> run(JobContext& context) override;
    const PictureBenchResult& result() const { return m_result; }

private:
    void workThrough(const std::vector<std::filesystem::path>& pictures, JobContext& context);

    std::filesystem::path m_folder;
    int m_threads;
    Work m_work;
    PictureBenchResult m_result;
};

} // namespace nakama
