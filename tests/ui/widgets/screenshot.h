#pragma once

#include <QDir>
#include <QWidget>

namespace nakama::test
{

/** Saves a picture of a widget for people to look at, where NAKAMA_SCREENSHOTS names a folder. */
inline void screenshot(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("NAKAMA_SCREENSHOTS");
    if (!folder.isEmpty() && QDir().mkpath(folder))
        widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace nakama::test
