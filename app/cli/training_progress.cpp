#include "app/cli/training_progress.h"

#include <fmt/format.h>

namespace nakama
{

TrainingObserver trainingProgress(CommandContext& context)
{
    TrainingObserver observer;
    observer.weights = [&context](const LoadReport& report) {
        for (const auto& line : linesOf(report))
            context.say(line);
    };
    observer.epoch = [&context](const EpochRecord& epoch) {
        context.say(
            fmt::format("epoch {:>3}  train loss {:.4f}  val loss {:.4f}  macro-F1 {:.4f}  micro-F1 {:.4f}  "
                        "{:.1f} s, {:.0f} images/s",
                        epoch.epoch, epoch.trainLoss, epoch.valLoss, epoch.val.macro, epoch.val.micro,
                        epoch.seconds, epoch.imagesPerSecond));
    };
    return observer;
}

} // namespace nakama
