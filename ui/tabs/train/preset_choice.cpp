#include "ui/tabs/train/preset_choice.h"

namespace nakama
{

namespace
{

/** Whether all that a preset says of a model is what is asked for. */
bool isOf(TrainingPreset preset, const TrainRequest& request, const ModelInfo& model)
{
    auto wanted = presetTraining(preset, model, request.weights);
    wanted.device = request.device;
    wanted.loaderThreads = request.loaderThreads;
    wanted.picturesInMemory = request.picturesInMemory;
    wanted.seed = request.seed;
    wanted.learning.momentum = request.learning.momentum; // without a meaning, but for SGD
    return wanted == request;
}

} // namespace

PresetChoice::PresetChoice(QWidget* parent) : QComboBox(parent)
{
    for (const auto& [text, preset] :
         {std::pair{tr("The recipe"), TrainingPreset::Recipe},
          std::pair{tr("Quick trial"), TrainingPreset::QuickTrial},
          std::pair{tr("Head first, then the whole net"), TrainingPreset::HeadFirst}})
        addItem(text, static_cast<int>(preset));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setToolTip(tr("Sets all that follows; what is changed afterwards makes it settings of one's own"));
    setPlaceholderText(tr("Settings of one's own"));
    setObjectName(QStringLiteral("preset"));
}

std::optional<TrainingPreset> PresetChoice::presetAt(int row) const
{
    if (row < 0)
        return std::nullopt;
    return static_cast<TrainingPreset>(itemData(row).toInt());
}

void PresetChoice::choose(TrainingPreset preset)
{
    setCurrentIndex(findData(static_cast<int>(preset)));
}

void PresetChoice::recognise(const TrainRequest& request, const ModelInfo& model)
{
    if (preset() && isOf(*preset(), request, model))
        return;
    int same = count() - 1;
    while (same >= 0 && !isOf(*presetAt(same), request, model))
        --same;
    setCurrentIndex(same);
}

QString PresetChoice::explanation(const ModelInfo& model, bool fromScratch) const
{
    if (!preset())
        return {};
    switch (*preset()) {
    case TrainingPreset::Recipe:
        return fromScratch ? tr("Adam at 0.001 for 30 epochs, at the model's own size. The recipe starts "
                                "from published weights: get them below, or it learns from scratch.")
               : model.trainsHeadOnly
                   ? tr("Adam at 0.001 for 30 epochs, at the model's own size; the head alone learns.")
                   : tr("Adam at 0.001 for 30 epochs, at the model's own size; all layers learn.");
    case TrainingPreset::QuickTrial:
        return fromScratch ? tr("20 epochs with a falling rate at a small size: minutes on any machine.")
                           : tr("20 epochs with a falling rate.");
    case TrainingPreset::HeadFirst:
        return fromScratch ? tr("Of use with weights to start from only: get them below.")
                           : tr("8 epochs of the new head, then the whole net with lower layers slower: "
                                "often the best result, and slower than the recipe.");
    }
    return {};
}

} // namespace nakama
