#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/workspace.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace nakama
{

/**
 * Adds pictures to a workspace in batches, durable at the cost of two syncs a batch instead of two a picture:
 *  1. add() writes the original to images/incoming/;
 *  2. commit() renames the batch to images/ab/<sha256>.<ext> and syncs the file system once (syncfs);
 *  3. then the rows of the batch are committed to the catalogue, in one transaction that is synced too.
 * So a row is there only when its whole file is on the disk, whenever the process is killed or the power
 * fails. A file without a row is not in the workspace; adding its picture again replaces it. Belongs to one
 * thread.
 */
class ImageWriter
{
public:
    /** Errors: those of Workspace::catalogue(). */
    static Result<ImageWriter> open(const Workspace& workspace);

    ImageWriter(ImageWriter&& other) noexcept = default;
    /** Pictures that are not committed are dropped. */
    ~ImageWriter();

    /**
     * A picture of this content that is in the catalogue or in the batch (without an id yet); nothing where
     * it is new.
     */
    Result<std::optional<ImageRecord>> find(const std::string& sha256) const;

    /**
     * Takes a picture into the batch; image.sha256 is the hash of content, its MD5 is computed here. Errors:
     * AlreadyExists, Io, DiskFull.
     */
    Result<void> add(NewImage image, std::span<const std::byte> content);
    /** The same for content that is a file in Workspace::incomingFolder() already: it is renamed, not read.
     */
    Result<void> addFile(const NewImage& image, const std::filesystem::path& file);

    /** What is to be written with the rows of a batch, whose ids it gets, in the same transaction. */
    using AlsoWrite = std::function<Result<void>(const std::vector<std::int64_t>& added)>;
    /** Makes the batch part of the workspace. Errors: Io, DiskFull, also's; then no picture of it is. */
    Result<void> commit(const AlsoWrite& also = {});

    std::size_t pending() const { return m_batch.size(); }
    Catalogue& catalogue() { return m_catalogue; }

private:
    ImageWriter(Workspace workspace, Catalogue catalogue);
    Result<void> checkNew(const NewImage& image) const;
    void takeIn(NewImage image);
    Result<void> moveIntoPlace(const NewImage& image) const;
    std::filesystem::path incomingPath(const NewImage& image) const;

    Workspace m_workspace;
    Catalogue m_catalogue;
    std::vector<NewImage> m_batch;
    std::unordered_map<std::string, std::size_t> m_batchIndex; ///< by SHA-256
};

} // namespace nakama
