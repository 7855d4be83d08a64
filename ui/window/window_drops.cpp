#include "ui/window/window_drops.h"

#include "ui/viewmodels/convert.h"
#include "ui/window/drop_overlay.h"

#include <QDropEvent>
#include <QMimeData>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace nakama
{

namespace
{

bool isWorkspace(const std::filesystem::path& folder)
{
    std::error_code ignored;
    return std::filesystem::exists(folder / "workspace.json", ignored);
}

} // namespace

WindowDrops::WindowDrops(QWidget& window, std::function<Place()> place)
    : QObject(&window), m_place(std::move(place)), m_overlay(new DropOverlay(window))
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool WindowDrops::eventFilter(QObject* window, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto* const enter = static_cast<QDropEvent*>(event);
        if (offer(*enter->mimeData()))
            enter->acceptProposedAction();
        else
            enter->ignore();
        return true;
    }
    case QEvent::DragMove: {
        auto* const move = static_cast<QDropEvent*>(event);
        m_overlay->pointAt(move->position().toPoint());
        move->acceptProposedAction();
        return true;
    }
    case QEvent::DragLeave:
        m_overlay->hide();
        return true;
    case QEvent::Drop: {
        auto* const dropped = static_cast<QDropEvent*>(event);
        if (drop(*dropped->mimeData(), dropped->position().toPoint()))
            dropped->acceptProposedAction();
        return true;
    }
    default:
        return QObject::eventFilter(window, event);
    }
}

std::vector<WindowDrops::Reception> WindowDrops::receptionsOf(const QMimeData& offered) const
{
    const auto kind = dropKindOf(offered);
    if (kind == DropKind::Nothing)
        return {};
    if (kind == DropKind::Addresses)
        return {Reception::Explain};
    if (kind == DropKind::Pixels || m_place() == Place::Predict)
        return {Reception::Ask};
    return {Reception::Import, Reception::Ask};
}

QString WindowDrops::textOf(Reception reception) const
{
    if (reception == Reception::Explain)
        return tr("This is only the address of something: drop it to see what can be done");
    if (reception == Reception::Ask)
        return tr("Drop here to ask a model what it is");
    return m_place() == Place::Start
               ? tr("Drop here to open the workspace, or to create one with these pictures")
               : tr("Drop here to import into this workspace");
}

bool WindowDrops::offer(const QMimeData& offered)
{
    QStringList choices;
    for (const auto reception : receptionsOf(offered))
        choices << textOf(reception);
    if (choices.isEmpty())
        return false;
    m_overlay->offer(choices);
    return true;
}

bool WindowDrops::drop(const QMimeData& offered, QPoint position)
{
    const auto receptions = receptionsOf(offered);
    const auto chosen = static_cast<std::size_t>(m_overlay->pointAt(position));
    m_overlay->hide();
    if (receptions.empty())
        return false;
    const auto dropped = droppedPictures(offered);
    if (!dropped.empty())
        receive(dropped, receptions[std::min(chosen, receptions.size() - 1)]);
    else if (!dropped.addresses.isEmpty())
        Q_EMIT refused(tr("Only an address was dropped, and Nakama fetches nothing from there: save the "
                          "picture, or copy it and paste it here."));
    else
        Q_EMIT refused(tr("There is no picture in what was dropped: save it, or copy it and paste it here."));
    return true;
}

void WindowDrops::receive(const DroppedPictures& dropped, Reception reception)
{
    if (dropped.files.size() == 1 && isWorkspace(dropped.files.front()))
        Q_EMIT workspaceDropped(toQString(dropped.files.front()));
    else if (reception == Reception::Ask)
        Q_EMIT askRequested(dropped);
    else
        Q_EMIT importRequested(dropped.files);
}

} // namespace nakama
