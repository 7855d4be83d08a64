#include "core/models/detail/inference_form.h"
#include "core/models/detail/state_dict.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

struct Case
{
    std::string id;
    std::int64_t rows;
    std::int64_t columns;
};

class InferenceFormTest : public testing::TestWithParam<Case>
{
protected:
    /** BatchNorm statistics and layer scales away from where they start, so that one left out shows. */
    InferenceFormTest()
    {
        const torch::NoGradGuard noGrad;
        torch::manual_seed(4);
        for (auto& [name, tensor] : stateDictOf(*m_model).tensors) {
            if (name.ends_with("running_var"))
                tensor.uniform_(0.5, 1.5);
            else if (name.ends_with("running_mean") || name.ends_with("bias_table"))
                tensor.normal_(0, 0.1);
            else if (name.ends_with("lambda_1") || name.ends_with("lambda_2"))
                tensor.uniform_(0.1, 0.9);
            else if (name.ends_with("bias"))
                tensor.normal_(0, 0.1);
        }
        m_model->eval();
    }

    std::shared_ptr<Backbone> m_model = makeBackbone(GetParam().id, 6, 3).value();
    torch::Tensor m_pictures = torch::randn({2, 3, GetParam().rows, GetParam().columns});
};

double relativeDifference(const torch::Tensor& a, const torch::Tensor& b)
{
    return ((a - b).abs().max() / b.abs().max()).item<double>();
}

} // namespace

TEST_P(InferenceFormTest, GivesTheSameAndLeavesTheModelAsItWas)
{
    const torch::NoGradGuard noGrad;
    StateDict before;
    for (const auto& [name, tensor] : stateDictOf(*m_model).tensors)
        before.tensors.emplace_back(name, tensor.clone());
    const auto logits = m_model->forward(m_pictures);
    const auto features = m_model->features(m_pictures);
    const auto map = m_model->lastMap(m_pictures);
    {
        const InferenceForm form(m_model);
        EXPECT_LT(relativeDifference(form.model().forward(m_pictures), logits), 1e-4);
        EXPECT_LT(relativeDifference(form.model().features(m_pictures), features), 1e-4);
        EXPECT_LT(relativeDifference(form.model().lastMap(m_pictures), map), 1e-4);
        for (const auto& [name, tensor] : stateDictOf(*m_model).tensors)
            EXPECT_TRUE(tensor.equal(*before.find(name))) << name;
    }
    EXPECT_TRUE(m_model->forward(m_pictures).equal(logits)) << "nothing of the form is left";
}

INSTANTIATE_TEST_SUITE_P(Families, InferenceFormTest,
                         testing::Values(Case{"squeezenet1_1", 64, 64}, Case{"resnet18", 64, 96},
                                         Case{"resnet50", 64, 96}, Case{"efficientnet_v2_s", 96, 64},
                                         Case{"beit_base_patch16_224", 48, 64}),
                         [](const auto& test) { return test.param.id; });

TEST(InferenceForm, FollowsItsModelFromOneUseToTheNext)
{
    const torch::NoGradGuard noGrad;
    const auto model = makeBackbone("resnet18", 3, 1).value();
    model->eval();
    const auto pictures = torch::randn({1, 3, 64, 64});
    const auto first = InferenceForm(model).model().forward(pictures);
    for (auto& [name, tensor] : stateDictOf(*model).tensors)
        if (name.ends_with("running_var"))
            tensor.mul_(2);
    const auto second = InferenceForm(model).model().forward(pictures);
    EXPECT_GT(relativeDifference(first, second), 1e-2);
    EXPECT_LT(relativeDifference(second, model->forward(pictures)), 1e-4);
}

TEST(InferenceForm, MovesWithItsOwner)
{
    const torch::NoGradGuard noGrad;
    const auto model = makeBackbone("resnet18", 3, 1).value();
    model->eval();
    const auto pictures = torch::randn({1, 3, 32, 32});
    const auto plain = model->forward(pictures);
    {
        InferenceForm first(model);
        const InferenceForm second(std::move(first));
        EXPECT_FALSE(second.model().forward(pictures).equal(plain)) << "still folded, so rounded otherwise";
    }
    EXPECT_TRUE(model->forward(pictures).equal(plain));
}

} // namespace nakama
