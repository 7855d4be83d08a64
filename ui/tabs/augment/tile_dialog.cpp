#include "ui/tabs/augment/tile_dialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPixmap>

namespace nakama
{

namespace
{

constexpr int shownSide = 384;

/** Pixels stay squares, so that what the model gets can be seen. */
QLabel* enlarged(const QImage& image)
{
    auto* label = new QLabel;
    label->setPixmap(
        QPixmap::fromImage(image).scaled(shownSide, shownSide, Qt::KeepAspectRatio, Qt::FastTransformation));
    return label;
}

} // namespace

TileDialog::TileDialog(const PreviewTile& tile, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tile.name);
    auto* details = new QLabel(tile.details);
    details->setTextFormat(Qt::PlainText);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QGridLayout(this);
    layout->setSpacing(12);
    layout->addWidget(new QLabel(tr("Original")), 0, 0);
    layout->addWidget(new QLabel(tr("What the model gets")), 0, 1);
    layout->addWidget(enlarged(tile.original), 1, 0);
    layout->addWidget(enlarged(tile.tile), 1, 1);
    layout->addWidget(details, 2, 0, 1, 2);
    layout->addWidget(buttons, 3, 0, 1, 2);
}

} // namespace nakama
