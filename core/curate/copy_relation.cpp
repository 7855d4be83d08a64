#include "core/curate/copy_relation.h"

namespace nakama
{

namespace
{

/** A window fitted on thumbnails is off by about a hundredth at each end. */
constexpr double croppedBelow = 0.93;

std::string kindOf(const CopyRecord& record, double shown, const CopyItem& keeper, const CopyItem& copy)
{
    std::string kind;
    const auto add = [&](bool applies, const char* part) {
        if (applies)
            kind += (kind.empty() ? "" : "+") + std::string(part);
    };
    add(shown < croppedBelow, "cropped");
    add(record.mirrored, "mirrored");
    // Upside down and mirrored is a picture mirrored top to bottom, which nobody calls rotated.
    add(record.quarterTurns % 2 == 1 || (record.quarterTurns == 2 && !record.mirrored), "rotated");
    add(record.inverted, "inverted");
    add(record.greyscale, "greyscale");
    if (!kind.empty())
        return kind;
    return keeper.width == copy.width && keeper.height == copy.height ? "recompressed" : "resized";
}

} // namespace

CopyRecord copyRelation(const CopyItem& keeper, const CopyItem& copy, const FingerprintMatch& match)
{
    CopyRecord record;
    record.imageId = copy.imageId;
    record.copyOf = keeper.imageId;
    record.similarity = match.similarity;
    record.quarterTurns = match.symmetry.quarterTurns();
    record.mirrored = match.symmetry.isMirrored();
    record.inverted = match.symmetry.inverted;
    record.greyscale = keeper.fingerprint.isGreyscale() != copy.fingerprint.isGreyscale();
    record.zoom = 1 / match.shown();
    record.kind = kindOf(record, match.shown(), keeper, copy);
    return record;
}

std::optional<CopyRecord> copyRelation(const CopyItem& keeper, const CopyItem& copy)
{
    if (keeper.fingerprint.pixels == copy.fingerprint.pixels) {
        CopyRecord record;
        record.imageId = copy.imageId;
        record.copyOf = keeper.imageId;
        record.kind = "exact";
        record.similarity = 1;
        return record;
    }
    if (const auto match = matchFingerprints(keeper.fingerprint, copy.fingerprint))
        return copyRelation(keeper, copy, *match);
    auto reverse =
        matchFingerprints(copy.fingerprint, keeper.fingerprint); // it may show more than the keeper
    if (!reverse)
        return std::nullopt;
    reverse->symmetry = reverse->symmetry.inverse();
    auto record = copyRelation(keeper, copy, *reverse);
    record.zoom = reverse->shown();
    return record;
}

} // namespace nakama
