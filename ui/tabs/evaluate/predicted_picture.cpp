#include "ui/tabs/evaluate/predicted_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace nakama
{

namespace
{

constexpr std::size_t firstProbability = 4; ///< after id, file, label and predicted

/** Takes one record from the front of text: fields by RFC 4180, so a quoted one may hold commas and lines. */
std::vector<std::string> takeRecord(std::string_view& text)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            fields.back() += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c == '\n' && !quoted)
            break;
        else if (c != '\r' || quoted)
            fields.back() += c;
    }
    text.remove_prefix(std::min(i + 1, text.size()));
    return fields;
}

Result<double> probabilityAt(const std::vector<std::string>& fields, std::size_t column, std::size_t line)
{
    double value = 0;
    const auto& field = fields[column];
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size())
        return fail(ErrorCode::CorruptData,
                    fmt::format("line {}: \"{}\" is no probability; evaluate the run again", line, field));
    return value;
}

} // namespace

Result<std::vector<PredictedPicture>> parsePredictions(std::string_view text,
                                                       const std::vector<std::string>& classes)
{
    const auto header = takeRecord(text);
    if (header.size() <= firstProbability || header[0] != "id" || header[2] != "label" ||
        header[3] != "predicted")
        return fail(ErrorCode::CorruptData, "this is no predictions file; evaluate the run again");

    // Columns may be in another order than the classes, or of classes that are gone.
    struct Class
    {
        int index = -1;
        std::size_t column = 0;
    };
    std::unordered_map<std::string, Class> known;
    for (std::size_t column = firstProbability; column < header.size(); ++column) {
        const auto found = std::find(classes.begin(), classes.end(), header[column]);
        known[header[column]] = {found == classes.end() ? -1 : static_cast<int>(found - classes.begin()),
                                 column};
    }

    std::vector<PredictedPicture> pictures;
    for (std::size_t line = 2; !text.empty(); ++line) {
        auto fields = takeRecord(text);
        if (fields.size() != header.size())
            return fail(ErrorCode::CorruptData,
                        fmt::format("line {} has {} fields instead of {}; evaluate the run again", line,
                                    fields.size(), header.size()));
        PredictedPicture picture;
        picture.id = std::move(fields[0]);
        picture.name = std::move(fields[1]);
        if (const auto truth = known.find(fields[2]); truth != known.end()) {
            picture.trueClass = truth->second.index;
            NAKAMA_TRY(picture.trueProbability, probabilityAt(fields, truth->second.column, line));
        }
        if (const auto predicted = known.find(fields[3]); predicted != known.end()) {
            picture.predictedClass = predicted->second.index;
            NAKAMA_TRY(picture.predictedProbability, probabilityAt(fields, predicted->second.column, line));
        }
        pictures.push_back(std::move(picture));
    }
    return pictures;
}

} // namespace nakama
