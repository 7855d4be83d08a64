#pragma once

#include <QColor>
#include <QPalette>

namespace nakama
{

/** The colour that lies share (0 to 1) of the way from one to the other. */
QColor mixed(const QColor& from, const QColor& to, double share);

/** Black or white, whichever reads better on the background. */
QColor readableOn(const QColor& background);

/**
 * The colours of charts and matrices, all derived from a palette, so that light, dark and a person's own
 * palette work the same way. Cheap to make: widgets build one whenever they paint.
 */
class ColorScheme
{
public:
    explicit ColorScheme(const QPalette& palette);

    bool dark;
    QColor surface; ///< what charts are painted on
    QColor raised;  ///< a box above the surface: read-outs, empty cells
    QColor text;
    QColor mutedText; ///< axis labels, sentences of second rank
    QColor line;      ///< grids and borders
    QColor accent;    ///< selection and cursor

    /** A line or bar colour; told apart also with the common kinds of colour blindness, repeated after eight.
     */
    QColor series(int index) const;
    /** Matrix cells, share 0 to 1: right answers in blue, mistakes in orange. */
    QColor correct(double share) const;
    QColor confused(double share) const;

private:
    QColor ramp(const QColor& end, double share) const;
};

} // namespace nakama
