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
    using WriteFor = std::function<Write(const QString& path)>;

    static void ask(QWidget* parent, const QString& filter, const QString& suggestedName, const Write& write)
    {
        ask(parent, filter, suggestedName, [write](const QString&) { return write; });
    }

    /** writeFor is called on the window's thread, what it returns in the background. */
    static void ask(QWidget* parent, const QString& filter, const QString& suggestedName,
                    const WriteFor& writeFor)
    {
        auto* const dialog = new QFileDialog(parent, tr("Save as"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setNameFilter(filter);
        dialog->setDefaultSuffix(suggestedName.section(QLatin1Char('.'), -1));
        dialog->selectFile(suggestedName);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, writeFor](const QString& path) {
            QtConcurrent::run(&SaveFile::writeTo, path, writeFor(path))
                .then(parent, [parent, path](const QString& problem) {
                    if (!problem.isEmpty())
                        tell(parent, path, problem);
                });
        });
        dialog->open();
    }

    static QString pictures() { return tr("PNG pictures (*.png)"); }
    static QString drawings() { return tr("Drawings and pictures (*.png *.svg)"); }
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

void saveDrawing(QWidget* parent, const Drawing& drawing, const QString& suggestedName)
{
    SaveFile::ask(
        parent, SaveFile::drawings(), suggestedName, [drawing](const QString& path) -> SaveFile::Write {
            if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
                return [text = toSvg(drawing)](QIODevice& file) { return file.write(text) == text.size(); };
            return [image = toImage(drawing)](QIODevice& file) { return image.save(&file, "PNG"); };
        });
}

void saveCsv(QWidget* parent, const QByteArray& text, const QString& suggestedName)
{
    SaveFile::ask(parent, SaveFile::tables(), suggestedName,
                  [text](QIODevice& file) { return file.write(text) == text.size(); });
}

} // namespace nakama
