#include "core/workspace/detail/migrations.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using test::must;

const Migration first{1, {"CREATE TABLE things (name TEXT NOT NULL)"}};
const Migration second{2, {"ALTER TABLE things ADD COLUMN size INTEGER NOT NULL DEFAULT 7"}};
const Migration third{3, {"UPDATE things SET size = size + 1", "CREATE INDEX by_size ON things (size)"}};
const Migration brokenThird{3, {"UPDATE things SET size = size + 1", "UPDATE nothing SET x = 1"}};

class MigrationsTest : public ::testing::Test
{
protected:
    /** A catalogue of format 1 with one thing in it. */
    Database openOld()
    {
        auto database = must(Database::open(m_file, DatabaseMode::ReadWrite));
        must(migrateCatalogue(database, {first}));
        must(database.execute("INSERT INTO things VALUES ('hat')"));
        return database;
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_file = m_folder / "catalogue.sqlite";
};

} // namespace

TEST_F(MigrationsTest, AnOlderCatalogueIsBackedUpAndMigratedInSteps)
{
    auto database = openOld();
    EXPECT_FALSE(std::filesystem::exists(catalogueBackup(m_file, 0))) << "a new catalogue needs no backup";
    must(migrateCatalogue(database, {first, second, third}));
    EXPECT_EQ(must(catalogueFormat(database)), 3);
    EXPECT_EQ(must(database.value("SELECT size FROM things WHERE name = 'hat'")).toInt(), 8);

    const auto backup = must(Database::open(catalogueBackup(m_file, 1), DatabaseMode::ReadOnly));
    EXPECT_EQ(must(catalogueFormat(backup)), 1);
    EXPECT_EQ(must(backup.value("SELECT name FROM things")).toString().toStdString(), "hat");
    EXPECT_FALSE(backup.value("SELECT size FROM things")) << "the backup has the old shape";

    must(migrateCatalogue(database, {first, second, third}));
    EXPECT_EQ(must(database.value("SELECT size FROM things")).toInt(), 8) << "a second time does nothing";
}

TEST_F(MigrationsTest, AFailedMigrationChangesNothing)
{
    auto database = openOld();
    EXPECT_FALSE(migrateCatalogue(database, {first, second, brokenThird}));
    EXPECT_EQ(must(catalogueFormat(database)), 1);
    EXPECT_FALSE(database.value("SELECT size FROM things"));
    EXPECT_EQ(must(database.value("SELECT name FROM things")).toString().toStdString(), "hat");
    must(migrateCatalogue(database, {first, second, third}));
    EXPECT_EQ(must(catalogueFormat(database)), 3);
}

TEST_F(MigrationsTest, ANewerCatalogueIsRefused)
{
    auto database = openOld();
    must(migrateCatalogue(database, {first, second}));
    const auto result = migrateCatalogue(database, {first});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::NewerFormat);
    EXPECT_NE(result.error().message.find("format 2"), std::string::npos);
}

TEST_F(MigrationsTest, ReleasedFormatsAreNumberedWithoutGaps)
{
    int format = 0;
    for (const auto& migration : catalogueMigrations())
        EXPECT_EQ(migration.to, ++format);
    EXPECT_EQ(Workspace::formatVersion(), format);
}

} // namespace nakama
