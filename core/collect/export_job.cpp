#include "core/collect/export_job.h"

#include "core/base/atomic_file.h"
#include "core/collect/csv.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>

#include <utility>

namespace nakama
{

namespace fs = std::filesystem;

namespace
{

constexpr std::string_view noLabel = "unlabelled";

std::string partName(const ImageRecord& image)
{
    if (image.pool == Pool::TrueTest)
        return std::string(poolName(image.pool));
    return image.split ? std::string(splitPartName(*image.split)) : "unsplit";
}

Result<void> makeFolder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(systemError(error.value(), "make the folder", folder));
    return {};
}

Result<void> place(const fs::path& original, const fs::path& target, ExportFiles files)
{
    std::error_code error;
    if (!fs::exists(original, error))
        return fail(ErrorCode::CorruptData, "this picture's file is missing; import the picture again",
                    original.string());
    if (files == ExportFiles::HardLink) {
        fs::create_hard_link(original, target, error);
        if (!error)
            return {};
        error.clear(); // another file system, or one without links
    }
    fs::copy_file(original, target, error);
    if (error)
        return fail(systemError(error.value(), "copy the picture", target));
    return {};
}

} // namespace

ExportJob::ExportJob(Workspace workspace, ExportParams params)
    : m_workspace(std::move(workspace)), m_params(std::move(params))
{
}

Result<void> ExportJob::run(JobContext& context)
{
    NAKAMA_TRY(const auto catalogue, m_workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    for (const auto& info : classes)
        m_classNames.push_back(info.name);
    NAKAMA_TRY(const auto images, catalogue.images());
    return m_params.format == ExportFormat::Csv ? writeCsv(images, context) : writeFolders(images, context);
}

std::string ExportJob::label(const ImageRecord& image) const
{
    return image.classIndex < 0 ? "" : m_classNames.at(static_cast<std::size_t>(image.classIndex));
}

Result<void> ExportJob::writeFolders(const std::vector<ImageRecord>& images, JobContext& context)
{
    std::error_code error;
    auto target = fs::absolute(m_params.target, error).lexically_normal();
    if (!target.has_filename())
        target = target.parent_path(); // a trailing slash
    if (fs::exists(target, error) && !fs::is_empty(target, error))
        return fail(ErrorCode::AlreadyExists, "this folder is not empty; export to a new one",
                    target.string());
    // Written beside the target and renamed at the end: a cancelled export leaves nothing half done.
    struct Staging
    {
        fs::path folder;
        ~Staging()
        {
            std::error_code ignored;
            fs::remove_all(folder, ignored);
        }
    } const staging{target.string() + ".nakama-export"};
    NAKAMA_CHECK(makeFolder(staging.folder));
    for (const auto& image : images) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(m_written, std::ssize(images), "exporting pictures");
        const auto className = label(image);
        const auto folder = staging.folder / partName(image) / (className.empty() ? noLabel : className);
        NAKAMA_CHECK(makeFolder(folder));
        const auto original = m_workspace.imagePath(image.sha256, image.extension);
        NAKAMA_CHECK(place(original, folder / original.filename(), m_params.files));
        ++m_written;
    }
    fs::rename(staging.folder, target, error);
    if (error)
        return fail(systemError(error.value(), "make the folder", target));
    return {};
}

Result<void> ExportJob::writeCsv(const std::vector<ImageRecord>& images, JobContext& context)
{
    NAKAMA_CHECK(context.checkpoint());
    std::error_code error;
    if (fs::exists(m_params.target, error))
        return fail(ErrorCode::AlreadyExists, "this file exists; export to a new one",
                    m_params.target.string());
    std::string text = "file,label,split,source,original_name,width,height,sha256\n";
    for (const auto& image : images)
        text += fmt::format("{},{},{},{},{},{},{},{}\n",
                            csvField(m_workspace.imagePath(image.sha256, image.extension).string()),
                            csvField(label(image)), partName(image), csvField(image.source),
                            csvField(image.originalName), image.width, image.height, image.sha256);
    NAKAMA_CHECK(writeFileAtomically(m_params.target, text));
    m_written = static_cast<int>(images.size());
    context.progress(m_written, m_written, "exporting pictures");
    return {};
}

} // namespace nakama
