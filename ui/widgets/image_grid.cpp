#include "ui/widgets/image_grid.h"

#include "ui/widgets/thumbnail_delegate.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int firstThumbnail = 128;
constexpr int step = 32;

} // namespace

ImageGrid::ImageGrid(QWidget* parent) : QListView(parent), m_delegate(new ThumbnailDelegate(this))
{
    setViewMode(IconMode);
    setResizeMode(Adjust);
    setMovement(Static);
    setUniformItemSizes(true);
    setLayoutMode(Batched);
    setBatchSize(2000);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Pictures"));
    setThumbnailSize(firstThumbnail);
}

QList<int> ImageGrid::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : selectedIndexes())
        rows << index.row();
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ImageGrid::setCaptionLines(int lines)
{
    m_delegate->setCaptionLines(lines);
    fitGrid();
}

void ImageGrid::setThumbnailSize(int size)
{
    size = std::clamp(size, smallestThumbnail, largestThumbnail);
    if (size == m_thumbnailSize)
        return;
    m_thumbnailSize = size;
    fitGrid();
    Q_EMIT thumbnailSizeChanged(size);
}

void ImageGrid::fitGrid()
{
    setIconSize({m_thumbnailSize, m_thumbnailSize});
    setGridSize(m_delegate->tileSize(m_thumbnailSize, fontMetrics()));
    verticalScrollBar()->setSingleStep(gridSize().height() / 3);
}

void ImageGrid::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QListView::wheelEvent(event);
    setThumbnailSize(m_thumbnailSize + (event->angleDelta().y() > 0 ? step : -step));
    event->accept();
}

void ImageGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::ZoomIn))
        setThumbnailSize(m_thumbnailSize + step);
    else if (event->matches(QKeySequence::ZoomOut))
        setThumbnailSize(m_thumbnailSize - step);
    else
        QListView::keyPressEvent(event);
}

void ImageGrid::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_thumbnailSize > 0)
        fitGrid();
}

} // namespace nakama
