#include "tests/unit/evaluation/golden_cases.h"

#include "core/base/atomic_file.h"

#include <string>

namespace nakama::test
{

std::vector<GoldenCase> goldenCases()
{
    const auto text = readTextFile(std::filesystem::path(NAKAMA_GOLDEN_EVALUATION) / "metrics.json").value();
    std::vector<GoldenCase> cases;
    for (const auto& stored : nlohmann::json::parse(text)) {
        GoldenCase one;
        one.name = stored.at("name").get<std::string>();
        one.table.classes = stored.at("classes").get<std::vector<std::string>>();
        for (std::size_t i = 0; i < stored.at("labels").size(); ++i)
            one.table.rows.push_back({"id" + std::to_string(i), "file" + std::to_string(i),
                                      stored.at("labels")[i].get<int>(),
                                      stored.at("logits")[i].get<std::vector<float>>()});
        one.expected = stored.at("expected");
        cases.push_back(std::move(one));
    }
    return cases;
}

} // namespace nakama::test
