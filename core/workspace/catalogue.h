#pragma once

#include "core/base/result.h"
#include "core/workspace/image_filter.h"
#include "core/workspace/post.h"
#include "core/workspace/preset.h"
#include "core/workspace/records.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nakama
{

/**
 * One connection to a workspace's SQLite catalogue, for the thread that opened it. Writers of one process
 * wait for each other; every method is one transaction unless inside transaction().
 */
class Catalogue
{
public:
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) noexcept;
    ~Catalogue();

    /** Runs work in one transaction; an error rolls it back. */
    Result<void> transaction(const std::function<Result<void>()>& work);

    Result<std::vector<ClassInfo>> classes() const;
    /** Appends classes; indices of existing ones stay. Errors: AlreadyExists, InvalidArgument
     * (checkClassName). */
    Result<void> addClasses(const std::vector<ClassInfo>& classes);
    /** Sets what a class is searched by: tags separated by spaces; empty: nothing. Error: InvalidArgument. */
    Result<void> setDanbooruTag(int classIndex, const std::string& tags);

    /** True when this content is in the catalogue. */
    Result<bool> hasImage(const std::string& sha256) const;
    /** The picture of this content; nothing where it is not in the catalogue. */
    Result<std::optional<ImageRecord>> findImage(const std::string& sha256) const;
    /** Adds the row alone; ImageWriter stores file and row together. Id of the new row. Error: AlreadyExists.
     */
    Result<std::int64_t> addImage(const NewImage& image);
    Result<std::vector<ImageRecord>> images(const ImageFilter& filter = {}) const;
    /** The numbers alone, for lists that read their pictures as they are shown. */
    Result<std::vector<std::int64_t>> imageIds(const ImageFilter& filter, ImageOrder order) const;
    /** In the order of the numbers; those that do not exist are left out. */
    Result<std::vector<ImageRecord>> imagesOf(const std::vector<std::int64_t>& ids) const;
    Result<ImageRecord> image(std::int64_t id) const;
    /** Forgets what is in the bin, for good; emptyBin() deletes the files too. Returns what it was. */
    Result<std::vector<ImageRecord>> removeBinned();
    Result<WorkspaceCounts> counts() const;

    /**
     * Sets the current label (−1 removes it); the old one stays in the history. Errors: NotFound for the
     * picture, InvalidArgument for the class.
     */
    Result<void> setLabel(std::int64_t imageId, int classIndex, const std::string& origin);
    Result<std::vector<LabelRecord>> labelHistory(std::int64_t imageId) const;

    /** Which post a picture is; nothing where it was not collected. Several posts of one picture: the first.
     */
    Result<std::optional<Provenance>> provenance(std::int64_t imageId) const;
    /** That of all collected pictures, by id of the picture. */
    Result<std::map<std::int64_t, Provenance>> provenances() const;
    /**
     * Remembers that a person does not want this picture, so that collecting never brings it again, from
     * whatever post; the picture itself stays as it is. A second time does nothing. Error: NotFound.
     */
    Result<void> rejectImage(std::int64_t imageId);
    /** The same for a post that has been listed, also where its picture is not in the workspace. */
    Result<void> rejectPost(const std::string& site, std::int64_t postId);
    /** Takes rejectImage() back. */
    Result<void> readmitImage(std::int64_t imageId);

    /** Replaces the whole split of the pool. Error: InvalidArgument for a picture that is not in the
     * pool, or out of use. */
    Result<void> setSplit(const std::vector<std::pair<std::int64_t, SplitPart>>& parts,
                          const SplitInfo& info);
    /** What is known of the split, without its parts. */
    Result<void> setSplitInfo(const SplitInfo& info);
    /** Nothing where the pool has not been split yet. */
    Result<std::optional<SplitInfo>> splitInfo() const;

    /** Registers a run and makes a new id for it (date, model, number); its folder is not made here. */
    Result<RunRecord> addRun(const std::string& model, int plannedEpochs);
    Result<void> updateRun(const RunRecord& run);
    /** Takes a run out of the list; its folder is left alone. Error: NotFound. */
    Result<void> removeRun(const std::string& id);
    /** Newest first. */
    Result<std::vector<RunRecord>> runs() const;
    /** Error: NotFound, listing the latest ids. "latest" names the newest run. */
    Result<RunRecord> run(const std::string& id) const;

private:
    friend class AnswerStore;
    friend class CopyStore;
    friend class EditJournal;
    friend class PostLog;
    friend class Workspace;
    struct Connection; ///< core/workspace/detail/connection.h
    explicit Catalogue(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace nakama
