#pragma once

#include "core/base/result.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <filesystem>
#include <functional>

namespace nakama
{

/** How a database file is opened. */
enum class DatabaseMode { ReadOnly, ReadWrite };

/**
 * One SQLite connection of the thread that opened it, and the few ways in which the catalogue uses it.
 * Write-ahead log; every commit is synced, so that a label survives a power cut the moment it is stored;
 * foreign keys are checked; others' locks are waited for.
 */
class Database
{
public:
    /** Errors: NotFound, CorruptData, Busy, Io. Makes the file in ReadWrite mode. */
    static Result<Database> open(const std::filesystem::path& file, DatabaseMode mode);

    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();

    /** Runs one statement with its positional values; the answer's rows follow by next(). */
    Result<QSqlQuery> query(const char* sql, const QVariantList& values = {}) const;
    /** The same for a statement without rows; returns the number of rows that it changed. */
    Result<int> execute(const char* sql, const QVariantList& values = {}) const;
    /** First column of the first row; an invalid QVariant where there is no row. */
    Result<QVariant> value(const char* sql, const QVariantList& values = {}) const;

    /** Runs work in a write transaction, or in the one that is open; an error or exception rolls it back. */
    Result<void> write(const std::function<Result<void>()>& work);
    /** Runs work on one unchanging view of the data. */
    Result<void> read(const std::function<Result<void>()>& work);

    const std::filesystem::path& file() const { return m_file; }
    DatabaseMode mode() const { return m_mode; }

private:
    Database(std::filesystem::path file, DatabaseMode mode);
    Result<void> connect(const QString& name, const QString& options);
    Result<void> transaction(const char* begin, const std::function<Result<void>()>& work);
    Error errorOf(const QSqlError& error) const;

    std::filesystem::path m_file;
    DatabaseMode m_mode;
    QString m_connectionName; ///< empty after a move
    bool m_inTransaction = false;
};

} // namespace nakama
