#include "core/training/view_schedule.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int epochsPerView = 4;

} // namespace

int viewOfEpoch(int epoch, int views)
{
    const int later = epoch - 1 - epochsPerView * views;
    if (later < 0)
        return (epoch - 1) % views + 1;
    const int older = views + later / epochsPerView;
    const int place = later % epochsPerView;
    if (place == 0)
        return older + 1;
    const int turn = later / epochsPerView * (epochsPerView - 1) + place - 1;
    return turn % older + 1;
}

int viewsSeenIn(int epochs, int views)
{
    return std::max(std::min(epochs, views), (epochs + epochsPerView - 1) / epochsPerView);
}

} // namespace nakama
