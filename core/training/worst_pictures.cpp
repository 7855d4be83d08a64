#include "core/training/worst_pictures.h"

#include "core/base/atomic_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace nakama
{

namespace
{

std::filesystem::path fileIn(const std::filesystem::path& runFolder)
{
    return runFolder / "worst.json";
}

/** From the logits: the probability of what is quite wrong may be 0 as a double. */
double lossOf(const Prediction& row)
{
    const double largest = *std::ranges::max_element(row.logits);
    double sum = 0;
    for (const float logit : row.logits)
        sum += std::exp(logit - largest);
    return std::log(sum) + largest - row.logits[static_cast<std::size_t>(row.label)];
}

} // namespace

std::vector<WorstPicture> worstPictures(const PredictionTable& table, std::size_t most)
{
    std::vector<WorstPicture> pictures;
    for (const auto& row : table.rows) {
        if (row.label < 0)
            continue;
        const auto probabilities = row.probabilities();
        const int predicted = row.predicted();
        pictures.push_back({row.id, row.file, row.label, predicted,
                            probabilities[static_cast<std::size_t>(predicted)],
                            probabilities[static_cast<std::size_t>(row.label)], lossOf(row)});
    }
    std::ranges::stable_sort(pictures, std::greater{}, &WorstPicture::loss);
    pictures.resize(std::min(pictures.size(), most));
    return pictures;
}

void to_json(nlohmann::json& json, const WorstPicture& picture)
{
    json = {{"id", picture.id},
            {"name", picture.name},
            {"label", picture.label},
            {"predicted", picture.predicted},
            {"probability", picture.probability},
            {"label_probability", picture.labelProbability},
            {"loss", picture.loss}};
}

void from_json(const nlohmann::json& json, WorstPicture& picture)
{
    json.at("id").get_to(picture.id);
    json.at("name").get_to(picture.name);
    json.at("label").get_to(picture.label);
    json.at("predicted").get_to(picture.predicted);
    json.at("probability").get_to(picture.probability);
    json.at("label_probability").get_to(picture.labelProbability);
    json.at("loss").get_to(picture.loss);
}

Result<void> writeWorstPictures(const std::filesystem::path& runFolder, const WorstPictures& worst)
{
    const nlohmann::json json = {{"epoch", worst.epoch}, {"pictures", worst.pictures}};
    // File names need not be UTF-8.
    return writeFileAtomically(fileIn(runFolder),
                               json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

Result<WorstPictures> readWorstPictures(const std::filesystem::path& runFolder)
{
    NAKAMA_TRY(const auto text, readTextFile(fileIn(runFolder)));
    try {
        const auto json = nlohmann::json::parse(text);
        return WorstPictures{json.at("epoch").get<int>(),
                             json.at("pictures").get<std::vector<WorstPicture>>()};
    } catch (const nlohmann::json::exception& exception) {
        return fail(
            ErrorCode::CorruptData,
            fmt::format("the list cannot be read ({}); the next epoch writes it anew", exception.what()),
            fileIn(runFolder).string());
    }
}

} // namespace nakama
