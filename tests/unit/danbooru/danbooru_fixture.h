#pragma once

#include "core/danbooru/collect_job.h"
#include "core/workspace/catalogue.h"
#include "tests/support/booru/stand_in_booru.h"
#include "tests/unit/collect/collect_fixture.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace nakama::test
{

/** As fast as this machine, with pauses of milliseconds. */
ClientParams quickClient(const StandInBooru& booru);

/** Posts first, first + 1, … of a character. */
nlohmann::json booruPosts(std::int64_t first, int count, const std::string& characters);

/** A workspace whose classes Luffy and Zoro have tags, and Nami none. */
class DanbooruTest : public ::testing::Test
{
protected:
    static constexpr auto luffy = "monkey_d._luffy";
    static constexpr auto zoro = "roronoa_zoro";

    DanbooruTest();

    void start(const nlohmann::json& scenario) { m_booru.emplace(scenario); }
    CollectParams paramsFor(std::vector<CollectWish> wishes) const;
    /** Runs to the end; the outcome is the caller's to judge. */
    JobOutcome run(const CollectParams& params, const CollectObserver& observer = {},
                   const CancelToken& token = {});
    /** Runs one that must succeed; its report. */
    CollectReport collect(const CollectParams& params);
    /** Pictures with this label, all consistent with their files. */
    std::vector<ImageRecord> pictures(int classIndex) const;

    TemporaryFolder m_folder;
    std::optional<StandInBooru> m_booru;
    std::optional<Workspace> m_workspace;
    std::optional<Catalogue> m_catalogue;
    CollectReport m_report; ///< of the last run
};

} // namespace nakama::test
