#pragma once

#include <cstdint>
#include <functional>

namespace nakama
{

/**
 * After a batch ran out of memory: tries halves of it, down to 2, and returns the first for which attempt
 * does not run out of memory too; 0 where none is left. Other exceptions of attempt pass through.
 */
std::int64_t fittingBatch(std::int64_t tooLarge, const std::function<void(std::int64_t)>& attempt);

} // namespace nakama
