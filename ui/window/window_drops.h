#pragma once

#include "ui/viewmodels/dropped_pictures.h"

#include <QObject>
#include <QPoint>

#include <filesystem>
#include <functional>
#include <vector>

class QDropEvent;
class QMimeData;

namespace nakama
{

class DropOverlay;

/** Takes what is dropped anywhere on a window: says before what dropping it does, and hands it on. */
class WindowDrops : public QObject
{
    Q_OBJECT

public:
    /** What the window shows. */
    enum class Place { Start, Workspace, Predict };

    WindowDrops(QWidget& window, std::function<Place()> place);

Q_SIGNALS:
    void askRequested(const nakama::DroppedPictures& dropped);
    void importRequested(const std::vector<std::filesystem::path>& files);
    void workspaceDropped(const QString& folder);
    /** Why nothing is done, in words. */
    void refused(const QString& reason);

protected:
    bool eventFilter(QObject* window, QEvent* event) override;

private:
    /** What can be done with pictures from outside. */
    enum class Reception { Import, Ask, Explain };
    std::vector<Reception> receptionsOf(const QMimeData& offered) const;
    QString textOf(Reception reception) const;
    /** False where there is nothing for us in it. */
    bool offer(const QMimeData& offered);
    bool drop(const QMimeData& offered, QPoint position);
    void receive(const DroppedPictures& dropped, Reception reception);

    std::function<Place()> m_place;
    DropOverlay* m_overlay;
};

} // namespace nakama
