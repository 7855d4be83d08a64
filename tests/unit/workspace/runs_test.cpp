#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

using test::must;
using RunsTest = test::WorkspaceTest;

TEST_F(RunsTest, IdsAreDateModelNumber)
{
    const auto first = must(m_catalogue.addRun("resnet18", 5));
    const auto second = must(m_catalogue.addRun("resnet18", 6));
    const auto other = must(m_catalogue.addRun("resnet1", 7));
    EXPECT_EQ(first.id, first.startedAt.substr(0, 10) + "-resnet18-1");
    EXPECT_EQ(second.id, second.startedAt.substr(0, 10) + "-resnet18-2");
    EXPECT_EQ(other.id, other.startedAt.substr(0, 10) + "-resnet1-1");
    EXPECT_EQ(first.status, RunStatus::Running);
    EXPECT_EQ(m_catalogue.addRun("../evil", 1).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(m_catalogue.addRun("", 1).error().code, ErrorCode::InvalidArgument);
}

TEST_F(RunsTest, UpdatesAndLists)
{
    EXPECT_EQ(m_catalogue.run("latest").error().code, ErrorCode::NotFound);
    auto run = must(m_catalogue.addRun("resnet18", 5));
    run.status = RunStatus::Failed;
    run.finishedAt = "2026-01-31T12:00:00Z";
    run.epochs = 3;
    run.plannedEpochs = 9;
    run.bestEpoch = 2;
    run.bestMacro = 0.123456789012345678;
    run.message = "why";
    must(m_catalogue.updateRun(run));
    const auto newer = must(m_catalogue.addRun("resnet50", 1));

    const auto stored = must(m_catalogue.run(run.id));
    EXPECT_EQ(stored.status, RunStatus::Failed);
    EXPECT_EQ(stored.finishedAt, run.finishedAt);
    EXPECT_EQ(stored.epochs, 3);
    EXPECT_EQ(stored.plannedEpochs, 9);
    EXPECT_EQ(stored.bestEpoch, 2);
    EXPECT_EQ(stored.bestMacro, run.bestMacro);
    EXPECT_EQ(stored.message, "why");
    EXPECT_EQ(must(m_catalogue.run("latest")).id, newer.id);
    const auto runs = must(m_catalogue.runs());
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs.front().id, newer.id);

    const auto missing = m_catalogue.run("2020-01-01-resnet18-1");
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_NE(missing.error().message.find(newer.id), std::string::npos);
    run.id = "none";
    EXPECT_EQ(m_catalogue.updateRun(run).error().code, ErrorCode::NotFound);
}

TEST_F(RunsTest, ARemovedRunIsGone)
{
    const auto first = must(m_catalogue.addRun("resnet18", 5));
    const auto second = must(m_catalogue.addRun("resnet18", 5));
    must(m_catalogue.removeRun(first.id));
    EXPECT_EQ(m_catalogue.run(first.id).error().code, ErrorCode::NotFound);
    EXPECT_EQ(must(m_catalogue.runs()).size(), 1u);
    EXPECT_EQ(must(m_catalogue.run("latest")).id, second.id);
    EXPECT_EQ(m_catalogue.removeRun(first.id).error().code, ErrorCode::NotFound);
}

} // namespace nakama
