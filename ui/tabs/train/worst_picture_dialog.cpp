#include "ui/tabs/train/worst_picture_dialog.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/picture_view.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int longestSide = 2000; ///< larger originals are shrunk: no screen shows more

} // namespace

WorstPictureDialog::WorstPictureDialog(QWidget* parent)
    : QDialog(parent), m_view(new PictureView), m_text(new QLabel)
{
    setWindowTitle(tr("Picture"));
    m_loader.setSize(longestSide);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_text);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_loader, &ThumbnailLoader::ready, this, [this](const QString& file) {
        if (file == toQString(m_file))
            take();
    });
}

void WorstPictureDialog::show(const std::filesystem::path& file, const QString& text)
{
    m_file = file;
    m_text->setText(text);
    m_view->setPlaceholder(tr("Loading…"));
    take();
    QDialog::show();
    raise();
    activateWindow();
    m_view->setFocus();
}

void WorstPictureDialog::take()
{
    const QImage picture = m_loader.thumbnail(m_file);
    m_view->setPicture(picture);
    if (picture.isNull() && isVisible())
        m_view->setPlaceholder(tr("The picture cannot be read."));
}

} // namespace nakama
