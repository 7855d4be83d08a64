#pragma once

#include "core/base/job.h"
#include "core/download/download_job.h"
#include "core/models/published_weights.h"

#include <filesystem>
#include <string>

namespace nakama
{

struct FetchWeightsParams
{
    PublishedWeights weights;
    std::filesystem::path cache; ///< the files come into its folder "weights"
    std::string mirror;          ///< address to ask instead of the makers'; empty: none
    DownloadParams download;     ///< its pauses and patience; the rest is set for each file
};

/**
 * Gets the published weights of a model into the cache, as DownloadJob does. Files that are there already are
 * verified and not asked for again; a damaged one is fetched anew. Where no hash is published, the file must
 * at least be weights of this model. Errors: those of DownloadJob; a message about the network names the
 * address to fetch by hand and the place where the file belongs.
 */
class FetchWeightsJob : public Job
{
public:
    explicit FetchWeightsJob(FetchWeightsParams params) : m_params(std::move(params)) {}

    std::string name() const override { return "fetch the weights of " + m_params.weights.model; }
    Result<void> run(JobContext& context) override;

    /** Known after success: what openWeights takes, and the SHA-256 of the weights' own file. */
    const std::filesystem::path& path() const { return m_path; }
    const std::string& sha256() const { return m_sha256; }

private:
    Result<void> fetch(const PublishedFile& file, JobContext& context);

    FetchWeightsParams m_params;
    std::filesystem::path m_path;
    std::string m_sha256;
};

} // namespace nakama
