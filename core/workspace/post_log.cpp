#include "core/workspace/post_log.h"

#include "core/workspace/detail/connection.h"
#include "core/workspace/detail/post_rows.h"

namespace nakama
{

namespace
{

/** What the posts of a search are to it; the first that holds outweighs the others. Takes the search. */
constexpr const char* standings =
    "SELECT CASE"
    " WHEN sp.objection <> '' THEN 'rejected'"
    " WHEN p.outcome = 'unavailable' THEN 'unavailable'"
    " WHEN p.outcome = 'stored' AND (p.image_id IS NULL OR a.image_id IS NOT NULL) THEN 'rejected'"
    " WHEN p.md5 IN (SELECT md5 FROM rejected_md5) THEN 'rejected'"
    " WHEN p.class_id IS NOT s.class_id THEN 'elsewhere'"
    " ELSE p.outcome END AS standing, p.number, p.id, p.class_id, p.reason, p.original_url"
    " FROM search_posts sp JOIN searches s ON s.number = sp.search JOIN posts p ON p.number = sp.post"
    " LEFT JOIN set_aside a ON a.image_id = p.image_id WHERE sp.search = ?";

QVariant number(std::int64_t value)
{
    return QVariant::fromValue(static_cast<qint64>(value));
}

Search searchFrom(const QSqlQuery& row)
{
    Search search;
    search.number = row.value(0).toLongLong();
    search.classIndex = classIndexOf(row.value(1));
    search.newest = row.value(2).toLongLong();
    search.oldest = row.value(3).toLongLong();
    search.exhausted = row.value(4).toBool();
    search.upToDate = row.value(5).toBool();
    return search;
}

} // namespace

Result<std::optional<Search>> PostLog::find(const SearchKey& key) const
{
    NAKAMA_TRY(auto row, m_catalogue.m_connection->database.query(
                             "SELECT number, class_id, newest, oldest, exhausted, up_to_date FROM searches"
                             " WHERE site = ? AND class_id = ? AND query = ?",
                             {toQt(m_site), key.classIndex, toQt(key.query)}));
    return row.next() ? std::optional(searchFrom(row)) : std::nullopt;
}

Result<std::vector<Search>> PostLog::begin(const std::vector<SearchKey>& keys)
{
    std::vector<Search> searches;
    const auto begin = [&]() -> Result<void> {
        const auto& database = m_catalogue.m_connection->database;
        for (const auto& key : keys) {
            const QVariantList names{toQt(m_site), key.classIndex, toQt(key.query)};
            // A search that lists its newest posts first is up to date with them.
            NAKAMA_CHECK(database.execute("INSERT OR IGNORE INTO searches (site, class_id, query, up_to_date)"
                                          " VALUES (?, ?, ?, 1)",
                                          names));
            NAKAMA_CHECK(database.execute("UPDATE searches SET up_to_date = 0, finished = 0"
                                          " WHERE site = ? AND class_id = ? AND query = ? AND finished = 1",
                                          names));
            NAKAMA_TRY(const auto search, find(key));
            searches.push_back(search.value());
        }
        return {};
    };
    NAKAMA_CHECK(m_catalogue.transaction(begin));
    return searches;
}

Result<void> PostLog::finish(const std::vector<Search>& searches)
{
    return m_catalogue.transaction([&]() -> Result<void> {
        for (const auto& search : searches)
            NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
                "UPDATE searches SET finished = 1 WHERE number = ?", {number(search.number)}));
        return {};
    });
}

Result<void> PostLog::addPage(const Search& search, const std::vector<ListedPost>& posts)
{
    return m_catalogue.transaction([&]() -> Result<void> {
        for (const auto& listed : posts)
            NAKAMA_CHECK(addPost(search, listed));
        NAKAMA_CHECK(m_catalogue.m_connection->database.execute(
            "UPDATE searches SET newest = ?, oldest = ?, exhausted = ?, up_to_date = ? WHERE number = ?",
            {number(search.newest), number(search.oldest), search.exhausted, search.upToDate,
             number(search.number)}));
        return {};
    });
}

Result<void> PostLog::addPost(const Search& search, const ListedPost& listed)
{
    const auto& database = m_catalogue.m_connection->database;
    const auto& post = listed.post;
    NAKAMA_TRY(auto known, database.query("SELECT number, outcome FROM posts WHERE site = ? AND id = ?",
                                          {toQt(m_site), number(post.id)}));
    const bool isKnown = known.next();
    auto row = isKnown ? known.value(0).toLongLong() : 0;
    const auto before = isKnown ? known.value(1).toString() : QString();
    const bool isWanted = post.isVisible() && listed.objection.empty();
    const char* outcome = !post.isVisible() ? "unavailable" : isWanted ? "wanted" : "listed";
    if (!isKnown) {
        auto values = postValues(post);
        values << QString::fromUtf8(outcome) << (isWanted ? classValue(search.classIndex) : QVariant())
               << toQt(m_site) << number(post.id);
        NAKAMA_TRY(const auto added, database.query(insertPost, values));
        row = added.lastInsertId().toLongLong();
    } else if (before == QLatin1String("listed") || before == QLatin1String("unavailable")) {
        auto values = postValues(post);
        values << QString::fromUtf8(outcome) << (isWanted ? classValue(search.classIndex) : QVariant())
               << row;
        NAKAMA_CHECK(database.execute(updatePost, values));
    }
    NAKAMA_CHECK(database.execute("INSERT OR REPLACE INTO search_posts VALUES (?, ?, ?)",
                                  {number(search.number), row, toQt(listed.objection)}));
    return {};
}

Result<SearchTally> PostLog::tally(const Search& search) const
{
    const std::string sql =
        "SELECT standing, count(*) FROM (" + std::string(standings) + ") GROUP BY standing";
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(sql.c_str(), {number(search.number)}));
    SearchTally tally;
    while (rows.next()) {
        const auto standing = rows.value(0).toString();
        const int count = rows.value(1).toInt();
        tally.found += count;
        if (standing == QLatin1String("stored"))
            tally.stored = count;
        else if (standing == QLatin1String("wanted"))
            tally.wanted = count;
        else if (standing == QLatin1String("unavailable"))
            tally.unavailable = count;
        else if (standing == QLatin1String("rejected"))
            tally.rejected = count;
        else if (standing == QLatin1String("failed"))
            tally.failed = count;
        else
            tally.inOtherClass += count;
    }
    return tally;
}

Result<std::vector<WantedPost>> PostLog::wanted(const Search& search, int limit) const
{
    const std::string sql = "SELECT p.number, " + std::string(postColumns) +
                            " FROM posts p WHERE p.number IN (SELECT number FROM (" + std::string(standings) +
                            ") WHERE standing = 'wanted') ORDER BY p.id DESC LIMIT ?";
    NAKAMA_TRY(auto rows,
               m_catalogue.m_connection->database.query(sql.c_str(), {number(search.number), limit}));
    std::vector<WantedPost> posts;
    while (rows.next())
        posts.push_back({rows.value(0).toLongLong(), postFrom(rows, 1)});
    return posts;
}

Result<std::vector<FailedPost>> PostLog::failures(const Search& search) const
{
    const std::string sql = "SELECT id, original_url, reason FROM (" + std::string(standings) +
                            ") WHERE standing = 'failed' ORDER BY id DESC";
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(sql.c_str(), {number(search.number)}));
    std::vector<FailedPost> failures;
    while (rows.next())
        failures.push_back({rows.value(0).toLongLong(), rows.value(1).toString().toStdString(),
                            rows.value(2).toString().toStdString()});
    return failures;
}

Result<std::vector<PostOfOtherClass>> PostLog::inOtherClasses(const Search& search) const
{
    const std::string sql = "SELECT id, class_id FROM (" + std::string(standings) +
                            ") WHERE standing = 'elsewhere' ORDER BY id DESC";
    NAKAMA_TRY(auto rows, m_catalogue.m_connection->database.query(sql.c_str(), {number(search.number)}));
    std::vector<PostOfOtherClass> posts;
    while (rows.next())
        posts.push_back({rows.value(0).toLongLong(), classIndexOf(rows.value(1))});
    return posts;
}

} // namespace nakama
