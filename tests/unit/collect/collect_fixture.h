#pragma once

#include "core/collect/import_job.h"
#include "core/workspace/catalogue.h"
#include "core/workspace/workspace.h"
#include "tests/support/must.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/collect/zip_bytes.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nakama::test
{

/** A small PNG file; equal numbers give equal bytes. */
std::string png(int number);
/** A JPEG file of this size, with coloured squares. */
std::string jpeg(int number, int width, int height);

/** Checks that the workspace is whole: each row's file is there, and has the content that its name says. */
void expectConsistent(const Workspace& workspace);

/** The reasons why files whose path ends like this were skipped, joined. */
std::string reasonFor(const ImportReport& report, const std::string& pathEnd);

/** A fresh workspace with the classes Luffy (alias Ruffy), Zoro and Nami, and a folder for what is imported.
 */
class CollectTest : public ::testing::Test
{
protected:
    CollectTest();

    ImportParams paramsFor(const std::vector<std::filesystem::path>& paths) const;
    /** Runs an import that must succeed. */
    ImportReport import(const ImportParams& params);
    ImportReport import(const std::vector<std::filesystem::path>& paths) { return import(paramsFor(paths)); }
    JobOutcome outcomeOf(ImportJob& job, const CancelToken& token = {}, JobContext::ProgressSink sink = {});
    std::map<std::string, std::int64_t> perClass() const;

    TemporaryFolder m_folder;
    std::filesystem::path m_input = m_folder / "input";
    std::optional<Workspace> m_workspace;
    std::optional<Catalogue> m_catalogue;
};

} // namespace nakama::test
