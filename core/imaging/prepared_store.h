#pragma once

#include "core/base/job.h"
#include "core/imaging/preprocessing.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** An original picture, known by its content. */
struct PictureFile
{
    std::filesystem::path path;
    std::string sha256;
};

/**
 * The cache of pre-shrunk pictures: root/RULE/ab/abcd….png, keyed by content hash and rule. Lossless, so a
 * prepared picture is exactly decodeShrunk(original) and a prediction from the original equals one from the
 * cache to the bit. Deleting the folder costs only time. Safe to use from many threads and processes.
 */
class PreparedStore
{
public:
    PreparedStore(std::filesystem::path root, ResizeRule rule);

    std::filesystem::path pathOf(const std::string& sha256) const;
    bool has(const std::string& sha256) const;
    /** From the cache; else decoded, shrunk and stored. A cache that cannot be written is not an error here.
     */
    Result<cv::Mat> load(const PictureFile& picture) const;
    /** Decodes, shrinks and stores, where not stored yet. Also DiskFull, Io. */
    Result<void> prepare(const PictureFile& picture) const;
    /** What the cache of this rule takes on the disk. */
    std::int64_t diskBytes() const;

private:
    std::filesystem::path m_root;
    ResizeRule m_rule;
};

struct PrepareFailure
{
    std::filesystem::path path;
    std::string reason;
};

struct PrepareResult
{
    int prepared = 0;
    int reused = 0;
    std::vector<PrepareFailure> failed;
    double seconds = 0;
    std::int64_t bytesBefore = 0; ///< that the cache of the rule took on the disk
    std::int64_t bytesAfter = 0;
};

/** Fills the cache for a list of pictures on several threads; resumable, since what is there is reused. */
class PrepareJob : public Job
{
public:
    PrepareJob(PreparedStore store, std::vector<PictureFile> pictures, int threads);

    std::string name() const override { return "prepare pictures"; }
    Result<void> run(JobContext& context) override;
    const PrepareResult& result() const { return m_result; }

private:
    PreparedStore m_store;
    std::vector<PictureFile> m_pictures;
    int m_threads;
    PrepareResult m_result;
};

} // namespace nakama
