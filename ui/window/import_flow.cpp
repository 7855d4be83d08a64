#include "ui/window/import_flow.h"

#include "ui/viewmodels/convert.h"
#include "ui/window/import_dialog.h"
#include "ui/window/import_report_dialog.h"

#include <QFileDialog>
#include <QStandardPaths>

namespace nakama
{

namespace
{

QFileDialog* makeChooser(QWidget& window, const QString& title)
{
    auto* chooser =
        new QFileDialog(&window, title, QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setLabelText(QFileDialog::Accept, ImportFlow::tr("Choose"));
    return chooser;
}

} // namespace

ImportFlow::ImportFlow(Session& session, QWidget& window)
    : QObject(&window), m_session(session), m_window(window)
{
    connect(&session, &Session::importFinished, this, &ImportFlow::report);
}

void ImportFlow::chooseFolder()
{
    auto* chooser = makeChooser(m_window, tr("Folder of class folders"));
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString& chosen) { begin({toPath(chosen)}); });
    chooser->open();
}

void ImportFlow::chooseArchive()
{
    auto* chooser = makeChooser(m_window, tr("Archives of pictures"));
    chooser->setFileMode(QFileDialog::ExistingFiles);
    chooser->setNameFilter(tr("Zip archives (*.zip)"));
    connect(chooser, &QFileDialog::filesSelected, this, [this](const QStringList& chosen) {
        std::vector<std::filesystem::path> paths;
        for (const QString& path : chosen)
            paths.push_back(toPath(path));
        begin(paths);
    });
    chooser->open();
}

void ImportFlow::begin(const std::vector<std::filesystem::path>& paths)
{
    auto* dialog = new ImportDialog(m_session, paths, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_session.importPictures(dialog->params()); });
    dialog->open();
}

void ImportFlow::report(const ImportReport& report, JobState state)
{
    if (state == JobState::Failed)
        return; // the window says why
    QString text = importSummary(report);
    if (state == JobState::Cancelled)
        text = tr("Import stopped; what was imported stays.") + QLatin1Char(' ') + text;
    Q_EMIT summarised(text);
    if (report.skipped.empty())
        return;
    auto* dialog = new ImportReportDialog(report, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace nakama
