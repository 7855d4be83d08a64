#include "core/collect/export_job.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/collect/coco.h"
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
    if (image.setAside)
        return "set-aside";
    if (image.mark)
        return std::string(pictureMarkName(*image.mark));
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

Result<void> writeAnnotations(const fs::path& folder, const Coco& coco)
{
    NAKAMA_CHECK(makeFolder(folder));
    for (const auto& [part, text] : coco.files())
        NAKAMA_CHECK(writeFileAtomically(folder / (part + ".json"), text));
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
    ImageFilter filter;
    filter.use = UseState::NotInBin;
    NAKAMA_TRY(const auto images, catalogue.images(filter));
    NAKAMA_TRY(auto provenances, catalogue.provenances());
    Attribution attribution(std::move(provenances));
    return m_params.format == ExportFormat::Csv ? writeCsv(images, std::move(attribution), context)
                                                : writeFolders(images, std::move(attribution), context);
}

std::string ExportJob::label(const ImageRecord& image) const
{
    return image.classIndex < 0 ? "" : m_classNames.at(static_cast<std::size_t>(image.classIndex));
}

Result<void> ExportJob::writeFolders(const std::vector<ImageRecord>& images, Attribution attribution,
                                     JobContext& context)
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
    Coco coco(m_classNames);
    for (const auto& image : images) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(m_written, std::ssize(images), "exporting pictures");
        const auto className = label(image);
        const auto folder = fs::path(partName(image)) / (className.empty() ? noLabel : className);
        NAKAMA_CHECK(makeFolder(staging.folder / folder));
        const auto original = m_workspace.imagePath(image.sha256, image.extension);
        const auto file = folder / original.filename();
        NAKAMA_CHECK(place(original, staging.folder / file, m_params.files));
        attribution.add(image.id, image.source, file.string());
        coco.add(image, partName(image), file.string());
        ++m_written;
    }
    NAKAMA_CHECK(writeFileAtomically(staging.folder / "ATTRIBUTION.md", attribution.text()));
    if (m_params.format == ExportFormat::Coco)
        NAKAMA_CHECK(writeAnnotations(staging.folder / "annotations", coco));
    fs::rename(staging.folder, target, error);
    if (error)
        return fail(systemError(error.value(), "make the folder", target));
    m_attributionFile = target / "ATTRIBUTION.md";
    return {};
}

Result<void> ExportJob::writeCsv(const std::vector<ImageRecord>& images, Attribution attribution,
                                 JobContext& context)
{
    NAKAMA_CHECK(context.checkpoint());
    std::error_code error;
    if (fs::exists(m_params.target, error))
        return fail(ErrorCode::AlreadyExists, "this file exists; export to a new one",
                    m_params.target.string());
    auto text = "file,label,split,source,original_name,width,height,sha256" + Attribution::csvHeader() + "\n";
    for (const auto& image : images) {
        const auto file = m_workspace.imagePath(image.sha256, image.extension).string();
        text += fmt::format("{},{},{},{},{},{},{},{}{}\n", csvField(file), csvField(label(image)),
                            partName(image), csvField(image.source), csvField(image.originalName),
                            image.width, image.height, image.sha256, attribution.csvFields(image.id));
        attribution.add(image.id, image.source, file);
    }
    m_attributionFile = m_params.target;
    m_attributionFile.replace_extension(".attribution.md");
    NAKAMA_CHECK(writeFileAtomically(m_attributionFile, attribution.text()));
    NAKAMA_CHECK(writeFileAtomically(m_params.target, text));
    m_written = static_cast<int>(images.size());
    context.progress(m_written, m_written, "exporting pictures");
    return {};
}

} // namespace nakama
