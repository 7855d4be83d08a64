#include "core/models/load_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace nakama
{

TEST(LoadReport, SaysWhatWasDoneAndCutsLongListsShort)
{
    LoadReport report;
    report.matched = {"a", "b"};
    EXPECT_THAT(linesOf(report), testing::ElementsAre("2 tensors were loaded"));

    report.replacedHead = "the file's classifier is for 1000 classes, this model's for 18";
    report.missing = {"bn1.num_batches_tracked"};
    report.leftOver = {"1", "2", "3", "4", "5", "6"};
    report.notes = {"the prefix \"module.\" was taken off every name"};
    EXPECT_THAT(linesOf(report),
                testing::ElementsAre(
                    "2 tensors were loaded",
                    "the classifier is new: the file's classifier is for 1000 classes, this model's for 18",
                    "missing in the file: bn1.num_batches_tracked",
                    "left over in the file: 1, 2, 3, 4 and 2 more",
                    "the prefix \"module.\" was taken off every name"));
    EXPECT_EQ(nlohmann::json(report)["left_over"].size(), 6u);
    EXPECT_EQ(nlohmann::json(report)["replaced_head"], report.replacedHead);
}

} // namespace nakama
