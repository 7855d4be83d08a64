// Logits and gradients of every architecture against PyTorch's; see tests/golden/models/make_references.py.

#include "core/models/detail/backbone.h"
#include "core/models/detail/state_dict.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>

namespace nakama
{

namespace
{

constexpr int classes = 5;
constexpr int batch = 4;

/** noise() of the script: uniform with variance 1. */
std::vector<double> noise(const std::string& name, std::int64_t count)
{
    std::uint32_t key = 2166136261u;
    for (const char c : name)
        key = (key ^ static_cast<unsigned char>(c)) * 16777619u;
    std::vector<double> values(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto x = static_cast<std::uint32_t>(i) * 2654435761u + key;
        x = (x ^ (x >> 15)) * 2246822519u;
        x = (x ^ (x >> 15)) * 3266489917u;
        x ^= x >> 16;
        values[i] = (x / 4294967296.0 - 0.5) * std::sqrt(12.0);
    }
    return values;
}

torch::Tensor noiseTensor(const std::string& name, torch::IntArrayRef shape)
{
    const auto values = noise(name, c10::multiply_integers(shape));
    return torch::tensor(values, torch::kFloat64).view(shape);
}

/** fill() of the script. */
void fill(torch::nn::Module& model)
{
    for (auto& [name, tensor] : stateDictOf(model).tensors) {
        if (!tensor.is_floating_point())
            continue;
        auto r = noiseTensor(name, tensor.sizes());
        if (name.ends_with("running_var"))
            r = 0.5 + r.abs();
        else if (name.ends_with("running_mean"))
            r = 0.1 * r;
        else if (tensor.dim() > 1 && name.find("bias_table") == std::string::npos)
            r = r * std::sqrt(1.5 / static_cast<double>(tensor[0].numel()));
        else if (name.ends_with("weight") || name.find("lambda") != std::string::npos)
            r = 0.8 + 0.1 * r;
        else
            r = 0.1 * r;
        tensor.copy_(r);
    }
}

void expectNorm(const torch::Tensor& tensor, double expected, const std::string& what)
{
    const double norm = tensor.to(torch::kFloat64).norm().item<double>();
    EXPECT_NEAR(norm, expected, 1e-5 * std::abs(expected) + 1e-6) << what;
}

class Golden : public testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(Golden, LogitsAndGradientsArePyTorchs)
{
    const std::string name = GetParam();
    std::ifstream file("tests/golden/models/references.json");
    ASSERT_TRUE(file) << "run from the root of the source tree";
    const auto reference = nlohmann::json::parse(file).at(name);

    const auto model = makeBackbone(name.substr(0, name.find(' ')), classes, 1).value();
    fill(*model);
    const auto size = reference["size"].get<std::int64_t>();
    auto pictures = noiseTensor("pictures", {batch, 3, size, size}).to(torch::kFloat32);

    model->eval();
    const auto expected = reference["logits"].get<std::vector<std::vector<double>>>();
    {
        const torch::NoGradGuard noGrad;
        const auto logits = model->forward(pictures);
        for (int row = 0; row < batch; ++row)
            for (int k = 0; k < classes; ++k)
                EXPECT_NEAR(logits[row][k].item<double>(), expected[row][k], 2e-4) << row << " " << k;
    }

    // In float64, as the script has it: rounding differs from processor to processor.
    model->to(torch::kFloat64);
    pictures = pictures.to(torch::kFloat64);
    for (const auto& module : model->modules())
        if (auto* norm = module->as<torch::nn::BatchNorm2d>())
            norm->train();
    const auto loss = torch::nn::functional::cross_entropy(model->forward(pictures), torch::arange(batch));
    EXPECT_NEAR(loss.item<double>(), reference["loss"].get<double>(), 1e-5);
    loss.backward();

    const auto parameters = model->named_parameters();
    ASSERT_EQ(parameters.size(), reference["gradient_norms"].size());
    for (std::size_t i = 0; i < parameters.size(); ++i)
        expectNorm(parameters[i].value().grad(), reference["gradient_norms"][i], parameters[i].key());
    std::size_t at = 0;
    for (const auto& [key, tensor] : stateDictOf(*model).tensors)
        if (key.find("running_") != std::string::npos)
            expectNorm(tensor, reference["running_norms"].at(at++), key);
    EXPECT_EQ(at, reference["running_norms"].size());
}

INSTANTIATE_TEST_SUITE_P(Architectures, Golden,
                         testing::Values("squeezenet1_1", "resnet18", "resnet34", "resnet50", "resnet101",
                                         "efficientnet_v2_s", "efficientnet_v2_m", "beit_base_patch16_224",
                                         "beit_base_patch16_224 at 96"),
                         [](const auto& test) {
                             std::string name = test.param;
                             std::ranges::replace(name, ' ', '_');
                             return name;
                         });

} // namespace nakama
