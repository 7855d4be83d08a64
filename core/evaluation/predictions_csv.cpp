#include "core/base/atomic_file.h"
#include "core/base/csv.h"
#include "core/evaluation/predictions.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace nakama
{

namespace
{

constexpr std::size_t firstClass = 4; ///< columns before the probabilities

std::string className(const std::vector<std::string>& classes, int index)
{
    if (index < 0 || index >= static_cast<int>(classes.size()))
        return {};
    return csvField(classes[static_cast<std::size_t>(index)]);
}

/** Takes the next row off the text, as csvField() wrote its fields; nothing where a quote is left open. */
std::optional<std::vector<std::string>> takeRow(std::string_view& text)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                fields.back() += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                fields.back() += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
        } else if (c == '\n') {
            break;
        } else if (c != '\r') {
            fields.back() += c;
        }
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    if (quoted)
        return std::nullopt;
    return fields;
}

/** The logarithm of a probability, which is a logit; one that was too small to be written keeps a finite one.
 */
std::optional<float> logitOf(const std::string& field)
{
    double probability = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), probability);
    const bool tiny = error == std::errc::result_out_of_range;
    if ((error != std::errc{} && !tiny) || end != field.data() + field.size())
        return std::nullopt;
    if (!tiny && !(probability >= 0 && probability <= 1.000001))
        return std::nullopt;
    return static_cast<float>(std::log(std::max(probability, std::numeric_limits<double>::min())));
}

} // namespace

Result<void> writePredictionsCsv(const PredictionTable& table, const std::filesystem::path& path)
{
    std::string text = "id,file,label,predicted";
    for (const auto& name : table.classes)
        text += ',' + csvField(name);
    text += '\n';
    for (const auto& row : table.rows) {
        fmt::format_to(std::back_inserter(text), "{},{},{},{}", csvField(row.id), csvField(row.file),
                       className(table.classes, row.label), className(table.classes, row.predicted()));
        for (const double probability : row.probabilities())
            fmt::format_to(std::back_inserter(text), ",{:.8g}", probability);
        text += '\n';
    }
    return writeFileAtomically(path, text);
}

Result<PredictionTable> readPredictionsCsv(const std::filesystem::path& path)
{
    NAKAMA_TRY(const auto content, readTextFile(path, std::uintmax_t{1} << 32));
    const auto corrupt = [&](std::size_t line, const std::string& what) {
        return fail(ErrorCode::CorruptData, fmt::format("line {}: {}; evaluate the run again", line, what),
                    path.string());
    };
    std::string_view text = content;
    const auto header = takeRow(text);
    if (!header || header->size() <= firstClass || header->front() != "id")
        return corrupt(1, "this is not the header of a predictions file");
    PredictionTable table;
    table.classes.assign(header->begin() + firstClass, header->end());
    std::unordered_map<std::string_view, int> indices;
    for (std::size_t k = 0; k < table.classes.size(); ++k)
        indices.emplace(table.classes[k], static_cast<int>(k));
    for (std::size_t line = 2; !text.empty(); ++line) {
        const auto fields = takeRow(text);
        if (!fields || fields->size() != header->size())
            return corrupt(line, "the row has not as many fields as the header");
        Prediction row{(*fields)[0], (*fields)[1], -1, {}};
        if (!(*fields)[2].empty()) {
            const auto label = indices.find((*fields)[2]);
            if (label == indices.end())
                return corrupt(line, fmt::format("there is no class '{}'", (*fields)[2]));
            row.label = label->second;
        }
        for (std::size_t k = firstClass; k < fields->size(); ++k) {
            const auto logit = logitOf((*fields)[k]);
            if (!logit)
                return corrupt(line, fmt::format("'{}' is not a probability", (*fields)[k]));
            row.logits.push_back(*logit);
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace nakama
