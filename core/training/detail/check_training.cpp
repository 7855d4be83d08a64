#include "core/training/detail/check_training.h"

#include <fmt/format.h>

#include <algorithm>

namespace nakama
{

namespace
{

Result<void> checkLabels(const std::vector<LabelledPicture>& pictures, std::size_t classes)
{
    const auto stranger = std::ranges::find_if(pictures, [&](const LabelledPicture& picture) {
        return picture.label < 0 || static_cast<std::size_t>(picture.label) >= classes;
    });
    if (stranger == pictures.end())
        return {};
    return fail(ErrorCode::InvalidArgument,
                fmt::format("the label {} is not one of the {} classes (0 to {}); label the picture again",
                            stranger->label, classes, static_cast<long>(classes) - 1),
                stranger->file.string());
}

} // namespace

Result<void> checkTraining(const TrainingConfig& config, const TrainingData& data, const ModelSpec& spec)
{
    const auto refuse = [](std::string message) {
        return fail(ErrorCode::InvalidArgument, std::move(message));
    };
    if (config.classes.size() < 2)
        return refuse("a classifier needs at least 2 classes");
    if (config.epochs < 1)
        return refuse(fmt::format("the number of epochs must be at least 1, not {}", config.epochs));
    if (config.batchSize < 2)
        return refuse(
            fmt::format("the batch must have at least 2 pictures, not {}: batch normalisation learns "
                        "nothing from a single one",
                        config.batchSize));
    NAKAMA_CHECK(checkLearning(config.learning, config.epochs));
    if (config.preprocessing.crop < spec.minimumInput)
        return refuse(fmt::format("{} needs an input size of at least {} pixels, not {}", spec.title,
                                  spec.minimumInput, config.preprocessing.crop));
    if (config.views < 0 || config.views > 1000)
        return refuse(fmt::format("the number of views must be from 0 to 1000, not {}", config.views));
    if (data.train.size() < 2)
        return refuse(
            fmt::format("there are {} training pictures, and at least 2 are needed; add pictures and "
                        "split again",
                        data.train.size()));
    if (data.val.empty())
        return refuse("there are no validation pictures to judge the epochs by; split again");
    NAKAMA_CHECK(checkLabels(data.train, config.classes.size()));
    return checkLabels(data.val, config.classes.size());
}

} // namespace nakama
