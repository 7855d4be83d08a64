#include "core/models/detail/freeze.h"

namespace nakama
{

void trainHeadOnly(Backbone& model, const std::string& headKey)
{
    for (const auto& parameter : model.named_parameters()) {
        auto tensor = parameter.value();
        tensor.requires_grad_(parameter.key().starts_with(headKey + "."));
    }
    model.eval();
    // "classifier.1" has its dropout beside it, as "classifier.0".
    model.named_children()[headKey.substr(0, headKey.find('.'))]->train();
}

void trainAll(Backbone& model)
{
    for (auto& parameter : model.parameters())
        parameter.requires_grad_(true);
    model.train();
}

} // namespace nakama
