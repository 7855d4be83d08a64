#include "core/workspace/write_lock.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace nakama
{

using test::must;

TEST(WriteLock, IsHeldOnceAndGivenBack)
{
    const test::TemporaryFolder folder;
    {
        const auto lock = must(WriteLock::acquire(folder / "lock"));
        const auto other = WriteLock::acquire(folder / "lock");
        ASSERT_FALSE(other);
        EXPECT_EQ(other.error().code, ErrorCode::Busy);
        EXPECT_NE(other.error().message.find("process " + std::to_string(::getpid())), std::string::npos)
            << other.error().message;
    }
    EXPECT_TRUE(WriteLock::acquire(folder / "lock"));
    EXPECT_FALSE(WriteLock::acquire(folder / "missing" / "lock"));
}

TEST(WriteLock, OfAKilledProcessIsFree)
{
    const test::TemporaryFolder folder;
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        const auto lock = WriteLock::acquire(folder / "lock");
        const char byte = lock ? 'y' : 'n';
        if (::write(ready[1], &byte, 1) == 1)
            ::pause();
        ::_exit(1);
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    EXPECT_EQ(byte, 'y');
    const auto busy = WriteLock::acquire(folder / "lock");
    ASSERT_FALSE(busy);
    EXPECT_NE(busy.error().message.find("process " + std::to_string(child)), std::string::npos);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(WriteLock::acquire(folder / "lock"));
    ::close(ready[0]);
    ::close(ready[1]);
}

} // namespace nakama
