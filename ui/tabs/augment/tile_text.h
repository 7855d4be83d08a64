#pragma once

#include "core/training/tile_preview.h"

#include <QString>

namespace nakama
{

/** "Rotate", "Brightness", … in the person's language. */
QString operationTitle(Operation operation);
/** The operation of TrivialAugment with its strength: "Rotate 31°". */
QString operationText(const TileDescription& drawn);
/** What can be seen at a glance: "Rotate 31°, flipped". */
QString tileCaption(const TileDescription& drawn);
/** Everything that was drawn, line by line. */
QString tileDetails(const TilePreview& tile, std::uint64_t seed);

} // namespace nakama
