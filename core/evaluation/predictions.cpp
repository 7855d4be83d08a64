#include "core/evaluation/predictions.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>

namespace nakama
{

namespace
{

/** RFC 4180: quoted where it has to be, quotes doubled. */
std::string csvField(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string className(const std::vector<std::string>& classes, int index)
{
    if (index < 0 || index >= static_cast<int>(classes.size()))
        return {};
    return csvField(classes[static_cast<std::size_t>(index)]);
}

} // namespace

std::vector<double> Prediction::probabilities() const
{
    if (logits.empty())
        return {};
    // Subtracting the largest logit keeps exp() in range and changes nothing else.
    const double largest = *std::max_element(logits.begin(), logits.end());
    std::vector<double> result(logits.size());
    double sum = 0;
    for (std::size_t k = 0; k < logits.size(); ++k)
        sum += result[k] = std::exp(logits[k] - largest);
    for (double& value : result)
        value /= sum;
    return result;
}

int Prediction::predicted() const
{
    return static_cast<int>(std::distance(logits.begin(), std::max_element(logits.begin(), logits.end())));
}

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

} // namespace nakama
