#include "core/evaluation/metrics.h"

#include <nlohmann/json.hpp>

namespace nakama
{

void to_json(nlohmann::json& json, const Metrics& metrics)
{
    auto classes = nlohmann::json::array(); // per_class is an object and so without order
    auto perClass = nlohmann::json::object();
    for (const auto& one : metrics.perClass) {
        classes.push_back(one.name);
        perClass[one.name] = {{"precision", one.precision},
                              {"recall", one.recall},
                              {"f1", one.f1},
                              {"support", one.support},
                              {"average_precision", one.averagePrecision}};
    }
    auto intervals = nlohmann::json::object();
    for (const auto& [name, interval] : metrics.intervals)
        intervals[name] = {interval.low, interval.high};
    json = {{"n", metrics.n},
            {"loss", metrics.loss},
            {"micro", metrics.f1.micro},
            {"macro", metrics.f1.macro},
            {"weighted", metrics.f1.weighted},
            {"top3", metrics.top3},
            {"intervals", intervals},
            {"classes", classes},
            {"per_class", perClass},
            {"average_precision", metrics.averagePrecision},
            {"groups", metrics.groups},
            {"leak", metrics.leakState()},
            {"confusion", metrics.confusion}};
    if (metrics.leakedGroups)
        json["leaked_groups"] = *metrics.leakedGroups;
    if (metrics.calibration)
        json["calibration"] = {{"temperature", metrics.calibration->temperature},
                               {"ece_before", metrics.calibration->eceBefore},
                               {"ece", metrics.calibration->eceAfter}};
}

void from_json(const nlohmann::json& json, Metrics& metrics)
{
    Metrics read;
    json.at("n").get_to(read.n);
    json.at("loss").get_to(read.loss);
    json.at("micro").get_to(read.f1.micro);
    json.at("macro").get_to(read.f1.macro);
    json.at("weighted").get_to(read.f1.weighted);
    json.at("top3").get_to(read.top3);
    json.at("confusion").get_to(read.confusion);
    for (const auto& [name, bounds] : json.at("intervals").items())
        read.intervals[name] = {bounds.at(0).get<double>(), bounds.at(1).get<double>()};
    for (const auto& name : json.at("classes")) {
        const auto& one = json.at("per_class").at(name.get<std::string>());
        read.perClass.push_back({name.get<std::string>(), one.at("precision").get<double>(),
                                 one.at("recall").get<double>(), one.at("f1").get<double>(),
                                 one.at("support").get<std::int64_t>(), one.value("average_precision", 0.0)});
    }
    // Newer than some stored evaluations.
    read.averagePrecision = json.value("average_precision", 0.0);
    read.groups = json.value("groups", std::int64_t{0});
    if (json.contains("leaked_groups"))
        read.leakedGroups = json["leaked_groups"].get<std::int64_t>();
    if (json.contains("calibration")) {
        const auto& calibration = json["calibration"];
        read.calibration = {calibration.at("temperature").get<double>(),
                            calibration.at("ece_before").get<double>(), calibration.at("ece").get<double>()};
    }
    metrics = std::move(read);
}

} // namespace nakama
