#include "tests/unit/workflow/fake_engine.h"

#include "core/base/atomic_file.h"

#include <algorithm>
#include <functional>

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

    Result<std::vector<float>> features(const cv::Mat& rgb) override { return logits(rgb); }
    /** The upper left quarter, for whatever class. */
    Result<Explanation> explain(const cv::Mat& rgb, int) override
    {
        Explanation explanation{"fake", cv::Mat::zeros(8, 8, CV_32F), {0, 0, 1, 1}, {}};
        explanation.map(cv::Rect(0, 0, 4, 4)) = 1;
        NAKAMA_TRY(explanation.logits, logits(rgb));
        return explanation;
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

Result<RateSearch> FakeEngine::findRate(const TrainingConfig& config, const TrainingData&, JobContext&)
{
    rateSearchBatch = config.batchSize;
    return RateSearch{{{0.001, 2}, {0.01, 1}, {0.1, 0.9}}, 0.01};
}

Result<TrainingEstimate> FakeEngine::estimateTraining(const TrainingConfig& config, JobContext&)
{
    constexpr std::uint64_t megabyte = 1'000'000;
    TrainingEstimate estimate;
    estimate.batchSize = config.batchSize > 0 ? config.batchSize : 24;
    estimate.trainingBytes = 100 * megabyte * static_cast<std::uint64_t>(estimate.batchSize);
    estimate.evaluationBytes = estimate.trainingBytes / 2;
    estimate.availableBytes = 8000 * megabyte;
    estimate.largestBatch = 72;
    estimate.trainingSeconds = 0.5;
    estimate.evaluationSeconds = 0.1;
    return estimate;
}

Result<EvaluationAnswer> FakeEngine::evaluate(const EvaluationRequest& request, JobContext&)
{
    EvaluationAnswer answer;
    answer.table.classes = {"Round", "Ball"};
    for (const auto& picture : request.pictures) {
        const auto right = static_cast<std::size_t>(std::max(picture.label, 0));
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

Result<FeatureTable> FakeEngine::features(const FeatureRequest& request, JobContext&)
{
    FeatureTable table;
    for (std::size_t i = 0; i < request.pictures.size(); ++i) {
        cv::Mat row = cv::Mat::zeros(1, 2, CV_32F);
        if (request.pictures[i].label >= 0)
            row.at<float>(request.pictures[i].label % 2) = 1;
        table.positions.push_back(static_cast<int>(i));
        table.rows.push_back(row);
    }
    return table;
}

Result<std::vector<std::vector<Neighbour>>> FakeEngine::nearest(const cv::Mat& rows, const cv::Mat& queries,
                                                                int count, JobContext&)
{
    std::vector<std::vector<Neighbour>> answers;
    for (int query = 0; query < queries.rows; ++query) {
        std::vector<Neighbour> near;
        for (int row = 0; row < rows.rows; ++row)
            near.push_back({row, static_cast<float>(rows.row(row).dot(queries.row(query)))});
        std::ranges::stable_sort(near, std::greater{}, &Neighbour::cosine);
        near.resize(std::min(near.size(), static_cast<std::size_t>(count)));
        answers.push_back(std::move(near));
    }
    return answers;
}

Result<std::vector<cv::Point2f>> FakeEngine::project(const cv::Mat& rows, const ProjectionParams&,
                                                     JobContext&)
{
    std::vector<cv::Point2f> points;
    for (int row = 0; row < rows.rows; ++row)
        points.emplace_back(rows.at<float>(row, 0), rows.at<float>(row, 1));
    return points;
}

} // namespace nakama::test
