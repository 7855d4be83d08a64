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

std::vector<ModelSpec> allSpecs()
{
    return {
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
