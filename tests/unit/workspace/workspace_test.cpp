#include "core/base/atomic_file.h"
#include "core/workspace/detail/migrations.h"
#include "core/workspace/workspace.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <fstream>

namespace nakama
{

namespace fs = std::filesystem;
using test::must;
using test::picture;
using test::TemporaryFolder;
using test::threeClasses;

namespace
{

ErrorCode codeOfOpen(const fs::path& folder, Access access = Access::ReadWrite)
{
    const auto opened = Workspace::open(folder, access);
    return opened ? ErrorCode::Internal : opened.error().code;
}

void writeText(const fs::path& path, const std::string& text)
{
    must(writeFileAtomically(path, text));
}

} // namespace

TEST(Workspace, IsMadeAndOpenedAgain)
{
    const TemporaryFolder folder;
    const auto root = folder / "new" / "海賊 pictures";
    {
        auto params = threeClasses();
        params.preset = "one-piece";
        params.sample = true;
        const auto workspace = must(Workspace::create(root, params));
        EXPECT_EQ(workspace.access(), Access::ReadWrite);
        EXPECT_TRUE(fs::is_directory(workspace.incomingFolder()));
        auto catalogue = must(workspace.catalogue());
        must(catalogue.addImage(picture("a", 1)));
    }
    const auto workspace = must(Workspace::open(root / "", Access::ReadWrite));
    EXPECT_EQ(workspace.folder(), root);
    EXPECT_EQ(workspace.preset(), "one-piece");
    EXPECT_TRUE(workspace.isSample());
    const auto catalogue = must(workspace.catalogue());
    EXPECT_EQ(must(catalogue.classes()).size(), 3u);
    EXPECT_EQ(must(catalogue.images()).size(), 1u);
    EXPECT_EQ(workspace.imagePath("abcd", "png"), root / "images" / "ab" / "abcd.png");
    const auto json = nlohmann::json::parse(must(readTextFile(root / "workspace.json")));
    EXPECT_EQ(json.at("format"), Workspace::formatVersion());
}

TEST(Workspace, AFolderWithOtherThingsIsLeftAlone)
{
    const TemporaryFolder folder;
    writeText(folder / "mine.txt", "hello");
    const auto refused = Workspace::create(folder.path(), threeClasses());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);

    must(Workspace::create(folder / "w", threeClasses()));
    EXPECT_EQ(Workspace::create(folder / "w", threeClasses()).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(Workspace::create(folder / "v", {"", {{"a/b", "", {}, ""}}, false}).error().code,
              ErrorCode::InvalidArgument);
    EXPECT_FALSE(fs::exists(folder / "v"));
    EXPECT_EQ(Workspace::create("", threeClasses()).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(Workspace::create(folder / "\xFF", threeClasses()).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(Workspace::create(folder / "mine.txt" / "w", threeClasses()).error().code, ErrorCode::Io);
}

TEST(Workspace, AnInterruptedCreationMayBeRepeated)
{
    const TemporaryFolder folder;
    must(Workspace::create(folder / "w", {"", {{"Other", "", {}, ""}}, false}));
    fs::remove(folder / "w" / "workspace.json"); // it is written last
    EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::NotFound);
    const auto workspace = must(Workspace::create(folder / "w", threeClasses()));
    EXPECT_EQ(must(must(workspace.catalogue()).classes()).front().name, "Luffy");
}

TEST(Workspace, WithPicturesButNoDescriptionIsNotMadeAnew)
{
    const TemporaryFolder folder;
    must(Workspace::create(folder / "w", threeClasses()));
    fs::create_directory(folder / "w" / "images" / "ab");
    fs::remove(folder / "w" / "workspace.json");
    EXPECT_EQ(Workspace::create(folder / "w", threeClasses()).error().code, ErrorCode::AlreadyExists);
}

TEST(Workspace, SaysWhyItDoesNotOpen)
{
    const TemporaryFolder folder;
    EXPECT_EQ(codeOfOpen(folder.path()), ErrorCode::NotFound);
    EXPECT_EQ(codeOfOpen(folder / "missing", Access::ReadOnly), ErrorCode::NotFound);
    must(Workspace::create(folder / "w", threeClasses()));
    const auto description = folder / "w" / "workspace.json";
    for (const auto* text : {"", "{", "[]", "{}", R"({"format":"one"})", R"({"format":0})"}) {
        writeText(description, text);
        EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::CorruptData) << text;
    }
    writeText(description, R"({"format":999})");
    EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::NewerFormat);
    EXPECT_EQ(codeOfOpen(folder / "w", Access::ReadOnly), ErrorCode::NewerFormat);

    writeText(description, R"({"format":1})");
    EXPECT_TRUE(Workspace::open(folder / "w", Access::ReadWrite));
    writeText(folder / "w" / "catalogue.sqlite", std::string(8192, 'x'));
    EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::CorruptData);
    EXPECT_EQ(codeOfOpen(folder / "w", Access::ReadOnly), ErrorCode::CorruptData);
    fs::remove(folder / "w" / "catalogue.sqlite");
    EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::CorruptData);
    EXPECT_FALSE(fs::exists(folder / "w" / "catalogue.sqlite"));
}

TEST(Workspace, OneWriterManyReaders)
{
    const TemporaryFolder folder;
    std::optional<Catalogue> catalogue;
    {
        const auto writer = must(Workspace::create(folder / "w", threeClasses()));
        EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::Busy);
        EXPECT_TRUE(Workspace::open(folder / "w", Access::ReadOnly));
        catalogue = must(writer.catalogue());
    }
    EXPECT_EQ(codeOfOpen(folder / "w"), ErrorCode::Busy) << "a catalogue may still write";
    catalogue.reset();
    EXPECT_TRUE(Workspace::open(folder / "w", Access::ReadWrite));
}

TEST(Workspace, OpeningRepairsWhatAKilledProcessLeft)
{
    const TemporaryFolder folder;
    const auto root = folder / "w";
    std::string id;
    {
        const auto workspace = must(Workspace::create(root, threeClasses()));
        auto catalogue = must(workspace.catalogue());
        id = must(catalogue.addRun("resnet18", 3)).id;
        auto finished = must(catalogue.addRun("resnet18", 3));
        finished.status = RunStatus::Finished;
        must(catalogue.updateRun(finished));
        fs::create_directories(workspace.runFolder(id) / "checkpoints");
    }
    const std::vector<fs::path> leftovers{root / ".workspace.json.nakama-tmp-1-2",
                                          root / "images/incoming/ab.png",
                                          root / "runs" / id / ".config.json.nakama-tmp-1-2",
                                          root / "runs" / id / "checkpoints/.best.nakama-tmp-1-2"};
    for (const auto& path : leftovers)
        std::ofstream(path) << "torn";
    fs::remove_all(root / "prepared");

    const auto reader = must(Workspace::open(root, Access::ReadOnly));
    EXPECT_EQ(must(must(reader.catalogue()).run(id)).status, RunStatus::Running)
        << "a reader changes nothing";
    EXPECT_TRUE(fs::exists(leftovers[0]));

    const auto workspace = must(Workspace::open(root, Access::ReadWrite));
    for (const auto& path : leftovers)
        EXPECT_FALSE(fs::exists(path)) << path;
    EXPECT_TRUE(fs::is_directory(workspace.preparedFolder()));
    const auto catalogue = must(workspace.catalogue());
    const auto run = must(catalogue.run(id));
    EXPECT_EQ(run.status, RunStatus::Cancelled);
    EXPECT_FALSE(run.finishedAt.empty());
    EXPECT_FALSE(run.message.empty());
    EXPECT_EQ(must(catalogue.run("latest")).status, RunStatus::Finished);
}

TEST(Workspace, ReadOnlyNeedsNoRightToWrite)
{
    const TemporaryFolder folder;
    const auto root = folder / "w";
    {
        const auto workspace = must(Workspace::create(root, threeClasses()));
        auto catalogue = must(workspace.catalogue());
        must(catalogue.addImage(picture("a", 1)));
    }
    fs::permissions(folder.path(), fs::perms::all);
    fs::permissions(root, static_cast<fs::perms>(0555));
    fs::permissions(root / "workspace.json", static_cast<fs::perms>(0444));
    fs::permissions(root / "catalogue.sqlite", static_cast<fs::perms>(0444));
    if (::getuid() == 0) { // permissions do not bind root
        ASSERT_EQ(::seteuid(65534), 0);
    }
    const auto reader = Workspace::open(root, Access::ReadOnly);
    const auto count = reader ? must(must(reader->catalogue()).images()).size() : 0;
    const auto writer = codeOfOpen(root);
    if (::getuid() == 0) {
        ASSERT_EQ(::seteuid(0), 0);
    }
    fs::permissions(root, fs::perms::owner_all);
    EXPECT_TRUE(reader) << reader.error().text();
    EXPECT_EQ(count, 1u);
    EXPECT_EQ(writer, ErrorCode::Io);
}

} // namespace nakama
