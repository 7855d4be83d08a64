#pragma once

#include "core/workspace/catalogue.h"
#include "core/workspace/detail/database.h"

#include <QDateTime>

#include <memory>
#include <string>

namespace nakama
{

/** What is behind a Catalogue. */
struct Catalogue::Connection
{
    Database database;
    std::shared_ptr<const void> workspace; ///< keeps the write lock as long as something may write
};

/** Now, as the catalogue writes it. */
inline QString timestamp()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
}

/** A class index as the catalogue writes it: NULL for none. */
inline QVariant classValue(int classIndex)
{
    return classIndex < 0 ? QVariant() : QVariant(classIndex);
}

inline int classIndexOf(const QVariant& value)
{
    return value.isNull() ? -1 : value.toInt();
}

/** Where the original with this hash lies in a workspace's folder. */
inline std::filesystem::path imagePathIn(const std::filesystem::path& workspace, const std::string& sha256,
                                         const std::string& extension)
{
    return workspace / "images" / sha256.substr(0, 2) / (sha256 + "." + extension);
}

inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace nakama
