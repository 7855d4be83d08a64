#pragma once

#include <QIcon>

namespace nakama
{

/** The icons of resources/icons that the window uses. */
enum class Icon {
    Archive,
    Augment,
    Close,
    Collect,
    Continue,
    Copy,
    Dataset,
    Done,
    Error,
    Evaluate,
    Folder,
    Import,
    Info,
    Jobs,
    Label,
    New,
    Open,
    Pause,
    Pictures,
    Play,
    Predict,
    Quit,
    Recent,
    Sample,
    Split,
    Stop,
    Train,
    Warning,
};

/**
 * An icon drawn in the application palette's text colour at the moment it is shown, so that it follows light
 * and dark, disabled and selected, and is sharp at any size.
 */
QIcon icon(Icon name);

/** The program's own icon, in colour. */
QIcon applicationIcon();

} // namespace nakama
