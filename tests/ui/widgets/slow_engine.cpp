// An engine for the window's tests: no LibTorch, and slow enough to be stopped.
#include "core/engine/engine_loader.h"
#include "tests/unit/workflow/fake_engine.h"

#include <chrono>
#include <thread>

namespace nakama
{

namespace
{

class SlowEngine : public test::FakeEngine
{
public:
    Result<EvaluationAnswer> evaluate(const EvaluationRequest& request, JobContext& context) override
    {
        constexpr int steps = 40;
        for (int step = 0; step < steps; ++step) {
            context.progress(step, steps, "evaluating");
            NAKAMA_CHECK(context.checkpoint());
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        return FakeEngine::evaluate(request, context);
    }
};

} // namespace

} // namespace nakama

extern "C" __attribute__((visibility("default"))) nakama::Engine* nakamaMakeEngine(int)
{
    return new nakama::SlowEngine;
}
