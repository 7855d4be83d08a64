#include "core/training/run_position.h"

#include <nlohmann/json.hpp>

namespace nakama
{

void to_json(nlohmann::json& json, const RunPosition& position)
{
    json = {
        {"epoch", position.epoch},
        {"batch", position.batch},
        {"weighted_loss", position.loss.weighted},
        {"loss_weights", position.loss.weights},
        {"pictures", position.pictures},
        {"seconds", position.seconds},
        {"waited_seconds", position.waitedSeconds},
    };
}

void from_json(const nlohmann::json& json, RunPosition& position)
{
    json.at("epoch").get_to(position.epoch);
    json.at("batch").get_to(position.batch);
    json.at("weighted_loss").get_to(position.loss.weighted);
    json.at("loss_weights").get_to(position.loss.weights);
    json.at("pictures").get_to(position.pictures);
    json.at("seconds").get_to(position.seconds);
    json.at("waited_seconds").get_to(position.waitedSeconds);
}

} // namespace nakama
