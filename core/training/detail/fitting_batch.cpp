#include "core/training/detail/fitting_batch.h"

#include "core/inference/detail/torch_error.h"

namespace nakama
{

std::int64_t fittingBatch(std::int64_t tooLarge, const std::function<void(std::int64_t)>& attempt)
{
    for (auto size = tooLarge / 2; size >= 2; size /= 2) {
        try {
            attempt(size);
            return size;
        } catch (const c10::Error& error) {
            if (!isOutOfMemory(error))
                throw;
        }
    }
    return 0;
}

} // namespace nakama
