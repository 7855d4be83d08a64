#pragma once

#include "core/base/job.h"
#include "core/collect/attribution.h"
#include "core/workspace/records.h"
#include "core/workspace/workspace.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

enum class ExportFormat {
    ImageFolder, ///< PART/CLASS/<sha256>.<ext>, as torchvision's ImageFolder and many others read it
    Coco,        ///< the same folders, and annotations/PART.json
    Csv,         ///< one file: file, label, split, source, original_name, width, height, sha256, provenance
};

/** Copies are safe to edit; links take no room, but whoever edits one edits the workspace's original. */
enum class ExportFiles { Copy, HardLink };

struct ExportParams
{
    std::filesystem::path target; ///< a new or empty folder, or the new .csv file
    ExportFormat format = ExportFormat::ImageFolder;
    ExportFiles files = ExportFiles::Copy;
};

/**
 * Writes the pictures of a workspace, sorted by split and class, for other programs. Parts are train, val,
 * test, unsplit, set-aside and true-test; pictures without a label lie in PART/unlabelled. ATTRIBUTION.md in
 * the folder, NAME.attribution.md beside a CSV, says who drew them.
 */
class ExportJob : public Job
{
public:
    ExportJob(Workspace workspace, ExportParams params);

    std::string name() const override { return "export pictures"; }
    /** Errors: AlreadyExists (the folder is not empty, the file exists), Io, DiskFull. */
    Result<void> run(JobContext& context) override;
    int written() const { return m_written; } ///< pictures
    /** After success: the file that says who drew them. */
    const std::filesystem::path& attributionFile() const { return m_attributionFile; }

private:
    Result<void> writeFolders(const std::vector<ImageRecord>& images, Attribution attribution,
                              JobContext& context);
    Result<void> writeCsv(const std::vector<ImageRecord>& images, Attribution attribution,
                          JobContext& context);
    std::string label(const ImageRecord& image) const;

    Workspace m_workspace;
    ExportParams m_params;
    std::vector<std::string> m_classNames;
    int m_written = 0;
    std::filesystem::path m_attributionFile;
};

} // namespace nakama
