#include "core/workflow/evaluation_report.h"

#include "core/evaluation/suspects.h"
#include "core/imaging/decode.h"
#include "core/imaging/encode.h"
#include "core/imaging/resize.h"
#include "core/workflow/run_description.h"
#include "core/workflow/set_groups.h"
#include "core/workspace/catalogue.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <map>
#include <optional>
#include <set>

namespace nakama
{

namespace
{

constexpr std::size_t worstPictures = 12;
constexpr double thumbnailSide = 240;

/** Where pictures came from that have a page of their own to be credited by. */
Result<std::string> attributionOf(const Catalogue& catalogue)
{
    NAKAMA_TRY(const auto provenances, catalogue.provenances());
    std::map<std::string, int> perSite;
    for (const auto& [id, provenance] : provenances)
        ++perSite[provenance.site];
    std::string text;
    for (const auto& [site, count] : perSite)
        text += fmt::format("{}{} from {}, each with its post and artist in the workspace",
                            text.empty() ? "" : "; ", count, site);
    return text;
}

std::vector<std::pair<std::string, std::string>> splitRows(const SplitInfo& split)
{
    std::vector<std::pair<std::string, std::string>> rows{
        {"Split", fmt::format("{:.0f}/{:.0f}/{:.0f}, seed {}", 100 * split.train, 100 * split.val,
                              100 * split.test, split.seed)},
        {"Copies in the split", split.groupsKeptTogether ? "kept together in one part"
                                                         : "not looked for, or ignored: a naive split"}};
    if (split.inTrueTest > 0)
        rows.emplace_back("Left out of the split",
                          fmt::format("{} with a copy in the true test", split.inTrueTest));
    if (split.beyondCaps > 0)
        rows.emplace_back("Left out of the split", fmt::format("{} beyond the caps", split.beyondCaps));
    return rows;
}

Result<std::vector<std::pair<std::string, std::string>>> dataOf(const Workspace& workspace,
                                                                const Catalogue& catalogue,
                                                                const WorkspaceCounts& counts,
                                                                const Metrics& metrics)
{
    NAKAMA_TRY(const auto split, catalogue.splitInfo());
    std::vector<std::pair<std::string, std::string>> rows{{"Pictures", std::to_string(counts.images)}};
    for (const auto& [part, count] : counts.perSplit)
        if (count > 0)
            rows.emplace_back("Pictures, " + part, std::to_string(count));
    for (const auto& [source, count] : counts.perSource)
        rows.emplace_back("Source " + source, std::to_string(count));
    if (split)
        for (auto& row : splitRows(*split))
            rows.push_back(std::move(row));
    NAKAMA_TRY(const auto copies, knownCopies(workspace));
    std::set<std::int64_t> groups;
    for (const auto& [id, group] : copies.groupOfId)
        groups.insert(group);
    rows.emplace_back("Copies", copies.searched ? fmt::format("{} pictures in {} groups of copies",
                                                              copies.groupOfId.size(), groups.size())
                                                : "not searched for");
    rows.emplace_back("Leaks", metrics.leakState());
    NAKAMA_TRY(const auto attribution, attributionOf(catalogue));
    if (!attribution.empty())
        rows.emplace_back("Attribution", attribution);
    return rows;
}

std::vector<ReportClassCounts> classCountsOf(const WorkspaceCounts& counts, const Metrics& metrics,
                                             const std::vector<std::string>& parts)
{
    std::vector<ReportClassCounts> rows;
    for (const auto& one : metrics.perClass) {
        ReportClassCounts row{one.name, {}};
        const auto found = counts.perClassSplit.find(one.name);
        for (const auto& part : parts) {
            if (found == counts.perClassSplit.end() || !found->second.contains(part))
                row.counts.push_back(0);
            else
                row.counts.push_back(found->second.at(part));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/** A thumbnail of the picture's file, in pixels at most thumbnailSide. */
Result<ReportPicture> pictureOf(const std::filesystem::path& file)
{
    NAKAMA_TRY(const auto picture, decodeImageFile(file));
    const double scale =
        std::min(1.0, thumbnailSide / static_cast<double>(std::max(picture.cols, picture.rows)));
    ReportPicture thumbnail;
    thumbnail.width = std::max(1, static_cast<int>(std::lround(picture.cols * scale)));
    thumbnail.height = std::max(1, static_cast<int>(std::lround(picture.rows * scale)));
    NAKAMA_TRY(thumbnail.jpeg, encodeJpeg(resizeAntialiased(picture, thumbnail.width, thumbnail.height), 80));
    return thumbnail;
}

/** "by ARTIST, https://…/posts/1"; without a post of its own, the source that it was imported from. */
std::string creditOf(const ImageRecord& record, const std::optional<Provenance>& provenance)
{
    if (!provenance)
        return record.source.empty() ? std::string() : "from " + record.source;
    const auto& artists = provenance->post.artists;
    return (artists.empty() ? "" : "by " + artists + ", ") + provenance->page();
}

/** The pictures with the largest losses; one whose file cannot be read is left out. */
Result<std::vector<ReportPicture>> worstOf(const Workspace& workspace, const Catalogue& catalogue,
                                           const PredictionTable& predictions)
{
    std::vector<ReportPicture> worst;
    for (const auto& suspect : topLosses(predictions, worstPictures)) {
        const auto& row = predictions.rows[suspect.row];
        NAKAMA_TRY(const auto record, catalogue.findImage(row.id));
        if (!record)
            continue;
        auto picture = pictureOf(workspace.imagePath(record->sha256, record->extension));
        if (!picture)
            continue;
        picture->file = row.file;
        picture->label = predictions.classes[static_cast<std::size_t>(suspect.label)];
        picture->answer = predictions.classes[static_cast<std::size_t>(suspect.answer)];
        picture->labelProbability = suspect.labelProbability;
        picture->answerProbability = suspect.answerProbability;
        NAKAMA_TRY(const auto provenance, catalogue.provenance(record->id));
        picture->credit = creditOf(*record, provenance);
        worst.push_back(std::move(*picture));
    }
    return worst;
}

std::vector<std::string> notesOn(const Metrics& metrics, const std::vector<SkippedPicture>& skipped)
{
    std::vector<std::string> notes;
    const auto small = std::count_if(metrics.perClass.begin(), metrics.perClass.end(),
                                     [](const ClassMetrics& one) { return one.support < fewPictures; });
    if (small > 0)
        notes.push_back(
            fmt::format("{} of {} classes have fewer than {} pictures here; their own F1 says little.", small,
                        metrics.perClass.size(), fewPictures));
    if (!metrics.leakedGroups)
        notes.push_back(
            "Whether copies of one picture (resized, flipped, rotated, recoloured) are in both the training "
            "and this set was not checked: if some are, the figures are too good. Search for copies and "
            "train again to know.");
    else if (*metrics.leakedGroups > 0)
        notes.push_back(fmt::format(
            "The split leaks: {} of the {} groups of pictures here have a copy among those that the "
            "model learned from, so that the figures are too good.",
            *metrics.leakedGroups, metrics.groups));
    for (const auto& one : skipped)
        notes.push_back(fmt::format("Skipped {}: {}", one.file.filename().string(), one.reason));
    return notes;
}

} // namespace

Result<ReportData> evaluationReport(const Workspace& workspace, const RunDetails& run, EvaluationSet set,
                                    const Metrics& metrics, const PredictionTable& predictions,
                                    const std::vector<SkippedPicture>& skipped)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto counts, catalogue.counts());
    ReportData report;
    report.title = workspace.folder().filename().string();
    report.workspace = workspace.folder().string();
    report.sample = workspace.isSample();
    report.runId = run.record.id;
    report.model = run.config.model;
    report.split = std::string(evaluationSetName(set));
    report.trainedAt = run.record.finishedAt;
    report.evaluatedAt = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
    report.metrics = metrics;
    report.precisionRecall = precisionRecallCurves(predictions);
    report.reliability = reliability(predictions);
    NAKAMA_TRY(report.worst, worstOf(workspace, catalogue, predictions));
    for (const char* part : {"train", "val", "test", "true-test"}) {
        if (const auto found = counts.perSplit.find(part);
            found != counts.perSplit.end() && found->second > 0)
            report.parts.emplace_back(part);
    }
    report.classCounts = classCountsOf(counts, metrics, report.parts);
    for (const auto& epoch : run.epochs)
        report.epochs.push_back({epoch.epoch, epoch.trainLoss, epoch.valLoss, epoch.val});
    report.bestEpoch = run.record.bestEpoch;
    NAKAMA_TRY(auto settings, describeRun(workspace, run));
    report.settings = std::move(settings.rows);
    report.configuration = std::move(settings.whole);
    NAKAMA_TRY(report.data, dataOf(workspace, catalogue, counts, metrics));
    report.notes = notesOn(metrics, skipped);
    return report;
}

} // namespace nakama
