#pragma once

#include "core/base/job.h"
#include "core/workflow/predict_job.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/**
 * RFC 4180 with header file,verdict,class1,probability1,… and as many classes as the first answer has, at
 * most top; one row a picture, an unreadable one with its reason in the column problem.
 */
std::string answersCsv(const std::vector<PictureAnswer>& answers, std::size_t top);

/**
 * A verdict as the name of one folder: what separates names or is no letter becomes "_", so that no class
 * name leads out of the folder that was chosen. Classes that become the same share a folder.
 */
std::string folderNameOf(const std::string& verdict);

/**
 * Copies each answered file into a folder of its verdict's name below another ("Nami/a.png", "unsure/b.png");
 * the originals stay. A name that is taken by another content gets a number; the same content is not copied
 * twice. Answers without a file, and those with a problem, are left out.
 */
class SortIntoFoldersJob : public Job
{
public:
    SortIntoFoldersJob(std::vector<PictureAnswer> answers, std::filesystem::path folder);

    std::string name() const override { return "sort into folders"; }
    /** Errors: Io, DiskFull, Cancelled; what was copied stays. */
    Result<void> run(JobContext& context) override;

    std::size_t copied() const { return m_copied; }
    std::size_t alreadyThere() const { return m_alreadyThere; }

private:
    Result<void> copy(const std::filesystem::path& file, const std::filesystem::path& folder);

    std::vector<PictureAnswer> m_answers;
    std::filesystem::path m_folder;
    std::size_t m_copied = 0;
    std::size_t m_alreadyThere = 0;
};

} // namespace nakama
