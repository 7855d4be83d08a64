#include "core/base/atomic_file.h"
#include "core/training/run_log.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace nakama
{

namespace
{

EpochRecord recordOf(int epoch)
{
    EpochRecord record;
    record.epoch = epoch;
    record.trainLoss = 1.0 / (3 * epoch);
    record.valLoss = 0.1 * epoch;
    record.val = {0.123456789012345, 1.0 / 3, 2.0 / 7};
    record.valF1PerClass = {0.1, 1, 1.0 / 9};
    record.learningRate = 1e-3;
    record.seconds = 12.5;
    record.imagesPerSecond = 163.25;
    record.dataWaitShare = 0.0125;
    record.deviceMemoryBytes = 11'862'401'024;
    return record;
}

void expectSame(const EpochRecord& a, const EpochRecord& b)
{
    EXPECT_EQ(nlohmann::json(a), nlohmann::json(b));
}

void append(const std::filesystem::path& path, std::string_view text)
{
    std::ofstream(path, std::ios::app | std::ios::binary) << text;
}

std::vector<nlohmann::json> eventsIn(const std::filesystem::path& folder)
{
    std::istringstream lines(readTextFile(folder / "events.jsonl").value());
    std::vector<nlohmann::json> events;
    for (std::string line; std::getline(lines, line);)
        events.push_back(nlohmann::json::parse(line));
    return events;
}

} // namespace

TEST(RunLog, ReadsBackTheSameNumbers)
{
    const test::TemporaryFolder folder;
    auto log = RunLog::open(folder.path(), 0);
    ASSERT_TRUE(log);
    ASSERT_TRUE(log->epoch(recordOf(1)));
    ASSERT_TRUE(log->epoch(recordOf(2)));
    const auto epochs = readEpochs(folder.path());
    ASSERT_TRUE(epochs);
    ASSERT_EQ(epochs->size(), 2u);
    expectSame((*epochs)[0], recordOf(1));
    expectSame((*epochs)[1], recordOf(2));
}

TEST(RunLog, ReadsRunsThatKnewNothingOfMemory)
{
    const test::TemporaryFolder folder;
    append(folder / "metrics.csv", "epoch,train_loss,val_loss,val_micro,val_macro,val_weighted,learning_rate,"
                                   "seconds,images_per_second,data_wait_share,val_f1_0,val_f1_1\n"
                                   "1,0.9,0.8,0.7,0.6,0.5,0.001,12,100,0.1,0.25,0.75\n");
    const auto epochs = readEpochs(folder.path());
    ASSERT_TRUE(epochs);
    ASSERT_EQ(epochs->size(), 1u);
    EXPECT_EQ(epochs->front().valF1PerClass, (std::vector{0.25, 0.75}));
    EXPECT_EQ(epochs->front().deviceMemoryBytes, 0u);
}

TEST(RunLog, EpochSurvivesJson)
{
    expectSame(nlohmann::json(recordOf(3)).get<EpochRecord>(), recordOf(3));
}

TEST(RunLog, ATornLastLineIsIgnored)
{
    const test::TemporaryFolder folder;
    auto log = RunLog::open(folder.path(), 0);
    ASSERT_TRUE(log->epoch(recordOf(1)));
    append(folder / "metrics.csv", "2,0.5,0.2");
    const auto epochs = readEpochs(folder.path());
    ASSERT_TRUE(epochs);
    EXPECT_EQ(epochs->size(), 1u);
}

TEST(RunLog, AWholeLineThatIsNoRowIsNamed)
{
    const test::TemporaryFolder folder;
    auto log = RunLog::open(folder.path(), 0);
    ASSERT_TRUE(log->epoch(recordOf(1)));
    append(folder / "metrics.csv", "2,0.5,zebra\n");
    const auto epochs = readEpochs(folder.path());
    ASSERT_FALSE(epochs);
    EXPECT_EQ(epochs.error().code, ErrorCode::CorruptData);
    EXPECT_NE(epochs.error().message.find("line 3"), std::string::npos) << epochs.error().message;
}

TEST(RunLog, ResumingDropsWhatIsPastTheCheckpointAndContinues)
{
    const test::TemporaryFolder folder;
    {
        auto log = RunLog::open(folder.path(), 0);
        ASSERT_TRUE(log->event("started", {{"model", "resnet18"}}));
        for (int epoch = 1; epoch <= 3; ++epoch)
            ASSERT_TRUE(log->epoch(recordOf(epoch)));
        append(folder / "metrics.csv", "4,0.");
        append(folder / "events.jsonl", R"({"event":"epoch","ep)");
    }
    auto log = RunLog::open(folder.path(), 2);
    ASSERT_TRUE(log);
    ASSERT_TRUE(log->epoch(recordOf(3)));

    const auto epochs = readEpochs(folder.path());
    ASSERT_TRUE(epochs);
    ASSERT_EQ(epochs->size(), 3u);
    for (int epoch = 1; epoch <= 3; ++epoch)
        expectSame((*epochs)[static_cast<std::size_t>(epoch) - 1], recordOf(epoch));
    const auto events = eventsIn(folder.path());
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(events[0]["event"], "started");
    EXPECT_EQ(events[3]["epoch"], 3);
}

TEST(RunLog, StartingAnewForgetsTheOldRun)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(RunLog::open(folder.path(), 0)->epoch(recordOf(1)));
    ASSERT_TRUE(RunLog::open(folder.path(), 0));
    EXPECT_TRUE(readEpochs(folder.path()).value().empty());
    EXPECT_TRUE(eventsIn(folder.path()).empty());
}

TEST(RunLog, ResumingWithoutALogStartsOne)
{
    const test::TemporaryFolder folder;
    auto log = RunLog::open(folder.path(), 5);
    ASSERT_TRUE(log);
    ASSERT_TRUE(log->epoch(recordOf(6)));
    EXPECT_EQ(readEpochs(folder.path()).value().size(), 1u);
}

TEST(RunLog, EventsCarryTimeAndKindAndAnyFileName)
{
    const test::TemporaryFolder folder;
    auto log = RunLog::open(folder.path(), 0);
    ASSERT_TRUE(log->event("skipped picture", {{"file", "caf\xe9.png"}, {"reason", "torn"}}));
    const auto events = eventsIn(folder.path());
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0]["event"], "skipped picture");
    EXPECT_EQ(events[0]["reason"], "torn");
    EXPECT_EQ(events[0]["time"].get<std::string>().size(), std::string("2024-01-02T03:04:05Z").size());
}

TEST(RunLog, AMissingFolderIsAnErrorThatNamesIt)
{
    const test::TemporaryFolder folder;
    const auto log = RunLog::open(folder / "nowhere", 0);
    ASSERT_FALSE(log);
    EXPECT_NE(log.error().context.find("nowhere"), std::string::npos);
    EXPECT_EQ(readEpochs(folder / "nowhere").error().code, ErrorCode::NotFound);
}

} // namespace nakama
