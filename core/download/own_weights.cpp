#include "core/download/own_weights.h"

#include "core/download/download_job.h"
#include "core/models/inspect.h"
#include "core/models/published_weights.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

/** The published file that this one may be, by its name or else by its exact size; only those with a hash. */
const PublishedFile* namesake(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size =
        std::filesystem::is_regular_file(path, error) ? std::filesystem::file_size(path, error) : 0;
    const PublishedFile* bySize = nullptr;
    for (const auto& weights : publishedWeights()) {
        const auto& file = weights.files.back();
        if (file.sha256.empty())
            continue;
        if (path.filename() == file.name)
            return &file;
        if (file.bytes > 0 && size == static_cast<std::uintmax_t>(file.bytes))
            bySize = &file;
    }
    return bySize;
}

/** Whether it is that file; an error where it only bears its name. */
Result<bool> isPublished(const std::filesystem::path& path, JobContext& context)
{
    const auto* file = namesake(path);
    if (!file)
        return false;
    NAKAMA_TRY(const auto hash, hashFile(path, context));
    if (hash.starts_with(file->sha256))
        return true;
    if (path.filename() != file->name)
        return false;
    return fail(
        ErrorCode::CorruptData,
        fmt::format(
            "it is named as a published file, but its SHA-256 is {} and that of the published one {} {}: "
            "it is damaged, or another file; get it again, or give it another name",
            hash, file->sha256.size() == hash.size() ? "is" : "begins with", file->sha256),
        path.string());
}

} // namespace

Result<OwnWeights> recogniseWeights(const std::filesystem::path& path, JobContext& context)
{
    NAKAMA_TRY(const bool published, isPublished(path, context));
    NAKAMA_TRY(const auto inspection, inspectWeights(path));
    const auto& found = inspection.identified;
    if (!found)
        return fail(ErrorCode::Unsupported,
                    fmt::format("these are weights ({}, {} tensors), but of no model that Nakama has",
                                inspection.kind, inspection.tensors.size()),
                    path.string());
    if (found->model.empty())
        return fail(ErrorCode::Unsupported,
                    fmt::format("this is {}, which Nakama does not train", found->text), path.string());
    return OwnWeights{path, found->model, found->text, published};
}

} // namespace nakama
