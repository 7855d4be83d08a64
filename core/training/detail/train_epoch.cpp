#include "core/inference/detail/predict.h"
#include "core/training/detail/trainer.h"
#include "core/training/detail/weighted_loss.h"
#include "core/training/epoch_feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace nakama
{

namespace
{

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

/** A batch is fetched after the loss of the one before it was asked for and before that is waited for, so
 * that a GPU computes meanwhile. */
Result<void> Trainer::trainEpoch(EpochRecord& record)
{
    const auto before = m_position;
    const auto start = std::chrono::steady_clock::now();
    NAKAMA_TRY(const auto feed, trainingFeed());
    m_learner.startEpoch({before.epoch, before.batch}); // the feed may have used the model for answering
    const auto steps = static_cast<int>(feed->batches());
    record.learningRate = rateAt(0, steps);
    auto next = fetch(*feed, m_position.batch, steps);
    while (m_position.batch < steps) {
        tellProgress(steps);
        NAKAMA_TRY(auto batch, std::move(next));
        NAKAMA_CHECK(m_context.checkpoint());
        NAKAMA_TRY(const auto asked, ask(std::move(batch), steps));
        next = fetch(*feed, m_position.batch + 1, steps);
        if (!next && next.error().code != ErrorCode::Cancelled)
            return fail(next.error()); // after trying what fits, the model is good for nothing more
        NAKAMA_TRY(const auto loss, answerOf(asked, steps));
        m_position.seconds = before.seconds + secondsSince(start);
        m_position.waitedSeconds = before.waitedSeconds + feed->waitedSeconds();
        ++m_position.batch;
        m_unsaved = true;
        if (loss) {
            record.deviceMemoryBytes =
                std::max(record.deviceMemoryBytes, usedBytesOf(m_learner.device().device));
            NAKAMA_CHECK(tellStep(
                {record.epoch, m_position.batch, steps, *loss, rateAt(m_position.batch - 1, steps)}));
        }
        if (secondsSince(m_lastSave) > m_config.checkpointMinutes * 60 && !m_context.cancelledNow())
            NAKAMA_CHECK(savePosition());
    }
    tellProgress(steps);
    if (m_position.pictures == 0)
        return fail(nothingReadable("training", m_train.skipped()));
    record.trainLoss = m_position.loss.mean();
    record.imagesPerSecond = static_cast<double>(m_position.pictures) / m_position.seconds;
    record.dataWaitShare = m_position.waitedSeconds / m_position.seconds;
    return {};
}

Result<std::unique_ptr<Feed>> Trainer::trainingFeed()
{
    const auto first = static_cast<std::size_t>(m_position.batch);
    if (m_body && m_learner.isHeadOnly(m_position.epoch))
        return m_body->epochFeed(m_train, m_position.epoch, first, m_context);
    m_body.reset(); // from now on the body learns too
    auto* const memory = m_learner.device().device.is_cuda() ? &m_pinned : std::pmr::get_default_resource();
    return epochFeed(m_train, m_config, m_position.epoch, first, memory, m_tileForm);
}

/** The batch of the position's epoch that the feed gives next, on its way to the device; empty at the end. */
Result<Trainer::FetchedBatch> Trainer::fetch(Feed& feed, int number, int steps)
{
    m_learner.finishCopies(); // the feed makes another batch where the last one is
    NAKAMA_TRY(const Batch* batch, feed.next(m_context));
    FetchedBatch fetched;
    if (!batch)
        return fetched;
    fetched.place = {m_position.epoch, number, number + 1 == steps ? EpochEnd::Yes : EpochEnd::No};
    fetched.labels = batch->labels;
    NAKAMA_TRY(fetched.batch, m_learner.bring(*batch, fetched.place));
    return fetched;
}

/** Lets the device begin with a batch; nothing where that has too few readable pictures. */
Result<Trainer::AskedLoss> Trainer::ask(FetchedBatch fetched, int steps)
{
    if (fetched.labels.size() < 2)
        return AskedLoss(); // batch normalisation learns nothing from one picture
    const double rate = rateAt(fetched.place.batch, steps);
    NAKAMA_TRY(auto loss, m_learner.start(std::move(fetched.batch), rate, fetched.place));
    return AskedLoss{std::move(loss), std::move(fetched.labels)};
}

/** The loss of the position's batch, waited for and counted. */
Result<std::optional<double>> Trainer::answerOf(const AskedLoss& asked, int steps)
{
    if (!asked.loss.defined())
        return std::nullopt;
    const auto loss = asked.loss.item<double>();
    if (!std::isfinite(loss))
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the loss became {} in epoch {}, step {}: the training diverged; use a "
                                "smaller learning rate than {}",
                                loss, m_position.epoch, m_position.batch + 1,
                                rateAt(m_position.batch, steps)));
    EpochLoss sum(m_result.classWeights, m_position.loss);
    sum.add(loss, asked.labels);
    m_position.loss = sum.sum();
    m_position.pictures += static_cast<std::int64_t>(asked.labels.size());
    return loss;
}

/** Of a batch of the position's epoch. */
double Trainer::rateAt(int batch, int steps) const
{
    return learningRateAt(m_config.learning, m_position.epoch, m_config.epochs, batch, steps);
}

void Trainer::tellProgress(int steps)
{
    m_context.progress(std::int64_t{m_position.epoch - 1} * steps + m_position.batch,
                       std::int64_t{m_config.epochs} * steps, "training");
}

Result<void> Trainer::tellStep(const StepRecord& step)
{
    NAKAMA_CHECK(logged(m_log->step(step)));
    if (m_observer.step)
        m_observer.step(step);
    return {};
}

} // namespace nakama
