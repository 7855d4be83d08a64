#include "core/training/training.h"

#include <nlohmann/json.hpp>

namespace nakama
{

NLOHMANN_JSON_SERIALIZE_ENUM(FreezeMode, {{FreezeMode::None, "none"}, {FreezeMode::Body, "body"}})

void to_json(nlohmann::json& json, const TrainingConfig& config)
{
    json = {
        {"model", config.model},
        {"classes", config.classes},
        {"preprocessing", config.preprocessing},
        {"augment", config.augment},
        {"weights", config.weights.string()},
        {"freeze", config.freeze},
        {"views", config.views},
        {"epochs", config.epochs},
        {"batch_size", config.batchSize},
        {"learning", config.learning},
        {"compute", config.compute},
        {"device", config.device},
        {"loader_threads", config.loaderThreads},
        {"picture_memory_mb", config.pictureMemoryMb},
        {"checkpoint_minutes", config.checkpointMinutes},
        {"seed", config.seed},
    };
}

void from_json(const nlohmann::json& json, TrainingConfig& config)
{
    json.at("model").get_to(config.model);
    json.at("classes").get_to(config.classes);
    json.at("preprocessing").get_to(config.preprocessing);
    json.at("augment").get_to(config.augment);
    config.weights = json.at("weights").get<std::string>();
    json.at("freeze").get_to(config.freeze);
    json.at("epochs").get_to(config.epochs);
    json.at("batch_size").get_to(config.batchSize);
    if (json.contains("learning")) {
        json["learning"].get_to(config.learning);
    } else { // a run of version 0.1
        json.at("learning_rate").get_to(config.learning.rate);
        config.learning.schedule =
            json.at("cosine_schedule").get<bool>() ? ScheduleKind::Cosine : ScheduleKind::Constant;
        json.at("class_weights").get_to(config.learning.classWeights);
    }
    json.at("device").get_to(config.device);
    json.at("loader_threads").get_to(config.loaderThreads);
    // Newer than some runs.
    config.views = json.value("views", 0);
    config.compute = json.value("compute", config.compute);
    config.pictureMemoryMb = json.value("picture_memory_mb", config.pictureMemoryMb);
    config.checkpointMinutes = json.value("checkpoint_minutes", config.checkpointMinutes);
    json.at("seed").get_to(config.seed);
}

} // namespace nakama
