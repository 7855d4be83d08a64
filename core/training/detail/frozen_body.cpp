#include "core/training/detail/frozen_body.h"

#include "core/base/hash.h"
#include "core/inference/detail/picture_features.h"
#include "core/training/batch_feed.h"
#include "core/training/detail/compute_on.h"
#include "core/training/epoch_feed.h"
#include "core/training/feature_feed.h"
#include "core/training/view_schedule.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::size_t keyDigits = 16;

/** Nobody waits for a single view, and the more at once, the less a forward takes beside its products. */
constexpr int viewBlock = 8;

std::string hashOfViews(const TrainingConfig& config)
{
    nlohmann::json key{{"augment", config.augment}, {"seed", config.seed}};
    if (config.compute.precision != Precision::Fp32)
        key["precision"] = nlohmann::json(config.compute).at("precision");
    return sha256(key.dump()).substr(0, keyDigits);
}

enum class Features { There, Missing };

std::vector<int> positionsWhere(const PictureSource& source, const FeatureFile& file, Features wanted)
{
    const auto& pictures = source.pictures();
    std::vector<int> positions;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        if (file.has(pictures[i].sha256) == (wanted == Features::There))
            positions.push_back(static_cast<int>(i));
    return positions;
}

} // namespace

FrozenBody::FrozenBody(std::shared_ptr<Backbone> model, const std::string& headKey,
                       const TrainingConfig& config, torch::Device device,
                       const std::filesystem::path& folder)
    : m_model(std::move(model)), m_config(config), m_device(device),
      m_plain(bodyFolder(folder, config.model, *m_model, headKey, config.preprocessing)),
      m_augmented(m_plain / hashOfViews(config)),
      m_freeBytes(static_cast<std::size_t>(config.pictureMemoryMb) << 20)
{
}

Result<std::unique_ptr<Feed>> FrozenBody::epochFeed(PictureSource& pictures, int epoch, std::size_t first,
                                                    JobContext& context)
{
    const int number = viewOfEpoch(epoch, m_config.views);
    const View view{m_augmented / fmt::format("view-{}.features", number), FeaturePrecision::Half,
                    tileMaker(pictures, m_config, number)};
    double waited = 0;
    NAKAMA_TRY(auto features, featuresOf(pictures, view, nullptr, waited, context));
    return std::make_unique<FeatureFeed>(pictures.pictures(), epochPlan(pictures, m_config, epoch), first,
                                         std::move(features), waited);
}

Result<EvaluationAnswer> FrozenBody::predict(PictureSource& pictures, JobContext& context)
{
    const View view{m_plain / "plain.features", FeaturePrecision::Single,
                    evaluationTileMaker(m_config.preprocessing)};
    Predictor predictor(m_model, m_config.preprocessing, m_device, {.deviceBlock = m_config.batchSize});
    double waited = 0;
    NAKAMA_TRY(const auto features, featuresOf(pictures, view, &predictor, waited, context));

    const auto readable = positionsWhere(pictures, *features, Features::There);
    std::vector<std::vector<float>> logits;
    for (const auto& block : cut(readable, predictor.block())) {
        std::vector<float> rows(block.size() * features->dimensions());
        for (std::size_t i = 0; i < block.size(); ++i)
            features->read(pictures.pictures()[static_cast<std::size_t>(block[i])].sha256,
                           rows.data() + i * features->dimensions());
        std::ranges::move(predictor.logitsOfFeatures(rows, block.size()), std::back_inserter(logits));
    }
    return answerFor(pictures, m_config.classes, readable, std::move(logits));
}

/** predictor: one that is there already; else one is made where something is missing. */
Result<FrozenBody::SharedFile> FrozenBody::featuresOf(PictureSource& pictures, const View& view,
                                                      Predictor* predictor, double& waitedSeconds,
                                                      JobContext& context)
{
    // What is kept is complete: a picture that could not be read is not tried again.
    if (const auto kept = m_kept.find(view.file); kept != m_kept.end())
        return kept->second;
    NAKAMA_TRY(auto file, FeatureFile::open(view.file, view.precision));
    NAKAMA_CHECK(complete(file, pictures, view, predictor, waitedSeconds, context));
    const auto bytes = file.bytes();
    auto shared = std::make_shared<const FeatureFile>(std::move(file));
    if (bytes <= m_freeBytes) {
        m_freeBytes -= bytes;
        m_kept.emplace(view.file, shared);
    }
    return shared;
}

/** Adds what is missing, as far as the pictures can be read. */
Result<void> FrozenBody::complete(FeatureFile& file, PictureSource& pictures, const View& view,
                                  Predictor* predictor, double& waitedSeconds, JobContext& context)
{
    const auto missing = positionsWhere(pictures, file, Features::Missing);
    if (missing.empty())
        return {};

    std::optional<Predictor> made;
    if (!predictor)
        predictor = &made.emplace(
            m_model, m_config.preprocessing, m_device,
            ForwardParams{m_config.batchSize, viewBlock, scalarTypeOf(m_config.compute.precision)});
    BatchFeed feed(pictures, cut(missing, predictor->block()), m_config.preprocessing.crop, view.tile,
                   m_config.loaderThreads);
    const auto total = static_cast<std::int64_t>(missing.size());
    std::int64_t done = 0;
    while (true) {
        context.progress(done, total, "computing features");
        NAKAMA_TRY(const Batch* batch, feed.next(context));
        if (!batch)
            break;
        const auto features = predictor->features(batch->inputs);
        std::vector<std::string> names;
        for (const int position : batch->positions)
            names.push_back(pictures.pictures()[static_cast<std::size_t>(position)].sha256);
        file.append(names, features);
        done += predictor->block();
    }
    waitedSeconds = feed.waitedSeconds();
    return {};
}

} // namespace nakama
