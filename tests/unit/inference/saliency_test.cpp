#include "core/imaging/preprocessing.h"
#include "core/inference/detail/device.h"
#include "core/inference/detail/saliency.h"
#include "core/models/detail/beit.h"
#include "core/models/detail/inference_form.h"
#include "core/models/detail/load_weights.h"
#include "core/models/model_spec.h"
#include "tests/support/shared_data.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <iostream>

namespace nakama
{

namespace
{

/** Pictures as a model takes them, and their classes. */
struct Material
{
    torch::Tensor inputs;
    torch::Tensor labels;
};

Material materialOf(const std::vector<LabelledPicture>& pictures, const Preprocessing& preprocessing)
{
    const auto count = static_cast<std::int64_t>(pictures.size());
    Material material{torch::empty({count, 3, preprocessing.crop, preprocessing.crop}),
                      torch::empty({count}, torch::kInt64)};
    for (std::int64_t i = 0; i < count; ++i) {
        const auto& picture = pictures[static_cast<std::size_t>(i)];
        const auto shrunk = decodeShrunkFile(picture.file, preprocessing.resize).value();
        normaliseInto(evaluationCrop(shrunk, preprocessing), preprocessing,
                      material.inputs[i].data_ptr<float>());
        material.labels[i] = picture.label;
    }
    return material;
}

void train(Backbone& model, const Material& material, const std::vector<torch::Tensor>& parameters, int steps,
           double rate)
{
    torch::manual_seed(1);
    torch::optim::Adam optimiser(parameters, torch::optim::AdamOptions(rate));
    for (int step = 0; step < steps; ++step) {
        const auto batch = torch::randperm(material.inputs.size(0)).slice(0, 0, 16);
        const auto loss = torch::cross_entropy_loss(model.forward(material.inputs.index_select(0, batch)),
                                                    material.labels.index_select(0, batch));
        optimiser.zero_grad();
        loss.backward();
        optimiser.step();
    }
}

double probability(Backbone& model, const torch::Tensor& input, int classIndex)
{
    const torch::NoGradGuard guard;
    return model.forward(input).softmax(1)[0][classIndex].item<double>();
}

/** Ranks of all values; equal ones share their mean rank. */
torch::Tensor ranks(const cv::Mat& map)
{
    const auto values = torch::from_blob(map.data, {static_cast<std::int64_t>(map.total())});
    const auto sorted = std::get<0>(values.sort());
    return (torch::searchsorted(sorted, values, false, false) +
            torch::searchsorted(sorted, values, false, true))
        .to(torch::kFloat64);
}

double rankCorrelation(const cv::Mat& a, const cv::Mat& b)
{
    const auto x = ranks(a) - ranks(a).mean();
    const auto y = ranks(b) - ranks(b).mean();
    return ((x * y).sum() / ((x * x).sum() * (y * y).sum()).sqrt().clamp_min(1e-9)).item<double>();
}

/** 1 on the fifth of the pixels where the map is highest. */
torch::Tensor highestFifth(const cv::Mat& map)
{
    const auto values = torch::from_blob(map.data, {map.rows, map.cols});
    auto mask = torch::zeros({map.rows * map.cols});
    mask.index_fill_(0, std::get<1>(values.flatten().topk(values.numel() / 5)), 1);
    return mask.view({map.rows, map.cols});
}

struct Drops
{
    double highest = 0;
    double elsewhere = 0;
    double likeRandomModel = 0; ///< rank correlation
};

/** What masking does to the probability of the true class, on average; the same mask moved about is the
 * chance that the map is compared with. */
Drops dropsOf(const std::shared_ptr<Backbone>& model, const std::shared_ptr<Backbone>& randomModel,
              const Material& material)
{
    Drops drops;
    torch::manual_seed(2);
    const InferenceForm form(model);
    const InferenceForm randomForm(randomModel);
    const auto count = material.inputs.size(0);
    for (std::int64_t i = 0; i < count; ++i) {
        const auto input = material.inputs.narrow(0, i, 1);
        const auto truth = static_cast<int>(material.labels[i].item<std::int64_t>());
        const auto map = explainClass(form.model(), input, truth).map;
        const auto mask = highestFifth(map);
        const auto moved = mask.roll({torch::randint(mask.size(0), {1}).item<std::int64_t>(),
                                      torch::randint(mask.size(1), {1}).item<std::int64_t>()},
                                     {0, 1});
        const auto before = probability(form.model(), input, truth);
        drops.highest += before - probability(form.model(), input * (1 - mask), truth);
        drops.elsewhere += before - probability(form.model(), input * (1 - moved), truth);
        drops.likeRandomModel += rankCorrelation(map, explainClass(randomForm.model(), input, truth).map);
    }
    drops.highest /= static_cast<double>(count);
    drops.elsewhere /= static_cast<double>(count);
    drops.likeRandomModel /= static_cast<double>(count);
    return drops;
}

void expectSound(const Drops& drops)
{
    EXPECT_GT(drops.highest, 0);
    EXPECT_GT(drops.highest, 1.3 * drops.elsewhere) << "masking the map's top against masking anywhere";
    std::cout << "probability falls by " << drops.highest << " (top fifth), " << drops.elsewhere
              << " (elsewhere); rank correlation with a random model " << drops.likeRandomModel << '\n';
}

class SaliencyTest : public testing::Test
{
protected:
    SaliencyTest()
    {
        useAllCores();
        m_preprocessing = m_preprocessing.scaledTo(64);
        m_train = materialOf(test::paintShapes(m_folder / "train", 30, 1), m_preprocessing);
        m_test = materialOf(test::paintShapes(m_folder / "test", 8, 2), m_preprocessing);
    }

    test::TemporaryFolder m_folder;
    Preprocessing m_preprocessing;
    Material m_train;
    Material m_test;
};

} // namespace

TEST_F(SaliencyTest, OfAConvolutionalNetIsOnWhatItLearnt)
{
    const auto model = makeBackbone("resnet18", 3, 1).value();
    train(*model, m_train, model->parameters(), 30, 1e-3);
    model->eval();
    const auto randomModel = makeBackbone("resnet18", 3, 2).value();
    randomModel->eval();
    EXPECT_EQ(explainClass(*model, m_test.inputs.narrow(0, 0, 1), 0).method, "LayerCAM");
    // A random net's early maps are on the shape too, the only thing in these pictures: no matter for ranks.
    expectSound(dropsOf(model, randomModel, m_test));
}

TEST_F(SaliencyTest, OfATransformerIsOnWhatItLearntAndOfTheClass)
{
    const BeitParams small{.width = 64, .layers = 3, .heads = 4, .grid = 4, .layerScale = 1};
    const auto model = makeBeit(small, 3, 1);
    train(*model, m_train, model->parameters(), 250, 1e-3);
    model->eval();
    const auto randomModel = makeBeit(small, 3, 2);
    randomModel->eval();
    const auto input = m_test.inputs.narrow(0, 0, 1);
    EXPECT_EQ(explainClass(*model, input, 0).method, "attention rollout");
    EXPECT_GT(cv::norm(explainClass(*model, input, 0).map, explainClass(*model, input, 1).map, cv::NORM_INF),
              0.01);
    const auto drops = dropsOf(model, randomModel, m_test);
    expectSound(drops);
    EXPECT_LT(drops.likeRandomModel, 0.5) << "the map must come from what the model has learnt";
}

TEST_F(SaliencyTest, OfPublishedWeightsWithATrainedHeadIsOnTheCreature)
{
    const auto shared = test::sharedFolder();
    const auto weights = shared.value_or("") / "data" / "weights" / "squeezenet1_1_imagenet_from_ncnn.pth";
    if (!std::filesystem::exists(weights))
        GTEST_SKIP() << "the published weights are not here";
    std::vector<LabelledPicture> pictures;
    int label = 0;
    for (const auto& folder : std::filesystem::directory_iterator(*shared / "data/images/creatures18")) {
        if (!folder.is_directory() || label == 6)
            continue;
        std::vector<std::filesystem::path> files;
        for (const auto& file : std::filesystem::directory_iterator(folder))
            files.push_back(file.path());
        std::ranges::sort(files);
        for (std::size_t i = 0; i < 12; ++i)
            pictures.push_back({files[i], "", files[i].filename().string(), label});
        ++label;
    }
    const auto spec = findModelSpec("squeezenet1_1").value();
    const auto material = materialOf(pictures, spec.preprocessing);
    const auto model = makeBackbone(spec.id, label, 1).value();
    ASSERT_TRUE(loadWeights(*model, spec, weights));
    model->eval(); // without dropout a few steps are enough
    std::vector<torch::Tensor> head;
    for (const auto& parameter : model->named_parameters())
        if (parameter.key().starts_with(spec.headKey + "."))
            head.push_back(parameter.value());
        else
            parameter.value().requires_grad_(false);
    train(*model, material, head, 40, 2e-3);
    const auto randomModel = makeBackbone(spec.id, label, 2).value();
    randomModel->eval();
    EXPECT_EQ(explainClass(*model, material.inputs.narrow(0, 0, 1), 0).method, "Grad-CAM");
    const auto drops = dropsOf(model, randomModel, material);
    expectSound(drops);
    EXPECT_LT(drops.likeRandomModel, 0.5) << "the map must come from what the model has learnt";
}

TEST_F(SaliencyTest, LeavesTheModelAndTheAnswerAsTheyWere)
{
    const auto model = makeBackbone("resnet18", 3, 1).value();
    model->eval();
    const auto input = m_test.inputs.narrow(0, 0, 1);
    const auto before = probability(*model, input, 1);
    const auto explanation = explainClass(*model, input, 1);
    EXPECT_EQ(explanation.map.size(), cv::Size(64, 64));
    double lowest = 0;
    double highest = 0;
    cv::minMaxLoc(explanation.map, &lowest, &highest);
    EXPECT_EQ(lowest, 0);
    EXPECT_EQ(highest, 1);
    EXPECT_EQ(probability(*model, input, 1), before);
    for (const auto& parameter : model->parameters())
        EXPECT_FALSE(parameter.grad().defined());
}

} // namespace nakama
