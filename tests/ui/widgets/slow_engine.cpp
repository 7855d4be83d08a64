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
    /** 50 batches an epoch, one every tenth of a millisecond. */
    Result<TrainingResult> train(const TrainingConfig& config, const TrainingData& data,
                                 const TrainingObserver& observer, JobContext& context) override
    {
        constexpr int batches = 50;
        if (observer.weights)
            observer.weights({});
        for (int epoch = 1; epoch <= config.epochs; ++epoch) {
            for (int batch = 1; batch <= batches; ++batch) {
                NAKAMA_CHECK(context.checkpoint());
                std::this_thread::sleep_for(std::chrono::microseconds(100));
                StepRecord step;
                step.epoch = epoch;
                step.step = batch;
                step.steps = batches;
                if (observer.step)
                    observer.step(step);
            }
            if (observer.epoch)
                observer.epoch(test::epochWith(epoch, 0.5));
        }
        TrainingObserver quiet;
        quiet.epoch = [](const EpochRecord&) {};
        return FakeEngine::train(config, data, quiet, context);
    }

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
