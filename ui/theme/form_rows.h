#pragma once

class QFormLayout;
class QWidget;

namespace nakama
{

/** A form without margins of its own, whose fields take the width and whose long rows wrap. */
QFormLayout* makeFormLayout(QWidget* form);

/** Gives the labels of a form the height of their fields; QFormLayout leaves them at the top beside tall
 * fields. */
void centreLabels(const QFormLayout& form);

} // namespace nakama
