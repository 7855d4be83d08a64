#include "core/models/detail/backbone.h"

#include "core/models/detail/beit.h"
#include "core/models/detail/efficientnet_v2.h"
#include "core/models/detail/resnet.h"
#include "core/models/detail/squeezenet.h"
#include "core/models/model_spec.h"

#include <functional>
#include <map>
#include <mutex>

namespace nakama
{

namespace
{

using Maker = std::function<std::shared_ptr<Backbone>(int classes, std::uint64_t seed)>;

Maker resNet(ResNetBlock block, std::array<int, 4> blocks)
{
    return [params = ResNetParams{block, blocks}](int classes, std::uint64_t seed) {
        return makeResNet(params, classes, seed);
    };
}

Maker efficientNetV2(EfficientNetV2Params params)
{
    return [params = std::move(params)](int classes, std::uint64_t seed) {
        return makeEfficientNetV2(params, classes, seed);
    };
}

Maker beit(BeitParams params)
{
    return [params](int classes, std::uint64_t seed) { return makeBeit(params, classes, seed); };
}

/** How each architecture of modelSpecs() is built. */
const std::map<std::string, Maker>& makers()
{
    static const std::map<std::string, Maker> table = {
        {"squeezenet1_1", makeSqueezeNet11},
        {"resnet18", resNet(ResNetBlock::Basic, {2, 2, 2, 2})},
        {"resnet34", resNet(ResNetBlock::Basic, {3, 4, 6, 3})},
        {"resnet50", resNet(ResNetBlock::Bottleneck, {3, 4, 6, 3})},
        {"resnet101", resNet(ResNetBlock::Bottleneck, {3, 4, 23, 3})},
        {"efficientnet_v2_s", efficientNetV2(EfficientNetV2Params::small())},
        {"efficientnet_v2_m", efficientNetV2(EfficientNetV2Params::medium())},
        {"beit_base_patch16_224", beit(BeitParams::base(224))},
        {"beit_base_patch16_384", beit(BeitParams::base(384))},
        {"beit_large_patch16_224", beit(BeitParams::large(224))},
        {"beit_large_patch16_384", beit(BeitParams::large(384))},
    };
    return table;
}

/** LibTorch's layers fill themselves from its global generator when they are built; its users must not
 * notice. */
class GeneratorKeeper
{
public:
    GeneratorKeeper() : m_generator(at::detail::getDefaultCPUGenerator())
    {
        const std::lock_guard lock(m_generator.mutex());
        m_state = m_generator.get_state();
    }
    ~GeneratorKeeper()
    {
        const std::lock_guard lock(m_generator.mutex());
        m_generator.set_state(m_state);
    }
    GeneratorKeeper(const GeneratorKeeper&) = delete;
    GeneratorKeeper& operator=(const GeneratorKeeper&) = delete;

private:
    at::Generator m_generator;
    torch::Tensor m_state;
};

} // namespace

Result<std::shared_ptr<Backbone>> makeBackbone(const std::string& id, int classes, std::uint64_t seed)
{
    NAKAMA_TRY(const auto spec, findModelSpec(id));
    if (classes < 1)
        return fail(ErrorCode::InvalidArgument,
                    "a classifier needs at least one class, not " + std::to_string(classes), spec.id);
    const GeneratorKeeper keeper;
    return makers().at(spec.id)(classes, seed);
}

} // namespace nakama
