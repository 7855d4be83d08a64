#pragma once

#include "core/workspace/detail/database.h"

#include <filesystem>
#include <vector>

namespace nakama
{

/** What brings a catalogue of format (to − 1) to format (to). Released migrations are never edited. */
struct Migration
{
    int to = 0;
    std::vector<const char*> statements;
};

/** All migrations, oldest first: format 1 makes the tables, each later one is a file of its own. */
const std::vector<Migration>& catalogueMigrations();

extern const Migration format1;
extern const Migration format2;
extern const Migration format3;
extern const Migration format4;
extern const Migration format5;
extern const Migration format6;

/** PRAGMA user_version; 0 for a new file. */
Result<int> catalogueFormat(const Database& database);

/** Where the catalogue of an older format is kept. */
std::filesystem::path catalogueBackup(const std::filesystem::path& catalogue, int format);

/**
 * Brings the catalogue to the newest format of migrations, in one transaction: it ends whole or not at all.
 * One that has content is copied first, to catalogueBackup(). Errors: NewerFormat; those of the database.
 */
Result<void> migrateCatalogue(Database& database, const std::vector<Migration>& migrations);

} // namespace nakama
