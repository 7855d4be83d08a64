#include "core/download/fetch_weights_job.h"

#include "core/base/atomic_file.h"
#include "core/download/http_words.h"
#include "core/models/inspect.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace nakama
{

namespace
{

constexpr std::uintmax_t mostJsonBytes = 16 << 20;

/** What can be said of a file whose hash is not published: that it is what it should be, not an error page.
 */
Result<void> checkContent(const std::filesystem::path& path, const PublishedFile& file,
                          const std::string& model)
{
    if (file.name.ends_with(".json")) {
        NAKAMA_TRY(const auto text, readTextFile(path, mostJsonBytes));
        if (nlohmann::json::accept(text))
            return {};
        return fail(ErrorCode::CorruptData, "what came is not JSON, and was removed", file.address);
    }
    const auto inspection = inspectWeights(path);
    if (!inspection)
        return fail(ErrorCode::CorruptData, "what came was removed: " + inspection.error().message,
                    file.address);
    const auto& found = inspection->identified;
    if (found && found->model == model)
        return {};
    return fail(ErrorCode::CorruptData,
                fmt::format("what came was removed: it is {}, not the weights of {}",
                            found ? found->text : "no model that Nakama knows", model),
                file.address);
}

} // namespace

Result<void> FetchWeightsJob::run(JobContext& context)
{
    for (const auto& file : m_params.weights.files)
        NAKAMA_CHECK(fetch(file, context));
    m_path = weightsPath(m_params.cache, m_params.weights);
    return {};
}

Result<void> FetchWeightsJob::fetch(const PublishedFile& file, JobContext& context)
{
    NAKAMA_TRY(const auto address, mirrored(file.address, m_params.mirror));
    auto download = m_params.download;
    download.address = address.toString().toStdString();
    download.target = weightsFilePath(m_params.cache, m_params.weights, file);
    download.bytes = file.bytes;
    download.sha256 = file.sha256;
    download.advice =
        fmt::format("; try again later, name a mirror, or fetch {} by other means and put it at {}",
                    file.address, download.target.string());
    if (file.sha256.empty())
        download.check = [&](const std::filesystem::path& path) {
            return checkContent(path, file, m_params.weights.model);
        };

    std::error_code error;
    if (std::filesystem::exists(download.target, error)) {
        NAKAMA_TRY(m_sha256, hashFile(download.target, context));
        if (file.sha256.empty() ? checkContent(download.target, file, m_params.weights.model).has_value()
                                : m_sha256.starts_with(file.sha256))
            return {};
        spdlog::warn("{} is damaged and is fetched anew", download.target.string());
    }
    DownloadJob job(std::move(download));
    NAKAMA_CHECK(job.run(context));
    m_sha256 = job.sha256();
    return {};
}

} // namespace nakama
