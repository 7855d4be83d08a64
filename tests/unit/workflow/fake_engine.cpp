#include "tests/unit/workflow/fake_engine.h"

#include "core/base/atomic_file.h"

namespace nakama::test
{

namespace
{

class RedClassifier : public Classifier
{
public:
    RedClassifier() { m_info.classes = {"Red", "Other"}; }
    const CheckpointInfo& info() const override { return m_info; }
    /** Says how red the first pixel is. */
    Result<std::vector<float>> logits(const cv::Mat& rgb) override
    {
        const auto pixel = rgb.at<cv::Vec3b>(rgb.rows / 2, rgb.cols / 2);
        return std::vector<float>{static_cast<float>(pixel[0]) - static_cast<float>(pixel[2]), 0.0f};
    }

private:
    CheckpointInfo m_info;
};

} // namespace

EpochRecord epochWith(int number, double macro)
{
    EpochRecord record;
    record.epoch = number;
    record.val.macro = macro;
    return record;
}

std::vector<DeviceInfo> FakeEngine::devices() const
{
    return {{"cpu", "test", 0}};
}

std::vector<ModelInfo> FakeEngine::models() const
{
    ModelInfo model;
    model.id = "resnet18";
    model.minimumInput = 32;
    return {model};
}

Result<TrainingResult> FakeEngine::train(const TrainingConfig& config, const TrainingData& data,
                                         const TrainingObserver& observer, JobContext& context)
{
    if (onTrain)
        return onTrain(config, data, observer, context);
    TrainingResult result;
    for (const auto& epoch : {epochWith(1, 0.5), epochWith(2, 0.25)}) {
        observer.epoch(epoch);
        result.epochs.push_back(epoch);
    }
    result.bestEpoch = 1;
    result.bestCheckpoint = data.runFolder / "checkpoints" / "best.safetensors";
    std::filesystem::create_directories(result.bestCheckpoint.parent_path());
    NAKAMA_CHECK(writeFileAtomically(result.bestCheckpoint, "weights"));
    return result;
}

Result<EvaluationAnswer> FakeEngine::evaluate(const EvaluationRequest& request, JobContext&)
{
    EvaluationAnswer answer;
    answer.table.classes = {"Round", "Ball"};
    for (const auto& picture : request.pictures) {
        const auto right = static_cast<std::size_t>(picture.label);
        std::vector<float> logits(2, 0.0f);
        logits[answer.table.rows.empty() ? 1 - right : right] = 3.0f;
        answer.table.rows.push_back({picture.sha256, picture.name, picture.label, logits});
    }
    return answer;
}

Result<std::unique_ptr<Classifier>> FakeEngine::loadClassifier(const std::filesystem::path&,
                                                               const std::string&)
{
    return std::make_unique<RedClassifier>();
}

Result<ForwardAnswer> FakeEngine::forward(const ForwardRequest&)
{
    return fail(ErrorCode::Unsupported, "this engine has no networks");
}

} // namespace nakama::test
