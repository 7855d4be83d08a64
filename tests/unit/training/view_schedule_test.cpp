#include "core/training/view_schedule.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace nakama
{

TEST(ViewSchedule, FirstViewsTakeTurns)
{
    for (int epoch = 1; epoch <= 32; ++epoch)
        EXPECT_EQ(viewOfEpoch(epoch, 8), (epoch - 1) % 8 + 1) << epoch;
}

TEST(ViewSchedule, EveryFourthLaterEpochAddsAView)
{
    int known = 2;
    for (int epoch = 9; epoch <= 60; ++epoch) {
        const int view = viewOfEpoch(epoch, 2);
        if ((epoch - 9) % 4 == 0)
            EXPECT_EQ(view, ++known) << epoch;
        else
            EXPECT_LE(view, known) << epoch;
    }
}

TEST(ViewSchedule, CountsTheViewsThatItGives)
{
    for (const int views : {1, 2, 3, 8, 20}) {
        std::set<int> seen;
        for (int epoch = 1; epoch <= 200; ++epoch) {
            seen.insert(viewOfEpoch(epoch, views));
            EXPECT_EQ(std::ssize(seen), viewsSeenIn(epoch, views)) << views << " views, epoch " << epoch;
        }
        EXPECT_EQ(*seen.rbegin(), std::ssize(seen)) << "a view is left out";
    }
}

TEST(ViewSchedule, NoViewIsSeenMuchMoreOftenThanOthers)
{
    std::map<int, int> times;
    for (int epoch = 1; epoch <= 400; ++epoch)
        ++times[viewOfEpoch(epoch, 4)];
    for (const auto& [view, count] : times)
        EXPECT_LE(count, 12) << view;
}

} // namespace nakama
