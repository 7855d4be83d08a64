#pragma once

#include "ui/viewmodels/picture_list_model.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <vector>

namespace nakama
{

class ImageGrid;

/**
 * Keeps a person's place in a grid when its pictures are listed anew after an edit: the current picture, or
 * its nearest neighbour where it has left the list, what was selected, and what was in sight. With another
 * filter or order the list begins at its top.
 */
class GridPlace : public QObject
{
    Q_OBJECT

public:
    GridPlace(ImageGrid& grid, PictureListModel& model);

private:
    /** A picture with those around it, the nearest first, that take its place when it is gone. */
    struct Spot
    {
        int row = -1;
        std::vector<std::int64_t> ids;
    };

    void remember();
    void restore();
    void scrollBack();
    Spot spotOf(int row) const;
    int rowOf(const Spot& spot) const;

    ImageGrid& m_grid;
    PictureListModel& m_model;
    ImageFilter m_filter;
    ImageOrder m_order = ImageOrder::Oldest;
    std::vector<std::int64_t> m_selected;
    Spot m_current;
    Spot m_anchor;        ///< what is to be seen where it was
    int m_anchorTop = 0;  ///< in the viewport
    int m_anchorRow = -1; ///< of the new list, until it is in its place
    QTimer m_givingUp;
};

} // namespace nakama
