#include "core/workspace/catalogue.h"

#include "core/workspace/class_names.h"
#include "core/workspace/detail/connection.h"

#include <nlohmann/json.hpp>

namespace nakama
{

Catalogue::Catalogue(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Catalogue::Catalogue(Catalogue&&) noexcept = default;
Catalogue& Catalogue::operator=(Catalogue&&) noexcept = default;
Catalogue::~Catalogue() = default;

Result<void> Catalogue::transaction(const std::function<Result<void>()>& work)
{
    return m_connection->database.write(work);
}

Result<std::vector<ClassInfo>> Catalogue::classes() const
{
    NAKAMA_TRY(auto rows, m_connection->database.query(
                              "SELECT name, display_name, aliases, danbooru_tag FROM classes ORDER BY id"));
    std::vector<ClassInfo> classes;
    while (rows.next()) {
        ClassInfo info;
        info.name = rows.value(0).toString().toStdString();
        info.displayName = rows.value(1).toString().toStdString();
        const auto aliases = nlohmann::json::parse(rows.value(2).toString().toStdString(), nullptr, false);
        if (!aliases.is_array())
            return fail(ErrorCode::CorruptData, "the aliases of class '" + info.name + "' are not a list",
                        m_connection->database.file().string());
        for (const auto& alias : aliases)
            if (alias.is_string())
                info.aliases.push_back(alias.get<std::string>());
        info.danbooruTag = rows.value(3).toString().toStdString();
        classes.push_back(std::move(info));
    }
    return classes;
}

Result<void> Catalogue::addClasses(const std::vector<ClassInfo>& added)
{
    return transaction([&]() -> Result<void> {
        NAKAMA_TRY(const auto existing, classes());
        NAKAMA_CHECK(checkNewClasses(existing, added));
        auto index = static_cast<int>(existing.size());
        for (const auto& info : added)
            NAKAMA_CHECK(m_connection->database.execute(
                "INSERT INTO classes (id, name, display_name, aliases, danbooru_tag) VALUES (?, ?, ?, ?, ?)",
                {index++, toQt(info.name), toQt(info.displayName.empty() ? info.name : info.displayName),
                 toQt(nlohmann::json(info.aliases)
                          .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)),
                 toQt(info.danbooruTag)}));
        return {};
    });
}

} // namespace nakama
