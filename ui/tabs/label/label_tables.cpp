#include "ui/tabs/label/label_tables.h"

#include "ui/tabs/label/import_labels_dialog.h"
#include "ui/viewmodels/convert.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>

namespace nakama
{

LabelTables::LabelTables(Session& session, QWidget* parent) : QWidget(parent), m_session(session)
{
    auto* import = new QPushButton(tr("I&mport labels…"));
    import->setObjectName(QStringLiteral("importLabels"));
    import->setToolTip(tr("From a CSV with the columns id and label, as Kaggle's tables have them"));
    auto* save = new QPushButton(tr("E&xport labels…"));
    save->setObjectName(QStringLiteral("exportLabels"));
    save->setToolTip(tr("As a CSV with the columns id, label and mark"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(import);
    layout->addWidget(save);
    connect(import, &QPushButton::clicked, this, &LabelTables::chooseImport);
    connect(save, &QPushButton::clicked, this, &LabelTables::chooseExport);
}

void LabelTables::chooseImport()
{
    if (!m_session.hasWorkspace())
        return;
    auto* dialog = new QFileDialog(this, tr("Import labels"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { importFrom(toPath(file)); });
    connect(dialog, &QDialog::rejected, this, &LabelTables::finished);
    dialog->open();
}

void LabelTables::importFrom(const std::filesystem::path& file)
{
    auto* dialog = new ImportLabelsDialog(m_session, file, m_pool, m_annotator, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &LabelTables::finished);
    dialog->open();
}

void LabelTables::chooseExport()
{
    if (!m_session.hasWorkspace())
        return;
    auto* dialog = new QFileDialog(this, tr("Export labels"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_pool == Pool::TrueTest ? QStringLiteral("true-test-labels.csv")
                                                : QStringLiteral("pool-labels.csv"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { exportTo(toPath(file)); });
    connect(dialog, &QDialog::finished, this, &LabelTables::finished);
    dialog->open();
}

void LabelTables::exportTo(const std::filesystem::path& file)
{
    using Exporter = Task<int>;
    JobOptions options;
    options.lane = JobLane::Cpu;
    options.title = tr("Export labels");
    const auto work = [workspace = m_session.workspace(), pool = m_pool, file](JobContext&) -> Result<int> {
        NAKAMA_TRY(const auto catalogue, workspace.catalogue());
        return exportLabels(catalogue, pool, file);
    };
    m_session.jobs().start(
        std::make_shared<Exporter>("export labels", work), options, m_session.workspaceScope(),
        [self = QPointer(this), file](Exporter& job, const JobOutcome& outcome) {
            if (!self)
                return;
            if (outcome.state == JobState::Succeeded)
                Q_EMIT self->told(
                    tr("%n label(s) were written to %1.", nullptr, *job.value()).arg(toQString(file)));
            else if (outcome.state == JobState::Failed)
                Q_EMIT self->told(QStringLiteral("⚠ ") + errorText(outcome.error));
        });
}

} // namespace nakama
