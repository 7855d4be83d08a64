#pragma once

#include "core/base/result.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/copy_records.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace nakama
{

/** Pairs of image ids, the smaller first. */
using ImagePairs = std::set<std::pair<std::int64_t, std::int64_t>>;

/**
 * What a catalogue knows of copies: the fingerprints, what the last search found, and what a person decided.
 * Uses the catalogue's connection and must not outlive it; every method is one transaction unless inside
 * Catalogue::transaction().
 */
class CopyStore
{
public:
    explicit CopyStore(Catalogue& catalogue);

    /** Replaces a picture's fingerprint. */
    Result<void> setFingerprint(std::int64_t imageId, int version, std::span<const std::byte> bytes);
    /** Hands out those of a version, ascending by image id; the bytes are valid during the call. */
    Result<void> fingerprints(
        int version,
        const std::function<void(std::int64_t imageId, std::span<const std::byte> bytes)>& take) const;

    /** Replaces what is known of copies. */
    Result<void> setCopies(const std::vector<CopyRecord>& copies, const CopySearchInfo& info);
    /** In the order in which they were given. */
    Result<std::vector<CopyRecord>> copies() const;
    /** Nothing where no search was made. */
    Result<std::optional<CopySearchInfo>> searchInfo() const;
    /** Pictures that have come since the last search with fingerprints of this version; all, where there is
     * none. */
    Result<std::int64_t> unsearched(int version) const;

    /** Remembers for every later search that these are no copies. Errors: NotFound, InvalidArgument (the
     * same). */
    Result<void> declareNotCopies(std::int64_t imageId, std::int64_t otherId);
    Result<ImagePairs> notCopies() const;

private:
    Catalogue& m_catalogue;
};

/**
 * A number for each picture that has copies: the same for all that hang together by groups and by links
 * between groups, which is what must not be torn apart by a split.
 */
std::unordered_map<std::int64_t, std::int64_t> copyFamilies(const std::vector<CopyRecord>& copies);

} // namespace nakama
