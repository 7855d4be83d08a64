#include "ui/widgets/save_picture.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QtConcurrent>

namespace nakama
{

namespace
{

/** Empty, or what the system says. */
QString writePng(const QImage& image, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return file.errorString();
    return {};
}

void tellFailure(QWidget* parent, const QString& path, const QString& reason)
{
    auto* const box = new QMessageBox(
        QMessageBox::Warning, QCoreApplication::translate("nakama::savePicture", "Save picture"),
        QCoreApplication::translate("nakama::savePicture", "The picture could not be written to %1: %2")
            .arg(path, reason),
        QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace

void savePicture(QWidget* parent, const QImage& image, const QString& suggestedName)
{
    auto* const dialog =
        new QFileDialog(parent, QCoreApplication::translate("nakama::savePicture", "Save picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QCoreApplication::translate("nakama::savePicture", "PNG pictures (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(suggestedName + QStringLiteral(".png"));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, image](const QString& path) {
        QtConcurrent::run(writePng, image, path).then(parent, [parent, path](const QString& reason) {
            if (!reason.isEmpty())
                tellFailure(parent, path, reason);
        });
    });
    dialog->open();
}

} // namespace nakama
