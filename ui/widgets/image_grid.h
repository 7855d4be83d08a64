#pragma once

#include <QListView>

namespace nakama
{

class ThumbnailDelegate;

/**
 * Thumbnails of any model that gives DecorationRole (QImage, QPixmap or QIcon) and DisplayRole. Only what is
 * in sight is asked for. Ctrl with the wheel, plus or minus changes the size.
 */
class ImageGrid : public QListView
{
    Q_OBJECT

public:
    static constexpr int smallestThumbnail = 48;
    static constexpr int largestThumbnail = 320;

    explicit ImageGrid(QWidget* parent = nullptr);

    /** How many lines of a title there is room for; 1 until it is set. */
    void setCaptionLines(int lines);

    int thumbnailSize() const { return m_thumbnailSize; }
    /** Rows of the model that are selected, in order. */
    QList<int> selectedRows() const;

public Q_SLOTS:
    /** Longest side of a thumbnail; kept between smallestThumbnail and largestThumbnail. */
    void setThumbnailSize(int size);

Q_SIGNALS:
    void thumbnailSizeChanged(int size);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fitGrid();

    int m_thumbnailSize = 0;
    ThumbnailDelegate* m_delegate;
};

} // namespace nakama
