#pragma once

namespace nakama
{

/**
 * Which augmented view of each picture an epoch of kept features learns from; both are counted from 1. The
 * first views take turns until each has been seen four times; from then on every fourth epoch adds a new one,
 * and those between take their turns through the older ones. So a short training pays for the first views
 * alone, and a long one does not learn them by heart. It depends on nothing else: a resumed run sees the
 * same. views ≥ 1: how many there are at first.
 */
int viewOfEpoch(int epoch, int views);

/** How many different views the first epochs of a training see. */
int viewsSeenIn(int epochs, int views);

} // namespace nakama
