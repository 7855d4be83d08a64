#include "core/inference/detail/picture_features.h"

#include "core/base/hash.h"
#include "core/inference/detail/device.h"
#include "core/inference/detail/predict.h"
#include "core/models/model_spec.h"
#include "core/training/feature_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace nakama
{

namespace
{

constexpr std::size_t keyDigits = 16;

/** Adds the pictures at these positions to the file, as far as they can be read. */
Result<void> compute(FeatureFile& file, PictureSource& source, const std::vector<int>& positions,
                     Predictor& predictor, const Preprocessing& preprocessing, int loaderThreads,
                     JobContext& context)
{
    BatchFeed feed(source, cut(positions, predictor.block()), preprocessing.crop,
                   evaluationTileMaker(preprocessing), loaderThreads);
    const auto total = static_cast<std::int64_t>(positions.size());
    std::int64_t done = 0;
    while (true) {
        context.progress(std::min(done, total), total, "computing features");
        NAKAMA_TRY(const Batch* batch, feed.next(context));
        if (!batch)
            return {};
        std::vector<std::string> names;
        for (const int position : batch->positions)
            names.push_back(source.pictures()[static_cast<std::size_t>(position)].sha256);
        file.append(names, predictor.pooledFeatures(batch->inputs));
        done += predictor.block();
    }
}

} // namespace

std::string hashOfBody(const Backbone& model, const std::string& headKey)
{
    Hasher hasher;
    for (const auto& [name, tensor] : stateDictOf(model).tensors) {
        if (name.starts_with(headKey + "."))
            continue;
        const auto plain = tensor.detach().to(torch::kCPU).contiguous();
        hasher.update(std::as_bytes(std::span(name)));
        hasher.update({static_cast<const std::byte*>(plain.data_ptr()), plain.nbytes()});
    }
    return hasher.hexDigest().substr(0, keyDigits);
}

std::filesystem::path bodyFolder(const std::filesystem::path& root, const std::string& modelName,
                                 const Backbone& model, const std::string& headKey,
                                 const Preprocessing& preprocessing)
{
    return root / fmt::format("{}-{}-{}", modelName, hashOfBody(model, headKey), preprocessing.hash());
}

Result<FeatureTable> featuresOf(const Checkpoint& checkpoint, const FeatureRequest& request,
                                JobContext& context)
{
    const auto& info = checkpoint.info;
    NAKAMA_TRY(const auto spec, findModelSpec(info.model));
    NAKAMA_TRY(const auto device, chooseDevice(request.device));
    NAKAMA_TRY(auto model, modelFrom(checkpoint));
    const auto folder =
        bodyFolder(request.featureFolder, info.model, *model, spec.headKey, info.preprocessing);
    NAKAMA_TRY(auto file, FeatureFile::open(folder / "pooled.features", FeaturePrecision::Single));

    PictureSource source(request.pictures, info.preprocessing.resize, request.preparedFolder, 0);
    std::vector<int> missing;
    std::set<std::string> seen; // a content that is twice in the list is computed once
    for (std::size_t i = 0; i < request.pictures.size(); ++i)
        if (!file.has(request.pictures[i].sha256) && seen.insert(request.pictures[i].sha256).second)
            missing.push_back(static_cast<int>(i));
    if (!missing.empty()) {
        Predictor predictor(std::move(model), info.preprocessing, device.device,
                            {.deviceBlock = request.batchSize});
        NAKAMA_CHECK(
            compute(file, source, missing, predictor, info.preprocessing, request.loaderThreads, context));
    }

    FeatureTable table;
    table.skipped = source.skipped();
    for (std::size_t i = 0; i < request.pictures.size(); ++i)
        if (file.has(request.pictures[i].sha256))
            table.positions.push_back(static_cast<int>(i));
    if (table.positions.empty())
        return fail(nothingReadable("given", table.skipped));
    table.rows.create(static_cast<int>(table.positions.size()), static_cast<int>(file.dimensions()), CV_32F);
    for (int row = 0; row < table.rows.rows; ++row) {
        const auto position = static_cast<std::size_t>(table.positions[static_cast<std::size_t>(row)]);
        file.read(request.pictures[position].sha256, table.rows.ptr<float>(row));
    }
    return table;
}

} // namespace nakama
