#include "core/models/inspect.h"

#include "core/models/files/open_weights.h"

namespace nakama
{

Result<WeightInspection> inspectWeights(const std::filesystem::path& path)
{
    NAKAMA_TRY(auto file, openWeights(path));
    WeightInspection inspection{.kind = std::move(file.kind),
                                .tensors = listTensors(file),
                                .identified = {},
                                .metadata = std::move(file.metadata),
                                .notes = std::move(file.notes)};
    inspection.identified = identifyModel(inspection.tensors);
    return inspection;
}

} // namespace nakama
