#include "core/workspace/detail/database.h"

#include <QSqlDatabase>
#include <QUrl>

#include <fmt/format.h>

#include <atomic>
#include <utility>

namespace nakama
{

namespace
{

QString newConnectionName()
{
    static std::atomic<unsigned> counter{0};
    return QStringLiteral("nakama-%1").arg(counter++);
}

/** SQLite's primary result codes (sqlite.org/rescode.html); Qt does not pass them on as constants. */
ErrorCode codeOf(int sqliteCode)
{
    enum { busy = 5, locked = 6, corrupt = 11, full = 13, constraint = 19, notADatabase = 26 };
    switch (sqliteCode & 0xff) {
    case full:
        return ErrorCode::DiskFull;
    case busy:
    case locked:
        return ErrorCode::Busy;
    case corrupt:
    case notADatabase:
        return ErrorCode::CorruptData;
    case constraint:
        return ErrorCode::InvalidArgument;
    default:
        return ErrorCode::Io;
    }
}

std::string adviceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return "; free some space and try again";
    case ErrorCode::Busy:
        return "; wait for the program that uses the workspace, then try again";
    case ErrorCode::CorruptData:
        return "; the pictures in images/ are not affected: restore the catalogue from a backup, or import "
               "them "
               "into a new workspace";
    default:
        return "";
    }
}

} // namespace

Database::Database(std::filesystem::path file, DatabaseMode mode)
    : m_file(std::move(file)), m_mode(mode), m_connectionName(newConnectionName())
{
}

Database::Database(Database&& other) noexcept
    : m_file(std::move(other.m_file)), m_mode(other.m_mode),
      m_connectionName(std::exchange(other.m_connectionName, QString())),
      m_inTransaction(other.m_inTransaction)
{
}

Database& Database::operator=(Database&& other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_mode, other.m_mode);
    std::swap(m_connectionName, other.m_connectionName);
    std::swap(m_inTransaction, other.m_inTransaction);
    return *this;
}

Database::~Database()
{
    if (!m_connectionName.isEmpty())
        QSqlDatabase::removeDatabase(m_connectionName);
}

Result<Database> Database::open(const std::filesystem::path& file, DatabaseMode mode)
{
    Database database(file, mode);
    const auto path = QString::fromStdString(file.string());
    if (mode == DatabaseMode::ReadWrite) {
        NAKAMA_CHECK(database.connect(path, QStringLiteral("QSQLITE_BUSY_TIMEOUT=30000")));
        NAKAMA_CHECK(database.value("PRAGMA journal_mode = WAL"));
        NAKAMA_CHECK(database.execute("PRAGMA synchronous = FULL"));
        NAKAMA_CHECK(database.execute("PRAGMA foreign_keys = ON"));
        return database;
    }
    auto opened = database.connect(path, QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=30000"));
    if (opened && database.value("SELECT count(*) FROM sqlite_schema"))
        return database;
    // Where nothing can be written, SQLite cannot make the files that go with the write-ahead log. Without a
    // log nobody writes, and the file may be read as one that does not change.
    std::error_code error;
    const auto logBytes = std::filesystem::file_size(file.string() + "-wal", error);
    if (error || logBytes == 0) {
        QUrl url = QUrl::fromLocalFile(path);
        url.setQuery(QStringLiteral("immutable=1"));
        NAKAMA_CHECK(database.connect(url.toString(QUrl::FullyEncoded),
                                      QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI")));
    }
    NAKAMA_CHECK(database.value("SELECT count(*) FROM sqlite_schema"));
    return database;
}

Result<void> Database::connect(const QString& name, const QString& options)
{
    if (QSqlDatabase::contains(m_connectionName))
        QSqlDatabase::removeDatabase(m_connectionName);
    auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    if (!connection.isValid())
        return fail(ErrorCode::Unsupported,
                    "Qt's SQLite driver is missing; install the package libqt6sql6-sqlite");
    connection.setDatabaseName(name);
    connection.setConnectOptions(options);
    if (!connection.open())
        return fail(errorOf(connection.lastError()));
    return {};
}

Error Database::errorOf(const QSqlError& error) const
{
    const auto code = codeOf(error.nativeErrorCode().toInt());
    return {code,
            fmt::format("the catalogue refused: {} (SQLite error {}){}", error.databaseText().toStdString(),
                        error.nativeErrorCode().toStdString(), adviceFor(code)),
            m_file.string()};
}

Result<QSqlQuery> Database::query(const char* sql, const QVariantList& values) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromUtf8(sql)))
        return fail(errorOf(query.lastError()));
    for (const auto& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return fail(errorOf(query.lastError()));
    return query;
}

Result<int> Database::execute(const char* sql, const QVariantList& values) const
{
    NAKAMA_TRY(const auto done, query(sql, values));
    return done.numRowsAffected();
}

Result<QVariant> Database::value(const char* sql, const QVariantList& values) const
{
    NAKAMA_TRY(auto answer, query(sql, values));
    return answer.next() ? answer.value(0) : QVariant();
}

Result<void> Database::write(const std::function<Result<void>()>& work)
{
    if (m_mode == DatabaseMode::ReadOnly)
        return fail(ErrorCode::InvalidArgument, "this workspace is open for reading only", m_file.string());
    // Immediate: the lock is taken, and waited for, before anything is read, so that a commit never has to
    // fail.
    return transaction("BEGIN IMMEDIATE", work);
}

Result<void> Database::read(const std::function<Result<void>()>& work)
{
    return transaction("BEGIN", work);
}

Result<void> Database::transaction(const char* begin, const std::function<Result<void>()>& work)
{
    if (m_inTransaction)
        return work();
    NAKAMA_CHECK(execute(begin));
    m_inTransaction = true;
    struct Rollback
    {
        Database& database;
        bool wanted = true;
        ~Rollback()
        {
            database.m_inTransaction = false;
            if (wanted)
                static_cast<void>(database.execute("ROLLBACK"));
        }
    } rollback{*this};
    NAKAMA_CHECK(work());
    NAKAMA_CHECK(execute("COMMIT"));
    rollback.wanted = false;
    return {};
}

} // namespace nakama
