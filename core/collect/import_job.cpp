#include "core/collect/import_job.h"

#include "core/collect/import_candidates.h"
#include "core/collect/import_names.h"
#include "core/collect/importer.h"
#include "core/workspace/catalogue.h"

#include <fmt/format.h>

#include <utility>

namespace nakama
{

namespace
{

/** What becomes of the files of one folder or label. */
struct Assignment
{
    int classIndex = -1;
    std::string refusal; ///< why they are skipped; empty where they are imported
};

tl::unexpected<Error> noSuchClass(const std::vector<ClassInfo>& classes, const std::string& folder,
                                  const std::string& name)
{
    std::string known;
    for (const auto& info : classes)
        known += (known.empty() ? "" : ", ") + info.name;
    return fail(ErrorCode::InvalidArgument, fmt::format("there is no class '{}'; there is: {}", name, known),
                "folder " + folder);
}

/** Adds the classes that were decided on, and turns decisions into assignments; both by folder name. */
Result<std::map<std::string, Assignment>>
applyDecisions(Catalogue& catalogue, const std::vector<FoundFolder>& folders, const ImportParams& params)
{
    std::map<std::string, Assignment> assignments;
    for (const auto& folder : folders) {
        const auto decided = params.unknownFolders.find(folder.name);
        if (folder.matchedClass || decided == params.unknownFolders.end())
            continue;
        const auto& [kind, givenName] = decided->second;
        const auto& className = givenName.empty() ? folder.name : givenName;
        NAKAMA_TRY(auto classes, catalogue.classes());
        auto& assignment = assignments[folder.name];
        assignment.classIndex = matchClass(classes, className);
        switch (kind) {
        case FolderDecision::Kind::Skip:
            assignment.refusal = folder.name.empty()
                                     ? "left out as decided"
                                     : fmt::format("folder '{}' was left out as decided", folder.name);
            break;
        case FolderDecision::Kind::Unlabelled:
            assignment.classIndex = -1;
            break;
        case FolderDecision::Kind::UseClass:
            if (assignment.classIndex < 0)
                return noSuchClass(classes, folder.name, className);
            break;
        case FolderDecision::Kind::AddClass:
            if (assignment.classIndex < 0) {
                NAKAMA_CHECK(catalogue.addClasses({{className, className, {}, {}}}));
                assignment.classIndex = static_cast<int>(classes.size());
            }
            break;
        }
    }
    return assignments;
}

Assignment assignmentOf(const ImportCandidate& candidate, const std::map<std::string, Assignment>& decided,
                        const ImportParams& params)
{
    if (candidate.classIndex >= 0 || params.labels == LabelSource::None)
        return {candidate.classIndex, {}};
    if (const auto found = decided.find(candidate.label); found != decided.end())
        return found->second;
    if (candidate.isSingle)
        return {};
    if (isPlainlyNoPicture(candidate.entry.name))
        return {-1, "neither a picture by its name nor in a class folder"};
    if (params.labels == LabelSource::Csv)
        return {-1, fmt::format("the label '{}' matches no class; choose a class for it or add it as one",
                                candidate.label)};
    return {-1, fmt::format("folder '{}' matches no class; choose a class for it or add it as one",
                            candidate.label)};
}

} // namespace

Result<ImportPlan> planImport(const std::vector<ClassInfo>& classes, const ImportParams& params,
                              JobContext& context)
{
    NAKAMA_TRY(const auto all, gatherCandidates(classes, params, context));
    return ImportPlan{all.folders(classes), static_cast<int>(all.candidates.size())};
}

ImportJob::ImportJob(Workspace workspace, ImportParams params)
    : m_workspace(std::move(workspace)), m_params(std::move(params))
{
}

Result<void> ImportJob::run(JobContext& context)
{
    NAKAMA_TRY(auto writer, ImageWriter::open(m_workspace));
    auto& catalogue = writer.catalogue();
    NAKAMA_TRY(auto classes, catalogue.classes());
    NAKAMA_TRY(auto all, gatherCandidates(classes, m_params, context));
    m_report.skipped = std::move(all.skipped);
    const auto folders = all.folders(classes);
    for (const auto& folder : folders)
        if (!folder.matchedClass && !folder.name.empty() && !m_params.unknownFolders.contains(folder.name))
            m_report.unknownFolders.push_back(folder);
    NAKAMA_TRY(const auto decided, applyDecisions(catalogue, folders, m_params));
    NAKAMA_TRY(classes, catalogue.classes());

    NAKAMA_TRY(auto importer, Importer::open(writer, classes, m_params, m_report));
    const auto total = std::ssize(all.candidates);
    std::int64_t done = 0;
    Result<void> ended;
    for (const auto& candidate : all.candidates) {
        context.progress(done++, total, "importing pictures");
        ended = context.checkpoint();
        if (!ended)
            break;
        const auto path = all.pathOf(candidate);
        const auto assignment = assignmentOf(candidate, decided, m_params);
        if (!assignment.refusal.empty()) {
            m_report.skipped.push_back({path, assignment.refusal});
            continue;
        }
        auto content = all.sources[candidate.source]->read(candidate.entry);
        if (!content) {
            m_report.skipped.push_back({path, content.error().message});
            continue;
        }
        ended = importer.take(candidate.entry, path, assignment.classIndex, std::move(*content));
        if (!ended)
            break;
    }
    // Cancelled or failed, what has been taken so far stays.
    const auto finished = importer.finish();
    context.progress(done, total, "importing pictures");
    return ended ? finished : ended;
}

} // namespace nakama
