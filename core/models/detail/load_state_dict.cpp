#include "core/models/detail/tensor_source.h"

#include <fmt/format.h>

#include <unordered_map>

namespace nakama
{

namespace
{

struct Copy
{
    std::size_t index; ///< in the source
    std::string key;
    torch::Tensor target;
};

bool isBatchCounter(const std::string& key)
{
    return key.ends_with(".num_batches_tracked");
}

std::string shapeText(torch::IntArrayRef shape)
{
    return fmt::format("({})", fmt::join(shape, ","));
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

Result<LoadReport> loadTensors(torch::nn::Module& module, const TensorSource& source,
                               const std::string& headKey)
{
    std::unordered_map<std::string, std::size_t> inFile;
    for (std::size_t i = 0; i < source.tensors.size(); ++i)
        inFile.emplace(source.tensors[i].name, i);

    LoadReport report;
    std::vector<Copy> copies;
    std::vector<Copy> headCopies;
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
        const auto index = found->second;
        inFile.erase(found);
        const auto& shape = source.tensors[index].shape;
        if (target.sizes() == shape) {
            (isHead ? headCopies : copies).push_back({index, key, target});
            continue;
        }
        report.shapesDiffer.push_back(
            fmt::format("{}: file {}, model {}", key, shapeText(shape), shapeText(target.sizes())));
        if (!isHead)
            fatal.push_back(report.shapesDiffer.back());
        else if (!shape.empty())
            report.replacedHead = fmt::format("the file's classifier is for {} classes, this model's for {}",
                                              shape[0], target.size(0));
        else
            report.replacedHead = "the file's classifier has another shape";
    }
    if (!fatal.empty())
        return fail(ErrorCode::CorruptData, "these weights do not fit the model: " + firstOf(fatal) +
                                                "; choose the model they are for");
    for (const auto& tensor : source.tensors)
        if (inFile.contains(tensor.name))
            report.leftOver.push_back(tensor.name);
    if (report.replacedHead.empty())
        copies.insert(copies.end(), headCopies.begin(), headCopies.end());

    // Whatever can be wrong with a tensor shows before the first is copied.
    for (const auto& copy : copies) {
        NAKAMA_CHECK(source.read(copy.index));
    }
    const torch::NoGradGuard noGrad;
    for (auto& copy : copies) {
        NAKAMA_TRY(const auto tensor, source.read(copy.index));
        copy.target.copy_(tensor);
        report.matched.push_back(copy.key);
    }
    return report;
}

Result<LoadReport> loadStateDict(torch::nn::Module& module, const StateDict& state,
                                 const std::string& headKey)
{
    TensorSource source;
    for (const auto& [key, tensor] : state.tensors)
        source.tensors.push_back({key, tensor.sizes().vec()});
    source.read = [&state](std::size_t index) -> Result<torch::Tensor> {
        return state.tensors[index].second;
    };
    return loadTensors(module, source, headKey);
}

} // namespace nakama
