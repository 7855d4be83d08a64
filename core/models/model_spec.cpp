#include "core/models/model_spec.h"

#include <algorithm>

namespace nakama
{

namespace
{

/** torchvision's ImageNet evaluation transform: shorter side to resize, centre crop. */
Preprocessing imagenet(int resize, int crop)
{
    return {.resize = {.kind = ResizeRule::Kind::ShorterSide, .size = resize}, .crop = crop};
}

/** BEiT's: straight to a square, no crop, mean and deviation one half. */
Preprocessing beit(int size)
{
    return {.resize = {.kind = ResizeRule::Kind::Square, .size = size},
            .crop = size,
            .mean = {0.5f, 0.5f, 0.5f},
            .std = {0.5f, 0.5f, 0.5f}};
}

std::vector<ModelSpec> allSpecs()
{
    return {
        {.id = "squeezenet1_1",
         .title = "SqueezeNet 1.1",
         .family = "SqueezeNet",
         .summary = "Tiny: five megabytes, for laptops and quick trials.",
         .preprocessing = imagenet(256, 224),
         .headKey = "classifier.1",
         .parameters = 1'235'496},
        {.id = "resnet18",
         .title = "ResNet-18",
         .family = "ResNet",
         .summary = "Small and quick; learns from scratch even on a laptop.",
         .preprocessing = imagenet(256, 224),
         .headKey = "fc",
         .parameters = 11'689'512},
        {.id = "resnet34",
         .title = "ResNet-34",
         .family = "ResNet",
         .summary = "Twice as deep as ResNet-18, for a few thousand pictures.",
         .preprocessing = imagenet(256, 224),
         .headKey = "fc",
         .parameters = 21'797'672},
        {.id = "resnet50",
         .title = "ResNet-50",
         .family = "ResNet",
         .summary = "The usual choice to start from published weights.",
         .preprocessing = imagenet(232, 224),
         .headKey = "fc",
         .parameters = 25'557'032},
        {.id = "resnet101",
         .title = "ResNet-101",
         .family = "ResNet",
         .summary = "Deeper than ResNet-50: a little better, twice as slow.",
         .preprocessing = imagenet(232, 224),
         .headKey = "fc",
         .parameters = 44'549'160},
        {.id = "efficientnet_v2_s",
         .title = "EfficientNetV2-S",
         .family = "EfficientNetV2",
         .summary = "More accurate than ResNet-50 with fewer weights; sees 384 px.",
         .preprocessing = imagenet(384, 384),
         .headKey = "classifier.1",
         .parameters = 21'458'488,
         .trainsHeadOnly = true},
        {.id = "efficientnet_v2_m",
         .title = "EfficientNetV2-M",
         .family = "EfficientNetV2",
         .summary = "The larger EfficientNetV2, for a strong graphics card; sees 480 px.",
         .preprocessing = imagenet(480, 480),
         .headKey = "classifier.1",
         .parameters = 54'139'356,
         .trainsHeadOnly = true},
        {.id = "beit_base_patch16_224",
         .title = "BEiT base, 224 px",
         .family = "BEiT",
         .summary = "A vision transformer; weights pre-trained on drawn characters exist for it.",
         .preprocessing = beit(224),
         .headKey = "classifier",
         .parameters = 86'530'984,
         .isTransformer = true,
         .trainsHeadOnly = true},
        {.id = "beit_base_patch16_384",
         .title = "BEiT base, 384 px",
         .family = "BEiT",
         .summary = "The same transformer on larger pictures: finer detail, four times as slow.",
         .preprocessing = beit(384),
         .headKey = "classifier",
         .parameters = 86'744'104,
         .isTransformer = true,
         .trainsHeadOnly = true},
        {.id = "beit_large_patch16_224",
         .title = "BEiT large, 224 px",
         .family = "BEiT",
         .summary = "The largest, for a graphics card with much memory.",
         .preprocessing = beit(224),
         .headKey = "classifier",
         .parameters = 304'430'568,
         .isTransformer = true,
         .trainsHeadOnly = true},
        {.id = "beit_large_patch16_384",
         .title = "BEiT large, 384 px",
         .family = "BEiT",
         .summary = "The largest on larger pictures; very slow without a strong graphics card.",
         .preprocessing = beit(384),
         .headKey = "classifier",
         .parameters = 304'998'888,
         .isTransformer = true,
         .trainsHeadOnly = true},
    };
}

} // namespace

const std::vector<ModelSpec>& modelSpecs()
{
    static const std::vector<ModelSpec> specs = allSpecs();
    return specs;
}

Result<ModelSpec> findModelSpec(const std::string& id)
{
    const auto& specs = modelSpecs();
    const auto found = std::ranges::find(specs, id, &ModelSpec::id);
    if (found != specs.end())
        return *found;

    std::string known;
    for (const auto& spec : specs)
        known += (known.empty() ? "" : ", ") + spec.id;
    return fail(ErrorCode::NotFound, "there is no model \"" + id + "\"; choose one of " + known);
}

} // namespace nakama
