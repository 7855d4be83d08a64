#include "core/models/detail/state_dict.h"

#include <fmt/format.h>

#include <unordered_map>

namespace nakama
{

namespace
{

bool isBatchCounter(const std::string& key)
{
    return key.ends_with(".num_batches_tracked");
}

std::string shapeText(const torch::Tensor& tensor)
{
    return fmt::format("({})", fmt::join(tensor.sizes(), ","));
}

/** The first few of a list, for a message that stays readable. */
std::string firstOf(const std::vector<std::string>& names)
{
    constexpr std::size_t shown = 3;
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), shown));
    auto text = fmt::format("{}", fmt::join(names.begin(), end, "; "));
    if (names.size() > shown)
        text += fmt::format("; and {} more", names.size() - shown);
    return text;
}

} // namespace

Result<LoadReport> loadStateDict(torch::nn::Module& module, const StateDict& state,
                                 const std::string& headKey)
{
    std::unordered_map<std::string, const torch::Tensor*> inFile;
    for (const auto& [key, tensor] : state.tensors)
        inFile.emplace(key, &tensor);

    LoadReport report;
    std::vector<std::pair<torch::Tensor, torch::Tensor>> copies; // from file, to module
    std::vector<std::pair<torch::Tensor, torch::Tensor>> headCopies;
    std::vector<std::string> headKeys;
    std::vector<std::string> fatal;
    for (const auto& [key, target] : stateDictOf(module).tensors) {
        const bool isHead = key.starts_with(headKey + ".");
        const auto found = inFile.find(key);
        if (found == inFile.end()) {
            report.missing.push_back(key);
            if (isHead)
                report.replacedHead = "the file has no classifier";
            else if (!isBatchCounter(key)) // files from before PyTorch 0.4.1 do not count batches
                fatal.push_back(key + " is missing");
            continue;
        }
        const auto& source = *found->second;
        inFile.erase(found);
        if (source.sizes() != target.sizes()) {
            report.shapesDiffer.push_back(
                fmt::format("{}: file {}, model {}", key, shapeText(source), shapeText(target)));
            if (!isHead)
                fatal.push_back(report.shapesDiffer.back());
            else if (source.dim() > 0 && target.dim() > 0)
                report.replacedHead =
                    fmt::format("the file's classifier is for {} classes, this model's for {}",
                                source.size(0), target.size(0));
            continue;
        }
        (isHead ? headCopies : copies).emplace_back(source, target);
        (isHead ? headKeys : report.matched).push_back(key);
    }
    if (!fatal.empty())
        return fail(ErrorCode::CorruptData, "these weights do not fit the model: " + firstOf(fatal) +
                                                "; choose the model they are for");

    if (report.replacedHead.empty()) {
        copies.insert(copies.end(), headCopies.begin(), headCopies.end());
        report.matched.insert(report.matched.end(), headKeys.begin(), headKeys.end());
    }
    for (const auto& [key, tensor] : state.tensors)
        if (inFile.contains(key))
            report.leftOver.push_back(key);

    const torch::NoGradGuard noGrad;
    for (auto& [source, target] : copies)
        target.copy_(source);
    return report;
}

} // namespace nakama
