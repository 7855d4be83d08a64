#pragma once

#include <QIcon>

namespace nakama
{

/**
 * An icon of resources/icons by its file name without ending, drawn in the palette's text colour wherever it
 * is shown, so that it follows light and dark, disabled and selected.
 */
QIcon icon(const char* name);

} // namespace nakama
