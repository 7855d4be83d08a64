#pragma once

class QTabWidget;

namespace nakama::gallery
{

/** One page a kind of widget. */
void addPages(QTabWidget& window);

} // namespace nakama::gallery
