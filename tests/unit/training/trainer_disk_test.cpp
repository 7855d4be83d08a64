#include "tests/unit/training/run_folder.h"

#include <gtest/gtest.h>
#include <sys/mount.h>

#include <cstring>
#include <fstream>

namespace nakama
{

namespace
{

constexpr auto waiting = "waiting for room on the disk (MB)";

/** A run whose folder is a disk of its own, too small for what is on it; empty where mounting is forbidden.
 */
class TrainerDisk : public testing::Test
{
protected:
    void SetUp() override
    {
        if (::mount("none", m_run.run().c_str(), "tmpfs", 0, "size=300m") != 0)
            GTEST_SKIP() << "only root may mount a small disk (" << std::strerror(errno) << ")";
        m_mounted = true;
    }
    ~TrainerDisk() override
    {
        if (m_mounted)
            ::umount(m_run.run().c_str());
    }

    std::filesystem::path filler() const { return m_run.run() / "filler"; }
    /** Leaves no room. */
    void fill() const
    {
        std::ofstream file(filler(), std::ios::binary);
        const std::string block(1 << 20, 'x');
        while (file.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }

    test::RunFolder m_run;
    bool m_mounted = false;
};

} // namespace

TEST_F(TrainerDisk, WaitsForRoomAndEndsAsARunThatNeverWaited)
{
    const auto config = test::shapeConfig(3);
    TrainingObserver observer;
    observer.epoch = [&](const EpochRecord& epoch) {
        if (epoch.epoch == 1)
            fill();
    };
    int waits = 0;
    const JobContext context({}, [&](const Progress& progress) {
        if (progress.stage != waiting)
            return;
        EXPECT_GT(progress.total, 0);
        if (++waits == 3)
            std::filesystem::remove(filler());
    });
    const auto result = m_run.train(config, context, observer);
    ASSERT_TRUE(result) << result.error().text();
    EXPECT_GE(waits, 3);
    EXPECT_EQ(readEpochs(m_run.run()).value().size(), 3u);

    const test::RunFolder whole;
    ASSERT_TRUE(whole.train(config));
    test::expectSameTensors(whole.checkpoint("last"), m_run.checkpoint("last"));
}

TEST_F(TrainerDisk, IsStoppedWhileItWaitsAndGoesOnLater)
{
    const auto config = test::shapeConfig(2);
    TrainingObserver observer;
    observer.epoch = [&](const EpochRecord&) { fill(); };
    const CancelToken token;
    const JobContext context(token, [&](const Progress& progress) {
        if (progress.stage == waiting)
            token.request();
    });
    const auto stopped = m_run.train(config, context, observer);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled) << stopped.error().text();

    std::filesystem::remove(filler());
    m_run.data().resume = true;
    const auto resumed = m_run.train(config);
    ASSERT_TRUE(resumed) << resumed.error().text();
    EXPECT_EQ(resumed->epochs.size(), 2u);
}

} // namespace nakama
