#include "ui/widgets/save_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
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
        // Where each kind is a filter of its own, the ending follows the kind.
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& chosen) {
            const QString ending = chosen.section(QLatin1String("*."), 1).remove(QLatin1Char(')'));
            if (ending.isEmpty() || ending.contains(QLatin1Char(' ')))
                return;
            dialog->setDefaultSuffix(ending);
            if (const auto files = dialog->selectedFiles(); !files.isEmpty()) {
                const QFileInfo file(files.first());
                dialog->selectFile(file.completeBaseName() + QLatin1Char('.') + ending);
            }
        });
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
    static QString charts()
    {
        return QStringList{pictures(), tr("SVG drawings (*.svg)"), tables()}.join(QStringLiteral(";;"));
    }

    static Write draw(const Drawing& drawing, const QString& path)
    {
        if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
            return [text = toSvg(drawing)](QIODevice& file) { return file.write(text) == text.size(); };
        return [image = toImage(drawing)](QIODevice& file) { return image.save(&file, "PNG"); };
    }

    static Write make(const MakeText& text)
    {
        return [text](QIODevice& file) {
            const QByteArray made = text();
            return file.write(made) == made.size();
        };
    }

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
    SaveFile::ask(parent, SaveFile::drawings(), suggestedName,
                  [drawing](const QString& path) { return SaveFile::draw(drawing, path); });
}

void saveCsv(QWidget* parent, const QByteArray& text, const QString& suggestedName)
{
    saveCsv(
        parent, [text] { return text; }, suggestedName);
}

void saveCsv(QWidget* parent, const MakeText& text, const QString& suggestedName)
{
    SaveFile::ask(parent, SaveFile::tables(), suggestedName, SaveFile::make(text));
}

void saveChart(QWidget* parent, const Drawing& drawing, const MakeText& csv, const QString& suggestedName)
{
    SaveFile::ask(parent, SaveFile::charts(), suggestedName, [drawing, csv](const QString& path) {
        return path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? SaveFile::make(csv)
                                                                         : SaveFile::draw(drawing, path);
    });
}

} // namespace nakama
