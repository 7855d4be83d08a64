#include "ui/widgets/save_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSaveFile>
#include <QtConcurrent>

#include <functional>

namespace nakama
{

namespace
{

class SaveFile
{
    Q_DECLARE_TR_FUNCTIONS(nakama::SaveFile)

public:
    using Write = std::function<bool(QIODevice&)>;

    static void ask(QWidget* parent, const QString& filter, const QString& suggestedName, const Write& write)
    {
        auto* const dialog = new QFileDialog(parent, tr("Save as"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilter(filter);
        dialog->setDefaultSuffix(suggestedName.section(QLatin1Char('.'), -1));
        dialog->selectFile(suggestedName);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, write](const QString& path) {
            QtConcurrent::run(&SaveFile::writeTo, path, write)
                .then(parent, [parent, path](const QString& problem) {
                    if (!problem.isEmpty())
                        tell(parent, path, problem);
                });
        });
        dialog->open();
    }

    static QString pictures() { return tr("PNG pictures (*.png)"); }
    static QString tables() { return tr("Tables (*.csv)"); }

private:
    /** Empty, or what the system says. The old file stays until the new one is complete. */
    static QString writeTo(const QString& path, const Write& write)
    {
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) && write(file) && file.commit() ? QString()
                                                                               : file.errorString();
    }

    static void tell(QWidget* parent, const QString& path, const QString& problem)
    {
        auto* const box =
            new QMessageBox(QMessageBox::Warning, tr("Save as"),
                            tr("%1 could not be written: %2").arg(path, problem), QMessageBox::Ok, parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    }
};

} // namespace

void savePicture(QWidget* parent, const QImage& image, const QString& suggestedName)
{
    SaveFile::ask(parent, SaveFile::pictures(), suggestedName,
                  [image](QIODevice& file) { return image.save(&file, "PNG"); });
}

void saveCsv(QWidget* parent, const QByteArray& text, const QString& suggestedName)
{
    SaveFile::ask(parent, SaveFile::tables(), suggestedName,
                  [text](QIODevice& file) { return file.write(text) == text.size(); });
}

} // namespace nakama
