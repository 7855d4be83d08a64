#include "core/training/detail/batch_seeds.h"

#include "core/base/random.h"

namespace nakama
{

namespace
{

std::uint64_t firstOf(RandomStream random)
{
    const std::uint64_t high = random.next();
    return high << 32 | random.next();
}

} // namespace

std::uint64_t dropoutSeed(std::uint64_t seed, const BatchPlace& place)
{
    return firstOf({seed, RandomPurpose::Dropout, static_cast<std::uint64_t>(place.epoch),
                    static_cast<std::uint64_t>(place.batch)});
}

std::uint64_t noiseSeed(std::uint64_t seed, const BatchPlace& place)
{
    // Apart from the streams of pictures and of mixing, see mixingStream().
    constexpr std::uint64_t noise = std::uint64_t{2} << 32;
    return firstOf({seed, RandomPurpose::Augment, noise + static_cast<std::uint64_t>(place.epoch),
                    static_cast<std::uint64_t>(place.batch)});
}

} // namespace nakama
