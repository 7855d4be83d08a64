#include "core/curate/health_job.h"

#include "core/base/hash.h"
#include "core/imaging/fingerprint.h"
#include "core/workspace/copy_store.h"

#include <filesystem>
#include <utility>

namespace nakama
{

HealthJob::HealthJob(Workspace workspace, FileCheck check) : m_workspace(std::move(workspace)), m_check(check)
{
}

Result<void> HealthJob::run(JobContext& context)
{
    m_report = {};
    NAKAMA_CHECK(context.checkpoint());
    NAKAMA_TRY(auto catalogue, m_workspace.catalogue());
    NAKAMA_TRY(const auto images, catalogue.images());
    NAKAMA_TRY(m_report.findings, catalogueHealth(catalogue, images));
    NAKAMA_TRY(m_report.unsearched, CopyStore(catalogue).unsearched(Fingerprint::version));
    for (const auto& image : images) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(m_report.pictures, std::ssize(images), "checking files");
        ++m_report.pictures;
        // What is in the bin is on its way out.
        if (image.setAside == AsideReason::Bin)
            continue;
        if (const auto finding = fileHealth(image))
            m_report.findings[*finding].push_back(image.id);
    }
    return {};
}

std::optional<HealthFinding> HealthJob::fileHealth(const ImageRecord& image) const
{
    const auto path = m_workspace.imagePath(image.sha256, image.extension);
    std::error_code error;
    const auto bytes = std::filesystem::file_size(path, error);
    if (error)
        return std::filesystem::exists(path, error) ? HealthFinding::Damaged : HealthFinding::Missing;
    if (std::cmp_not_equal(bytes, image.bytes))
        return HealthFinding::Damaged;
    if (m_check == FileCheck::Sizes)
        return std::nullopt;
    const auto hash = sha256OfFile(path);
    if (hash && *hash == image.sha256)
        return std::nullopt;
    return HealthFinding::Damaged;
}

} // namespace nakama
