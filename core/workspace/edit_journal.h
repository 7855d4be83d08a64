#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/picture_edit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace nakama
{

struct PictureState;

/**
 * The one way in which a person changes pictures, and the memory of it: every edit is one transaction with
 * what each picture was before and after, so that it can be undone and redone whenever, also by a later
 * process. Uses the catalogue's connection and must not outlive it.
 *
 * What follows from a change is part of it: a picture that goes out of use, out of the pool or loses its
 * label leaves the split; one that leaves the true test leaves its label there, since labels of the true test
 * never train.
 */
class EditJournal
{
public:
    explicit EditJournal(Catalogue& catalogue);

    /**
     * Makes an edit and forgets what was undone before. Pictures that are so already, or cannot be (only
     * labelled pictures of the pool that are in use have a part of the split, and those of which the true
     * test has a copy are put into neither train nor val), are skipped. Errors: NotFound
     * (picture), InvalidArgument (class), NotReady (a part where the pool was never split).
     */
    Result<EditOutcome> edit(const PictureEdit& edit);

    /**
     * Catalogue::setSplit() as an edit: undoing it brings the former split back, with what was put into its
     * parts by hand. Errors: those of setSplit().
     */
    Result<EditOutcome> split(const std::vector<std::pair<std::int64_t, SplitPart>>& parts,
                              const SplitInfo& info);

    /**
     * Makes what an import brought one edit, which grows with each of its batches: `added` are pictures that
     * are new in the catalogue, `changes` concern others; all count as imported by `import`, whose number is
     * 0 before the first batch. Belongs into the transaction in which the pictures are added, so that there
     * is no picture without its edit. An import that was undone meanwhile goes on as another edit.
     */
    Result<void> extendImport(EditRecord& import, const std::vector<std::int64_t>& added,
                              const std::vector<PictureChange>& changes);

    /**
     * Takes the latest edit back. Pictures that something else changed since, or that are gone from the bin,
     * are skipped; one comes back into the split only where the split is still the same. Error: NotReady
     * where there is nothing to undo.
     */
    Result<EditOutcome> undo();
    /** Makes the edit that was undone last again, under the same rules. */
    Result<EditOutcome> redo();

    /** What undo() and redo() would take; nothing where there is nothing. */
    Result<std::optional<EditRecord>> nextUndo() const;
    Result<std::optional<EditRecord>> nextRedo() const;
    /** Pictures of imports that are undone: in the bin, but not because anybody wants to be rid of them. */
    Result<std::unordered_set<std::int64_t>> undoneImports() const;
    /** Newest first, undone ones included. */
    Result<std::vector<EditRecord>> latest(int count) const;

private:
    enum class Direction { Back, Forth };
    Result<EditOutcome> replay(const EditRecord& record, Direction direction);
    Result<std::vector<std::int64_t>> replayPictures(const EditRecord& record, Direction direction);
    Result<void> add(EditRecord& record, const std::string& splitAt);
    Result<void> remember(const EditRecord& record, std::int64_t imageId, const PictureState& before,
                          const PictureState& after);

    Catalogue& m_catalogue;
};

} // namespace nakama
