#include "core/models/detail/load_weights.h"

#include "core/models/detail/relative_positions.h"
#include "core/models/detail/tensor_source.h"
#include "core/models/detail/tensors.h"
#include "core/models/files/open_weights.h"

#include <fmt/format.h>

#include <cmath>

namespace nakama
{

namespace
{

constexpr std::string_view tableSuffix = ".relative_position_bias_table";

/** BEiTs of two input sizes differ in tables that can be interpolated, so the size is left out. */
std::string_view withoutInputSize(std::string_view model)
{
    return model.starts_with("beit_") ? model.substr(0, model.rfind('_')) : model;
}

Result<void> checkIdentity(const WeightFile& file, const ModelSpec& spec, const std::string& name)
{
    const auto identified = identifyModel(listTensors(file));
    if (!identified || withoutInputSize(identified->model) == withoutInputSize(spec.id))
        return {};
    return fail(ErrorCode::Unsupported,
                fmt::format("this is {}, not {}; choose {}", identified->text, spec.title,
                            identified->model.empty() ? "another file"
                                                      : fmt::format("the model \"{}\"", identified->model)),
                name);
}

/** Side of the patch grid that a table of (2g−1)²+3 rows is for. */
BeitGrid gridOfTable(std::int64_t rows)
{
    const auto side = (std::llround(std::sqrt(static_cast<double>(rows - 3))) + 1) / 2;
    return {side, side};
}

bool isTableOfAnotherSize(const TensorEntry& entry, const torch::Tensor* target)
{
    if (!target || !entry.name.ends_with(tableSuffix) || entry.shape.size() != 2 ||
        entry.shape[0] == target->size(0) || entry.shape[1] != target->size(1))
        return false;
    const auto grid = gridOfTable(std::max<std::int64_t>(entry.shape[0], 4));
    return entry.shape[0] == (2 * grid.rows - 1) * (2 * grid.rows - 1) + 3;
}

} // namespace

Result<LoadReport> loadWeights(Backbone& model, const ModelSpec& spec, const std::filesystem::path& path)
{
    NAKAMA_TRY(const auto file, openWeights(path));
    NAKAMA_CHECK(checkIdentity(file, spec, path.string()));

    const auto own = stateDictOf(model);
    auto notes = file.notes;
    TensorSource source;
    for (const auto& entry : file.tensors) {
        const auto* target = own.find(entry.name);
        const bool interpolate = isTableOfAnotherSize(entry, target);
        if (interpolate && notes.size() == file.notes.size())
            notes.push_back(
                fmt::format("the relative position tables were interpolated from {0} × {0} to {1} × {1} "
                            "patches",
                            gridOfTable(entry.shape[0]).rows, gridOfTable(target->size(0)).rows));
        source.tensors.push_back({entry.name, interpolate ? target->sizes().vec() : entry.shape});
    }
    source.read = [&](std::size_t index) -> Result<torch::Tensor> {
        const auto& entry = file.tensors[index];
        NAKAMA_TRY(auto tensor, toTensor(file, entry, path.string()));
        const auto rows = source.tensors[index].shape;
        if (rows == entry.shape)
            return tensor;
        return interpolateRelativePositions(tensor.to(torch::kFloat32), gridOfTable(entry.shape[0]),
                                            gridOfTable(rows[0]));
    };

    auto report = loadTensors(model, source, spec.headKey);
    if (!report)
        return fail(report.error().code, report.error().message, path.string());
    report->notes = std::move(notes);
    return report;
}

} // namespace nakama
