// An engine for the Label page's tests: of picture "i.png" it says class i modulo the number of classes, the
// surer the larger i is.
#include "core/engine/engine_loader.h"
#include "tests/unit/workflow/fake_engine.h"

#include <string>

namespace nakama
{

namespace
{

class DoubtingEngine : public test::FakeEngine
{
public:
    Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext&) override
    {
        EvaluationAnswer answer;
        answer.table.classes = {"Nami", "Zoro"};
        for (const auto& picture : request.pictures) {
            const int number = std::stoi(picture.name);
            std::vector<float> logits(2, 0.0f);
            logits[static_cast<std::size_t>(number % 2)] = 0.5f * static_cast<float>(number + 1);
            answer.table.rows.push_back({picture.sha256, picture.name, picture.label, std::move(logits)});
        }
        return answer;
    }
};

} // namespace

} // namespace nakama

extern "C" __attribute__((visibility("default"))) nakama::Engine* nakamaMakeEngine(int)
{
    return new nakama::DoubtingEngine;
}
