#include "tests/unit/danbooru/danbooru_fixture.h"

namespace nakama::test
{

using namespace std::chrono_literals;

ClientParams quickClient(const StandInBooru& booru)
{
    ClientParams params;
    params.server = booru.address();
    params.requestsPerSecond = 1000;
    params.firstPause = 10ms;
    params.longestPause = 2000ms;
    params.silence = 1000ms;
    return params;
}

nlohmann::json booruPosts(std::int64_t first, int count, const std::string& characters)
{
    auto posts = nlohmann::json::array();
    for (int i = 0; i < count; ++i)
        posts.push_back(booruPost(first + i, characters));
    return posts;
}

DanbooruTest::DanbooruTest()
{
    m_workspace = must(Workspace::create(
        m_folder / "workspace",
        {"", {{"Luffy", "", {}, luffy}, {"Zoro", "", {}, zoro}, {"Nami", "", {}, {}}}, false}));
    m_catalogue = must(m_workspace->catalogue());
}

CollectParams DanbooruTest::paramsFor(std::vector<CollectWish> wishes) const
{
    CollectParams params;
    params.client = quickClient(*m_booru);
    params.wishes = std::move(wishes);
    return params;
}

JobOutcome DanbooruTest::run(const CollectParams& params, const CollectObserver& observer,
                             const CancelToken& token)
{
    CollectJob job(*m_workspace, params, observer);
    JobContext context(token);
    auto outcome = runJob(job, context);
    m_report = job.report();
    expectConsistent(*m_workspace);
    EXPECT_TRUE(std::filesystem::is_empty(m_workspace->incomingFolder())) << "nothing half-written stays";
    return outcome;
}

CollectReport DanbooruTest::collect(const CollectParams& params)
{
    const auto outcome = run(params);
    EXPECT_EQ(outcome.state, JobState::Succeeded) << outcome.error.text();
    return m_report;
}

std::vector<ImageRecord> DanbooruTest::pictures(int classIndex) const
{
    ImageFilter filter;
    filter.classIndex = classIndex;
    return must(m_catalogue->images(filter));
}

} // namespace nakama::test
