#include "core/workflow/prediction_files.h"

#include "core/base/atomic_file.h"
#include "core/base/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace nakama
{

namespace
{

/** "picture.png" → "picture-2.png" */
std::filesystem::path numbered(const std::filesystem::path& name, int number)
{
    return fmt::format("{}-{}{}", name.stem().string(), number, name.extension().string());
}

/** A checkpoint comes from anywhere, and so do the names of its classes. */
bool mayStandInAName(char letter)
{
    constexpr std::string_view separators = "/\\:*?\"<>|"; // of any system
    return static_cast<unsigned char>(letter) >= ' ' && letter != '\x7f' &&
           separators.find(letter) == std::string_view::npos;
}

} // namespace

std::string folderNameOf(const std::string& verdict)
{
    constexpr std::size_t longest = 200; // bytes; file systems take 255
    std::string name = verdict.substr(0, longest);
    while (name.size() < verdict.size() && !name.empty() && (verdict[name.size()] & 0xC0) == 0x80)
        name.pop_back(); // no half of a letter
    std::ranges::replace_if(
        name, [](char letter) { return !mayStandInAName(letter); }, '_');
    const bool onlyDots = name.find_first_not_of(". ") == std::string::npos;
    return onlyDots ? "_" + name : name;
}

std::string answersCsv(const std::vector<PictureAnswer>& answers, std::size_t top)
{
    const auto answered = std::ranges::find_if(answers, [](const auto& a) { return !a.top.empty(); });
    const auto columns = answered == answers.end() ? 0 : std::min(top, answered->top.size());
    std::string csv = "file,verdict";
    for (std::size_t k = 1; k <= columns; ++k)
        csv += fmt::format(",class{0},probability{0}", k);
    csv += ",problem\r\n";
    for (const auto& answer : answers) {
        csv += csvField(answer.file.string()) + ',' + csvField(answer.verdict);
        for (std::size_t k = 0; k < columns; ++k)
            csv += answer.top.empty()
                       ? ",,"
                       : fmt::format(",{},{:.6f}", csvField(answer.top[k].first), answer.top[k].second);
        csv += ',' + csvField(answer.problem) + "\r\n";
    }
    return csv;
}

SortIntoFoldersJob::SortIntoFoldersJob(std::vector<PictureAnswer> answers, std::filesystem::path folder)
    : m_answers(std::move(answers)), m_folder(std::move(folder))
{
    std::erase_if(m_answers, [](const PictureAnswer& a) { return a.file.empty() || !a.problem.empty(); });
}

Result<void> SortIntoFoldersJob::run(JobContext& context)
{
    const auto total = static_cast<std::int64_t>(m_answers.size());
    for (std::int64_t i = 0; i < total; ++i) {
        NAKAMA_CHECK(context.checkpoint());
        context.progress(i, total, "copying pictures");
        const auto& answer = m_answers[static_cast<std::size_t>(i)];
        NAKAMA_CHECK(copy(answer.file, m_folder / folderNameOf(answer.verdict)));
    }
    context.progress(total, total, "copying pictures");
    return {};
}

Result<void> SortIntoFoldersJob::copy(const std::filesystem::path& file, const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::Io, "the folder cannot be made: " + error.message(), folder.string());
    NAKAMA_TRY(const auto bytes, readFile(file));
    auto target = folder / file.filename();
    for (int number = 2; std::filesystem::exists(target, error); ++number) {
        if (const auto there = readFile(target); there && *there == bytes) {
            ++m_alreadyThere;
            return {};
        }
        target = folder / numbered(file.filename(), number);
    }
    NAKAMA_CHECK(writeFileAtomically(target, bytes));
    ++m_copied;
    return {};
}

} // namespace nakama
