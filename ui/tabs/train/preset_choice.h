#pragma once

#include "core/engine/engine.h"
#include "core/workflow/training_preset.h"

#include <QComboBox>

#include <optional>

namespace nakama
{

/** The presets of a training. No choice: settings of one's own. */
class PresetChoice : public QComboBox
{
    Q_OBJECT

public:
    explicit PresetChoice(QWidget* parent = nullptr);

    std::optional<TrainingPreset> preset() const { return presetAt(currentIndex()); }
    void choose(TrainingPreset preset);
    /** Chooses the preset of which these are the settings, the present one rather than another. */
    void recognise(const TrainRequest& request, const ModelInfo& model);
    /** What the preset does with a model that starts from weights or from scratch; empty without a preset. */
    QString explanation(const ModelInfo& model, bool fromScratch) const;

private:
    std::optional<TrainingPreset> presetAt(int row) const;
};

} // namespace nakama
