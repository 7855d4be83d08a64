#pragma once

#include "ui/tabs/augment/preview.h"

#include <QDialog>

namespace nakama
{

/** A tile enlarged, its original beside it, and everything that was drawn. */
class TileDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TileDialog(const PreviewTile& tile, QWidget* parent = nullptr);
};

} // namespace nakama
