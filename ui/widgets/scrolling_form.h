#pragma once

class QScrollArea;
class QWidget;

namespace nakama
{

/** A frameless area that scrolls a form up and down on the background of what is around it, and owns it. */
QScrollArea* scrollingForm(QWidget* form);

} // namespace nakama
