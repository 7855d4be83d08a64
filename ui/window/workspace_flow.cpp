#include "ui/window/workspace_flow.h"

#include "ui/viewmodels/convert.h"
#include "ui/window/create_workspace_dialog.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace nakama
{

WorkspaceFlow::WorkspaceFlow(Session& session, JobListModel& jobs, QWidget& window)
    : QObject(&window), m_session(session), m_jobs(jobs), m_window(window)
{
    connect(&session, &Session::countsChanged, this, &WorkspaceFlow::onCountsChanged);
    connect(&session, &Session::workspaceFailed, this, [this] { m_importAfterwards.clear(); });
}

void WorkspaceFlow::create(const std::vector<std::filesystem::path>& importAfterwards)
{
    const QString hint = importAfterwards.empty()
                             ? QString()
                             : tr("Pictures live in a workspace: create one, then import them.");
    auto* dialog = new CreateWorkspaceDialog(hint, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, importAfterwards] {
        const auto start = [this, folder = dialog->folder(), params = dialog->params(), importAfterwards] {
            m_session.createWorkspace(folder, params);
            m_importAfterwards = importAfterwards;
        };
        whenJobsMayStop(tr("Create workspace"), start);
    });
    dialog->open();
}

void WorkspaceFlow::choose()
{
    auto* chooser = new QFileDialog(&m_window, tr("Folder of a workspace"),
                                    QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, &WorkspaceFlow::open);
    chooser->open();
}

void WorkspaceFlow::open(const QString& folder)
{
    whenJobsMayStop(tr("Open workspace"), [this, folder] { m_session.openWorkspace(toPath(folder)); });
}

void WorkspaceFlow::openSample()
{
    whenJobsMayStop(tr("Open the sample"), [this] { m_session.openSample(); });
}

void WorkspaceFlow::close()
{
    whenJobsMayStop(tr("Close workspace"), [this] { m_session.closeWorkspace(); });
}

void WorkspaceFlow::whenJobsMayStop(const QString& title, const std::function<void()>& then)
{
    const int running = m_jobs.runningCount();
    if (!m_session.hasWorkspace() || running == 0)
        return then();
    auto* box =
        new QMessageBox(QMessageBox::Question, title,
                        tr("%n job(s) of this workspace are still running. Stop them?", nullptr, running),
                        QMessageBox::Cancel, &m_window);
    box->setInformativeText(tr("What they have stored so far stays: imported pictures, finished epochs."));
    auto* stop = box->addButton(tr("&Stop them"), QMessageBox::AcceptRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(stop, &QPushButton::clicked, this, then);
    box->open();
}

void WorkspaceFlow::onCountsChanged()
{
    if (!m_importAfterwards.empty())
        Q_EMIT importRequested(std::exchange(m_importAfterwards, {}));
}

} // namespace nakama
