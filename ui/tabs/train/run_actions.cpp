#include "ui/tabs/train/run_actions.h"

#include "core/workflow/run_note.h"
#include "ui/viewmodels/convert.h"

#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QUrl>

namespace nakama
{

namespace
{

struct Done
{
};

} // namespace

RunActions::RunActions(Session& session, QWidget* window)
    : QObject(window), m_session(session), m_window(window)
{
}

void RunActions::describe(const QString& runId)
{
    const auto& notes = m_session.snapshot().runNotes;
    const auto known = notes.find(toStdString(runId));
    const RunNote before = known == notes.end() ? RunNote() : known->second;
    auto* dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name and note of %1").arg(runId));
    auto* name = new QLineEdit(toQString(before.name));
    name->setPlaceholderText(runId);
    name->setObjectName(QStringLiteral("runName"));
    auto* text = new QPlainTextEdit(toQString(before.text));
    text->setTabChangesFocus(true);
    text->setObjectName(QStringLiteral("runNote"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    auto* layout = new QFormLayout(dialog);
    layout->addRow(tr("&Name:"), name);
    layout->addRow(tr("N&ote:"), text);
    layout->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [=, this] {
        const RunNote note{toStdString(name->text().trimmed()), toStdString(text->toPlainText().trimmed())};
        work(tr("Save the note of a run"), [id = toStdString(runId), note](const Workspace& workspace) {
            return writeRunNote(workspace, id, note);
        });
    });
    dialog->open();
}

void RunActions::remove(const QStringList& runIds)
{
    using Sizes = Task<std::uint64_t>;
    const auto measure = [workspace = m_session.workspace(), runIds](JobContext&) -> Result<std::uint64_t> {
        std::uint64_t bytes = 0;
        for (const auto& id : runIds)
            bytes += runBytes(workspace, toStdString(id));
        return bytes;
    };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    m_session.jobs().start(std::make_shared<Sizes>("measure runs", measure), options,
                           m_session.workspaceScope(),
                           [self = QPointer(this), runIds](Sizes& job, const JobOutcome& outcome) {
                               if (self && outcome.state == JobState::Succeeded)
                                   self->askToRemove(runIds, *job.value());
                           });
}

void RunActions::askToRemove(const QStringList& runIds, std::uint64_t bytes)
{
    auto* box = new QMessageBox(
        QMessageBox::Warning, tr("Delete runs"),
        tr("Delete %n run(s) with everything in their folders?", nullptr, static_cast<int>(runIds.size())),
        QMessageBox::Cancel, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("%1\n\nThis frees %2 and cannot be undone: weights, curves, evaluations and reports are gone.")
            .arg(runIds.join(QLatin1Char('\n')),
                 QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat)));
    auto* confirm = box->addButton(tr("&Delete"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(confirm, &QPushButton::clicked, this, [this, runIds] {
        work(tr("Delete %n run(s)", nullptr, static_cast<int>(runIds.size())),
             [runIds](const Workspace& workspace) -> Result<void> {
                 for (const auto& id : runIds)
                     NAKAMA_CHECK(deleteRun(workspace, toStdString(id)));
                 return {};
             });
    });
    box->open();
}

void RunActions::openFolder(const QString& runId)
{
    const auto folder = m_session.workspace().runFolder(toStdString(runId));
    QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(folder)));
}

void RunActions::work(const QString& title, std::function<Result<void>(const Workspace&)> work)
{
    using Worker = Task<Done>;
    const auto run = [workspace = m_session.workspace(), work](JobContext&) -> Result<Done> {
        NAKAMA_CHECK(work(workspace));
        return Done{};
    };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.title = title;
    m_session.jobs().start(std::make_shared<Worker>("change runs", run), options, m_session.workspaceScope(),
                           [self = QPointer(this)](Worker&, const JobOutcome&) {
                               if (self)
                                   self->m_session.refresh();
                           });
}

} // namespace nakama
