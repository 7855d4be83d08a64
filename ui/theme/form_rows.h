#pragma once

class QFormLayout;

namespace nakama
{

/** Gives the labels of a form the height of their fields; QFormLayout leaves them at the top beside tall
 * fields. */
void centreLabels(const QFormLayout& form);

} // namespace nakama
