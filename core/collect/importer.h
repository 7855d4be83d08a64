#pragma once

#include "core/collect/import_candidates.h"
#include "core/workspace/edit_journal.h"
#include "core/workspace/image_writer.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <future>
#include <string>
#include <unordered_set>
#include <vector>

namespace nakama
{

/**
 * Takes pictures one after the other into a workspace. Reading, hashing and writing happen on the caller's
 * thread, in order, so that the first of two equal pictures wins whatever the timing; only decoding, which
 * takes nearly all the time, runs on a few threads beside it. What is in flight is bounded by count and by
 * memory.
 */
class Importer
{
public:
    /** Errors: those of the catalogue. */
    static Result<Importer> open(ImageWriter& writer, const std::vector<ClassInfo>& classes,
                                 const ImportParams& params, ImportReport& report);

    /** Takes content under this label (−1: none); path is how the report names it. Errors end the import. */
    Result<void> take(const ImportEntry& entry, const std::string& path, int classIndex,
                      std::vector<std::byte> content);
    /** Waits for what is in flight and commits all that could be written. */
    Result<void> finish();

private:
    Importer(ImageWriter& writer, const std::vector<ClassInfo>& classes, const ImportParams& params,
             ImportReport& report, std::unordered_set<std::int64_t> undone);

    /** A picture whose decoding runs. */
    struct InFlight
    {
        NewImage image;
        std::string path;
        std::vector<std::byte> content;
        std::uint64_t cost = 0;
        std::future<Result<void>> decoded;
    };

    void skip(const std::string& path, std::string reason);
    Result<void> meet(const ImageRecord& present, const std::string& path, int classIndex);
    Result<void> meetInBin(const ImageRecord& present, const std::string& path, int classIndex);
    Result<void> labelPresent(const ImageRecord& present, int classIndex);
    Result<void> change(PictureChange change);
    Result<void> takeOldest();
    Result<void> commitFullBatch();
    Result<void> commit();

    ImageWriter& m_writer;
    const std::vector<ClassInfo>& m_classes;
    const ImportParams& m_params;
    ImportReport& m_report;
    std::size_t m_threads;
    std::unordered_set<std::int64_t> m_undone; ///< pictures of imports that were undone
    EditRecord m_edit;                         ///< all of this import, to be undone as one
    std::vector<PictureChange> m_changes;      ///< of pictures that were there; go with the writer's batch
    std::deque<InFlight> m_inFlight;
    std::uint64_t m_costInFlight = 0;
    std::uint64_t m_pendingBytes = 0; ///< in the writer's batch
};

} // namespace nakama
