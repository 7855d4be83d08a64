#include "core/workspace/detail/migrations.h"

#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cerrno>

namespace nakama
{

namespace
{

Result<void> syncFile(const std::filesystem::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(systemError(errno, "open the backup", path));
    const int status = ::fsync(descriptor);
    const int reason = errno;
    ::close(descriptor);
    if (status != 0)
        return fail(systemError(reason, "save the backup", path));
    return {};
}

/** A consistent copy, content of the write-ahead log included; it replaces one of an attempt that failed. */
Result<void> backUp(const Database& database, int format)
{
    const auto backup = catalogueBackup(database.file(), format);
    auto partial = backup;
    partial += ".partial";
    std::error_code error;
    std::filesystem::remove(partial, error);
    NAKAMA_CHECK(database.execute("VACUUM INTO ?", {QString::fromStdString(partial.string())}));
    NAKAMA_CHECK(syncFile(partial));
    std::filesystem::rename(partial, backup, error);
    if (error)
        return fail(systemError(error.value(), "keep a backup of the catalogue", backup));
    spdlog::info("kept the catalogue of format {} as {}", format, backup.string());
    return {};
}

} // namespace

const std::vector<Migration>& catalogueMigrations()
{
    static const std::vector<Migration> migrations{format1, format2, format3, format4, format5, format6};
    return migrations;
}

Result<int> catalogueFormat(const Database& database)
{
    NAKAMA_TRY(const auto format, database.value("PRAGMA user_version"));
    return format.toInt();
}

std::filesystem::path catalogueBackup(const std::filesystem::path& catalogue, int format)
{
    return catalogue.parent_path() / fmt::format("catalogue-format-{}-backup.sqlite", format);
}

Result<void> migrateCatalogue(Database& database, const std::vector<Migration>& migrations)
{
    const int newest = migrations.back().to;
    NAKAMA_TRY(const int present, catalogueFormat(database));
    if (present > newest)
        return fail(
            ErrorCode::NewerFormat,
            fmt::format("this workspace was written by a newer Nakama (format {}; this one reads up to "
                        "{}); install the newer version to open it",
                        present, newest),
            database.file().string());
    if (present == newest)
        return {};
    if (present > 0)
        NAKAMA_CHECK(backUp(database, present));
    return database.write([&]() -> Result<void> {
        for (const auto& migration : migrations) {
            if (migration.to <= present)
                continue;
            for (const char* statement : migration.statements)
                NAKAMA_CHECK(database.execute(statement));
        }
        // PRAGMA takes no bound value.
        NAKAMA_CHECK(database.execute(fmt::format("PRAGMA user_version = {}", newest).c_str()));
        return {};
    });
}

} // namespace nakama
