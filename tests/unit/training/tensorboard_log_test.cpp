#include "core/base/atomic_file.h"
#include "core/training/run_log.h"
#include "core/training/tensorboard_log.h"
#include "tests/support/temporary_folder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>

namespace nakama
{

namespace
{

/** What a message of the wire format says, as a reader that knows only the format sees it. */
struct Message
{
    std::map<int, std::uint64_t> numbers; ///< varints, and the bits of fixed ones
    std::map<int, std::vector<std::string>> texts;
};

std::uint64_t takeFixed(std::string_view& text, std::size_t bytes)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < bytes; ++i)
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(text.at(i))) << (8 * i);
    text.remove_prefix(bytes);
    return number;
}

std::uint64_t takeVarint(std::string_view& text)
{
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<std::uint64_t>(takeFixed(text, 1));
        number |= (byte & 0x7f) << shift;
        if (byte < 0x80)
            return number;
    }
}

Message parse(std::string_view text)
{
    Message message;
    while (!text.empty()) {
        const auto key = takeVarint(text);
        const int field = static_cast<int>(key >> 3);
        switch (key & 7) {
        case 0:
            message.numbers[field] = takeVarint(text);
            break;
        case 1:
            message.numbers[field] = takeFixed(text, 8);
            break;
        case 2: {
            const auto size = takeVarint(text);
            message.texts[field].emplace_back(text.substr(0, size));
            text.remove_prefix(size);
            break;
        }
        case 5:
            message.numbers[field] = takeFixed(text, 4);
            break;
        default:
            ADD_FAILURE() << "wire type " << (key & 7);
            return message;
        }
    }
    return message;
}

/** The messages of a TFRecord file, with their sums looked at. */
std::vector<Message> eventsIn(const std::filesystem::path& file)
{
    const auto content = readTextFile(file).value();
    std::string_view text = content;
    std::vector<Message> events;
    while (!text.empty()) {
        const auto lengthBytes = text.substr(0, 8);
        const auto length = takeFixed(text, 8);
        EXPECT_EQ(takeFixed(text, 4), maskedCrc32c(lengthBytes));
        const auto body = text.substr(0, length);
        text.remove_prefix(length);
        EXPECT_EQ(takeFixed(text, 4), maskedCrc32c(body));
        events.push_back(parse(body));
    }
    return events;
}

using Points = std::map<std::uint64_t, float>;

/** Reads a folder as TensorBoard does: file after file, and a restart drops what was from its step on. */
std::map<std::string, Points> readAsTensorBoard(const std::filesystem::path& folder)
{
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.insert(entry.path());
    std::map<std::string, Points> curves;
    for (const auto& file : files)
        for (const auto& event : eventsIn(file)) {
            const auto step = event.numbers.at(2);
            if (event.texts.contains(7))
                for (auto& [tag, points] : curves)
                    points.erase(points.lower_bound(step), points.end());
            if (!event.texts.contains(5))
                continue;
            const auto summary = parse(event.texts.at(5).front());
            for (const auto& text : summary.texts.at(1)) {
                const auto value = parse(text);
                const auto bits = static_cast<std::uint32_t>(value.numbers.at(2));
                const bool isNew =
                    curves[value.texts.at(1).front()].emplace(step, std::bit_cast<float>(bits)).second;
                EXPECT_TRUE(isNew) << value.texts.at(1).front() << " twice at " << step;
            }
        }
    return curves;
}

Result<void> logEpoch(RunLog& log, int epoch, int steps)
{
    for (int step = 1; step <= steps; ++step)
        NAKAMA_CHECK(log.step({epoch, step, steps, 10.0 * epoch + step, 0.001}));
    EpochRecord record;
    record.epoch = epoch;
    record.trainLoss = 1.0 / epoch;
    record.val.macro = 0.25 * epoch;
    return log.epoch(record);
}

} // namespace

TEST(TensorBoardLog, SumsAreThoseOfTheSpecification)
{
    // RFC 3720, B.4: 32 bytes of zeros have the CRC-32C 0x8a9136aa.
    const std::uint32_t crc = 0x8a9136aa;
    EXPECT_EQ(maskedCrc32c(std::string(32, '\0')), std::rotr(crc, 15) + 0xa282ead8);
}

TEST(TensorBoardLog, BeginsWithTheVersionAndARestart)
{
    const test::TemporaryFolder folder;
    TensorBoardLog log(folder / "tensorboard");
    const TensorBoardScalar scalar{"loss/train", 0.5};
    ASSERT_TRUE(log.begin(300));
    ASSERT_TRUE(log.begin(301));
    ASSERT_TRUE(log.write(309, std::span(&scalar, 1)));
    const auto file = std::filesystem::directory_iterator(folder / "tensorboard")->path();
    EXPECT_TRUE(file.filename().string().starts_with("events.out.tfevents."));
    const auto events = eventsIn(file);
    ASSERT_EQ(events.size(), 3u);
    EXPECT_EQ(events[0].texts.at(3).front(), "brain.Event:2");
    EXPECT_GT(std::bit_cast<double>(events[0].numbers.at(1)), 1.7e9);
    EXPECT_EQ(events[1].numbers.at(2), 300u);
    EXPECT_EQ(parse(events[1].texts.at(7).front()).numbers.at(1), 1u);
    EXPECT_EQ(events[2].numbers.at(2), 309u);
}

TEST(TensorBoardLog, HasTheEpochsAndTheLossOfEveryTenBatches)
{
    const test::TemporaryFolder folder;
    auto log = RunLog::open(folder.path(), 0);
    ASSERT_TRUE(log);
    ASSERT_TRUE(logEpoch(*log, 1, 25));
    ASSERT_TRUE(logEpoch(*log, 2, 25));
    const auto curves = readAsTensorBoard(folder / "tensorboard");
    EXPECT_EQ(curves.at("f1/macro"), (Points{{25, 0.25F}, {50, 0.5F}}));
    EXPECT_EQ(curves.at("epoch"), (Points{{25, 1.F}, {50, 2.F}}));
    EXPECT_EQ(curves.at("loss/batch"),
              (Points{{10, 15.5F}, {20, 25.5F}, {25, 33.F}, {35, 25.5F}, {45, 35.5F}, {50, 43.F}}));
    EXPECT_EQ(curves.at("learning_rate/batch").at(25), 0.001F);
    for (const auto* tag : {"loss/train", "loss/val", "f1/micro", "f1/weighted", "learning_rate",
                            "speed/images_per_second", "speed/data_wait_share"})
        EXPECT_EQ(curves.at(tag).size(), 2u) << tag;
}

TEST(TensorBoardLog, AResumedRunHasEveryPointOnce)
{
    const test::TemporaryFolder folder;
    {
        auto log = RunLog::open(folder.path(), 0);
        for (int epoch = 1; epoch <= 3; ++epoch)
            ASSERT_TRUE(logEpoch(*log, epoch, 4));
    }
    auto log = RunLog::open(folder.path(), 2);
    ASSERT_TRUE(log);
    auto curves = readAsTensorBoard(folder / "tensorboard");
    EXPECT_EQ(curves.at("f1/macro").size(), 3u) << "nothing new was written yet";
    ASSERT_TRUE(logEpoch(*log, 3, 4));
    curves = readAsTensorBoard(folder / "tensorboard");
    EXPECT_EQ(curves.at("f1/macro"), (Points{{4, 0.25F}, {8, 0.5F}, {12, 0.75F}}));
    EXPECT_EQ(curves.at("loss/batch").size(), 3u);
}

TEST(TensorBoardLog, TensorBoardItselfReadsAResumedRun)
{
    const std::string reader =
        "from tensorboard.backend.event_processing.event_accumulator import EventAccumulator";
    if (std::system(("python3 -W ignore -c '" + reader + "' >/dev/null 2>&1").c_str()) != 0)
        GTEST_SKIP() << "needs python3 with tensorboard";
    const test::TemporaryFolder folder;
    for (const int kept : {0, 2}) {
        auto log = RunLog::open(folder.path(), kept);
        ASSERT_TRUE(log);
        for (int epoch = kept + 1; epoch <= 3; ++epoch)
            ASSERT_TRUE(logEpoch(*log, epoch, 4));
    }
    const auto out = folder / "points.txt";
    const auto command = fmt::format("python3 -W ignore -c '{}\n"
                                     "log = EventAccumulator(\"{}\")\n"
                                     "log.Reload()\n"
                                     "for point in log.Scalars(\"f1/macro\"):\n"
                                     "    print(point.step, point.value)' > '{}' 2>/dev/null",
                                     reader, (folder / "tensorboard").string(), out.string());
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_EQ(readTextFile(out).value(), "4 0.25\n8 0.5\n12 0.75\n");
}

TEST(TensorBoardLog, WhatWasWrittenAfterTheCheckpointIsForgotten)
{
    const test::TemporaryFolder folder;
    {
        auto log = RunLog::open(folder.path(), 0);
        ASSERT_TRUE(logEpoch(*log, 1, 30));
        for (int step = 1; step <= 22; ++step)
            ASSERT_TRUE(log->step({2, step, 30, 1.0}));
    }
    auto log = RunLog::open(folder.path(), 1);
    for (int step = 7; step <= 30; ++step) // from a checkpoint within the epoch
        ASSERT_TRUE(log->step({2, step, 30, 2.0}));
    const auto losses = readAsTensorBoard(folder / "tensorboard").at("loss/batch");
    EXPECT_EQ(losses.lower_bound(31)->first, 46u) << "not 40, which was after the checkpoint";
    EXPECT_EQ(losses.at(60), 2.F);
}

TEST(TensorBoardLog, ARunThatStartsAnewForgetsTheOldFiles)
{
    const test::TemporaryFolder folder;
    auto before = RunLog::open(folder.path(), 0);
    ASSERT_TRUE(logEpoch(*before, 1, 4));
    EXPECT_TRUE(std::filesystem::exists(folder / "tensorboard"));
    ASSERT_TRUE(RunLog::open(folder.path(), 0));
    EXPECT_FALSE(std::filesystem::exists(folder / "tensorboard"));
}

TEST(TensorBoardLog, AFolderThatCannotBeMadeIsNamed)
{
    const test::TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "tensorboard", "a file in the way"));
    TensorBoardLog log(folder / "tensorboard");
    const auto begun = log.begin(1);
    ASSERT_FALSE(begun);
    EXPECT_NE(begun.error().text().find("tensorboard"), std::string::npos);
}

} // namespace nakama
