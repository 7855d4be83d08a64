#include "core/inference/detail/predict.h"
#include "core/training/detail/keep_freed_memory.h"
#include "core/training/detail/trainer.h"

namespace nakama
{

Result<RateSearch> Trainer::findRate()
{
    useAllCores();
    const KeepFreedMemory keep;
    NAKAMA_CHECK(loadWeights());
    keepBodyFeatures();
    const auto rates = ratesToTry();
    RateSearch search;
    SmoothedLoss smoothed;
    std::unique_ptr<Feed> feed;
    for (const double rate : rates) {
        m_context.progress(static_cast<std::int64_t>(search.trials.size()),
                           static_cast<std::int64_t>(rates.size()), "trying learning rates");
        double loss = 0;
        for (int i = 0; i < m_config.learning.accumulate; ++i) {
            NAKAMA_TRY(const auto* batch, nextToTry(feed));
            NAKAMA_TRY(loss, m_learner.learn(*batch, rate, {m_position.epoch, m_position.batch - 1}));
        }
        search.trials.push_back({rate, smoothed.add(loss)});
        if (runsAway(search.trials))
            break;
    }
    search.suggested = suggestedRate(search.trials);
    return search;
}

/** The next batch with enough pictures, of one epoch after another, as long as the same part of the net
 * learns. */
Result<const Batch*> Trainer::nextToTry(std::unique_ptr<Feed>& feed)
{
    const auto epochs = m_config.learning.headEpochs > 0 ? m_config.learning.headEpochs : m_config.epochs;
    for (int emptyEpochs = 0; emptyEpochs < 2;) {
        if (!feed) {
            NAKAMA_TRY(feed, trainingFeed());
            m_learner.startEpoch({m_position.epoch, 0});
        }
        NAKAMA_TRY(const Batch* batch, feed->next(m_context));
        if (batch) {
            ++m_position.batch;
            if (batch->size() >= 2)
                return batch;
            continue;
        }
        ++emptyEpochs;
        feed.reset();
        m_position.epoch = m_position.epoch % epochs + 1;
        m_position.batch = 0;
    }
    return fail(nothingReadable("training", m_train.skipped()));
}

} // namespace nakama
