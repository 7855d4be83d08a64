#include "core/collect/import_candidates.h"

#include "core/collect/csv_labels.h"
#include "core/collect/files_source.h"
#include "core/collect/import_names.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace nakama
{

namespace
{

/** matchClass, remembered: thousands of files lie in few folders. */
class ClassMatcher
{
public:
    explicit ClassMatcher(const std::vector<ClassInfo>& classes) : m_classes(classes) {}

    int operator()(const std::string& name)
    {
        const auto [known, isNew] = m_known.try_emplace(name, -1);
        if (isNew)
            known->second = matchClass(m_classes, name);
        return known->second;
    }

private:
    const std::vector<ClassInfo>& m_classes;
    std::map<std::string, int> m_known;
};

/** The folders that an entry lies in, outermost first; the source's own where it lies directly in that. */
std::vector<std::string> foldersOf(const ImportCandidates& all, const ImportCandidate& candidate)
{
    auto parts = pathParts(candidate.entry.name);
    parts.pop_back();
    const auto& source = *all.sources[candidate.source];
    if (const auto* files = dynamic_cast<const FilesSource*>(&source))
        parts.push_back(files->folderOf(candidate.entry));
    else if (parts.empty())
        parts.push_back(source.name());
    return parts;
}

/** The path of the first count folders, told apart by source. */
std::string folderKey(std::size_t source, const std::vector<std::string>& folders, std::size_t count)
{
    auto key = std::to_string(source);
    for (std::size_t i = 0; i < count; ++i)
        key += "/" + folders[i];
    return key;
}

void labelByFolders(ImportCandidates& all, const std::vector<ClassInfo>& classes)
{
    ClassMatcher match(classes);
    std::set<std::string> wrappers; // folders around class folders
    for (auto& candidate : all.candidates) {
        const auto folders = foldersOf(all, candidate);
        candidate.label = folders.back();
        candidate.classIndex = match(candidate.label);
        if (candidate.classIndex >= 0)
            for (std::size_t count = 1; count < folders.size(); ++count)
                wrappers.insert(folderKey(candidate.source, folders, count));
    }
    for (auto& candidate : all.candidates) {
        if (candidate.classIndex >= 0)
            continue;
        if (dynamic_cast<const FilesSource*>(all.sources[candidate.source].get())) {
            // Its folder was not what the person named, so it is not offered as a class.
            candidate.label.clear();
            candidate.isSingle = true;
            continue;
        }
        const auto folders = foldersOf(all, candidate);
        for (std::size_t count = folders.size() - 1; count > 0; --count) {
            if (wrappers.contains(folderKey(candidate.source, folders, count)))
                break;
            if (const int index = match(folders[count - 1]); index >= 0) {
                candidate.label = folders[count - 1];
                candidate.classIndex = index;
                break;
            }
        }
    }
}

/** Keeps the files that one row names each; the others, and rows that name no file, are reported. */
void labelByCsv(ImportCandidates& all, const CsvLabels& labels, const std::vector<ClassInfo>& classes)
{
    ClassMatcher match(classes);
    std::map<int, std::vector<ImportCandidate>> filesOfRow;
    for (auto& candidate : std::exchange(all.candidates, {})) {
        if (const auto* label = labels.find(candidate.entry.name)) {
            candidate.label = label->label;
            candidate.classIndex = match(label->label);
            filesOfRow[label->row].push_back(std::move(candidate));
        } else {
            all.skipped.push_back({all.pathOf(candidate),
                                   fmt::format("{} has no row for it", labels.path().filename().string())});
        }
    }
    all.skipped.insert(all.skipped.end(), labels.refused().begin(), labels.refused().end());
    for (const auto& [key, label] : labels.rows())
        if (!filesOfRow.contains(label.row))
            all.skipped.push_back(
                {labels.rowName(label.row), fmt::format("there is no file '{}' to import", label.file)});
    for (auto& [row, files] : filesOfRow) {
        if (files.size() == 1) {
            all.candidates.push_back(std::move(files.front()));
            continue;
        }
        for (const auto& file : files)
            all.skipped.push_back(
                {all.pathOf(file), fmt::format("{} names {} files; write their folders in it too",
                                               labels.rowName(row), files.size())});
    }
}

} // namespace

std::string ImportCandidates::pathOf(const ImportCandidate& candidate) const
{
    return sources[candidate.source]->pathOf(candidate.entry);
}

std::vector<FoundFolder> ImportCandidates::folders(const std::vector<ClassInfo>& classes) const
{
    std::map<std::string, FoundFolder> found;
    for (const auto& candidate : candidates) {
        if ((candidate.label.empty() && !candidate.isSingle) ||
            (candidate.classIndex < 0 && isPlainlyNoPicture(candidate.entry.name)))
            continue;
        auto& folder = found[candidate.label];
        folder.name = candidate.label;
        ++folder.files;
        if (candidate.classIndex >= 0)
            folder.matchedClass = classes[static_cast<std::size_t>(candidate.classIndex)].name;
    }
    std::vector<FoundFolder> folders;
    for (auto& [name, folder] : found)
        folders.push_back(std::move(folder));
    return folders;
}

Result<ImportCandidates> gatherCandidates(const std::vector<ClassInfo>& classes, const ImportParams& params,
                                          JobContext& context)
{
    if (params.paths.empty())
        return fail(ErrorCode::InvalidArgument, "name a folder, a .zip archive or pictures to import");
    ImportCandidates all;
    std::vector<std::filesystem::path> files;
    std::optional<Error> first;
    const auto add = [&](std::unique_ptr<ImportSource> source) -> Result<void> {
        NAKAMA_TRY(auto listing, source->list(context));
        for (auto& entry : listing.entries)
            all.candidates.push_back({all.sources.size(), std::move(entry), {}, -1});
        all.skipped.insert(all.skipped.end(), std::make_move_iterator(listing.skipped.begin()),
                           std::make_move_iterator(listing.skipped.end()));
        all.sources.push_back(std::move(source));
        return {};
    };
    for (const auto& path : params.paths) {
        if (isSingleFile(path)) {
            files.push_back(path);
            continue;
        }
        auto source = openImportSource(path);
        const auto added = source ? add(std::move(*source)) : fail(source.error());
        if (added)
            continue;
        if (added.error().code == ErrorCode::Cancelled)
            return fail(added.error());
        // One bad path of many is told like a bad file; what is not there at all is an error.
        all.skipped.push_back({displayName(path.string()), added.error().message});
        first = first ? first : added.error();
    }
    if (!files.empty())
        NAKAMA_CHECK(add(std::make_unique<FilesSource>(std::move(files))));
    if (all.sources.empty())
        return fail(*first);
    if (params.labels == LabelSource::Folders)
        labelByFolders(all, classes);
    if (params.labels == LabelSource::Csv) {
        NAKAMA_TRY(const auto labels, CsvLabels::read(params.csv));
        labelByCsv(all, labels, classes);
    }
    return all;
}

} // namespace nakama
