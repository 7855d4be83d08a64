#pragma once

#include "core/workspace/image_filter.h"

#include <QVariant>

#include <string>

namespace nakama
{

/** A filter in SQL: what follows FROM images i, with its values. */
struct ImageQuery
{
    std::string sql; ///< joins, WHERE
    QVariantList values;
};

ImageQuery imageQuery(const ImageFilter& filter);
/** " ORDER BY …"; ids make it definite. */
std::string orderSql(ImageOrder order);

} // namespace nakama
