#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** Where a picture belongs: the pool that is split and trained on, or the competition's own test set. */
enum class Pool { Pool, TrueTest };
enum class SplitPart { Train, Val, Test };

/** "pool", "true-test"; "train", "val", "test": as on the command line and in the catalogue. */
std::string_view poolName(Pool pool);
std::string_view splitPartName(SplitPart part);
std::optional<Pool> poolFromName(std::string_view name);
std::optional<SplitPart> splitPartFromName(std::string_view name);

/** What a person said of a picture instead of a class: it shows no single one, or cannot be told. */
enum class PictureMark { SeveralCharacters, NoneOfThese, Unsure };
/** Why a person took a picture out of use. What is in the bin goes for good when the bin is emptied. */
enum class AsideReason { Copy, Excluded, Bin };

/** "several", "none", "unsure"; "copy", "excluded", "bin". */
std::string_view pictureMarkName(PictureMark mark);
std::string_view asideReasonName(AsideReason reason);
std::optional<PictureMark> pictureMarkFromName(std::string_view name);
std::optional<AsideReason> asideReasonFromName(std::string_view name);

/** A picture of the catalogue with its current label and split. */
struct ImageRecord
{
    std::int64_t id = 0;
    std::string sha256;
    std::string extension; ///< of the stored original, by content: "jpg", "png", …
    int width = 0;
    int height = 0;
    std::int64_t bytes = 0;
    std::string source;       ///< "kaggle", "danbooru", "sample", …
    std::string originalName; ///< path below the imported folder or archive
    Pool pool = Pool::Pool;
    std::string addedAt; ///< ISO 8601, UTC
    int classIndex = -1; ///< current label; −1 for none
    std::optional<SplitPart> split;
    std::optional<AsideReason> setAside;
    std::optional<PictureMark> mark;

    /** Whether it is split, trained on, judged by and prepared: nobody took it out of use or marked it. */
    bool inUse() const { return !setAside && !mark; }
};

/** A picture about to be added; its file is already in place. */
struct NewImage
{
    std::string sha256;
    std::string md5; ///< of the file; empty: not computed yet
    std::string extension;
    int width = 0;
    int height = 0;
    std::int64_t bytes = 0;
    std::string source;
    std::string originalName;
    Pool pool = Pool::Pool;
    int classIndex = -1;
    std::string labelOrigin = "import"; ///< who gave the label: "import", "csv", "person", …
};

/** One entry of a picture's label history, oldest first. */
struct LabelRecord
{
    int classIndex = -1;
    std::string origin;
    std::string at;
};

/** How the pool is split at present. */
struct SplitInfo
{
    double train = 0.70;
    double val = 0.15;
    double test = 0.15;
    std::uint64_t seed = 1;
    bool groupsKeptTogether = true; ///< false: copies were not looked for, or ignored
    std::string at;
    int inTrueTest = 0; ///< pictures left out since the true test has a copy of them
    int beyondCaps = 0; ///< pictures left out by caps
    int byHand = 0;     ///< pictures that a person has put into a part, or out of it, since
};

enum class RunStatus { Running, Finished, Cancelled, Failed };
std::string_view runStatusName(RunStatus status);
std::optional<RunStatus> runStatusFromName(std::string_view name);

/** A training run, as lists show it; its files are in runs/<id>/. */
struct RunRecord
{
    std::string id; ///< "2026-01-31-resnet18-1": date, model, a number that makes it unique
    std::string model;
    RunStatus status = RunStatus::Running;
    std::string startedAt;
    std::string finishedAt; ///< empty while running
    int epochs = 0;         ///< finished so far
    int plannedEpochs = 0;
    int bestEpoch = 0;
    double bestMacro = 0; ///< macro-F1 on val at bestEpoch
    std::string message;  ///< why it failed
};

/**
 * Counts for `workspace info` and the window. Classes and labels are those of the pool; the true test set and
 * pictures out of use (set aside or marked) count in images, perSplit and perSource only. images is the sum
 * of perSplit.
 */
struct WorkspaceCounts
{
    std::int64_t images = 0;
    std::int64_t unlabelled = 0;
    std::map<std::string, std::int64_t> perClass; ///< every class, also with 0
    std::map<std::string, std::int64_t> perSplit; ///< train, val, test, unsplit, set-aside, marked,
                                                  ///< true-test
    std::map<std::string, std::int64_t> perSource;
    std::map<std::string, std::map<std::string, std::int64_t>>
        perClassSplit; ///< class → part or unsplit → count
    std::map<std::string, std::map<std::string, std::int64_t>> perClassSource; ///< class → source → count
};

} // namespace nakama
