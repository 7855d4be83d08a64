#include "ui/tabs/label/import_labels_dialog.h"

#include "ui/viewmodels/convert.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace nakama
{

ImportLabelsDialog::ImportLabelsDialog(Session& session, std::filesystem::path file, Pool pool,
                                       const QString& annotator, QWidget* parent)
    : QDialog(parent), m_session(session), m_annotator(annotator),
      m_mine(new QRadioButton(tr("They are the &answers of %1").arg(annotator))),
      m_settled(new QRadioButton(tr("They &settle the pictures, whatever annotators say"))),
      m_strict(new QCheckBox(tr("&Take nothing where one row is bad"))), m_summary(new QLabel),
      m_rejected(new QTreeWidget), m_buttons(new QDialogButtonBox(QDialogButtonBox::Close)),
      m_start(m_buttons->addButton(tr("&Import"), QDialogButtonBox::ActionRole))
{
    setWindowTitle(tr("Import labels"));
    m_params.file = std::move(file);
    m_params.pool = pool;
    auto* what = new QLabel(tr("%1: the columns id and label, and perhaps mark (several, none, unsure). The "
                               "id is the original file "
                               "name without its ending. Rows are not taken back by Ctrl+Z.")
                                .arg(toQString(m_params.file.filename())));
    what->setWordWrap(true);
    what->setTextFormat(Qt::PlainText);
    m_mine->setVisible(!annotator.isEmpty());
    (annotator.isEmpty() ? m_settled : m_mine)->setChecked(true);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_rejected->setObjectName(QStringLiteral("rejected"));
    m_rejected->setAccessibleName(tr("Refused rows"));
    m_rejected->setHeaderLabels({tr("Row"), tr("Why it was refused")});
    m_rejected->setRootIsDecorated(false);
    m_rejected->setUniformRowHeights(true);
    m_rejected->setAllColumnsShowFocus(true);
    m_rejected->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_rejected->hide();
    m_start->setObjectName(QStringLiteral("start"));
    m_start->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{what, m_mine, m_settled, m_strict, m_summary})
        layout->addWidget(widget);
    layout->addWidget(m_rejected, 1);
    layout->addWidget(m_buttons);
    resize(560, layout->totalHeightForWidth(560)); // a text that wraps has no height of its own
    connect(m_start, &QPushButton::clicked, this, &ImportLabelsDialog::start);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&session, &Session::workspaceChanged, this, &QWidget::close);
}

void ImportLabelsDialog::start()
{
    m_start->setEnabled(false);
    m_summary->setText(tr("The table is being read…"));
    m_params.annotator = m_mine->isChecked() ? toStdString(m_annotator) : std::string();
    m_params.badRows = m_strict->isChecked() ? BadRows::RefuseAll : BadRows::Refused;
    using Importer = Task<LabelImportResult>;
    JobOptions options;
    options.lane = JobLane::Cpu;
    options.title = tr("Import labels");
    const auto work = [workspace = m_session.workspace(),
                       params = m_params](JobContext&) -> Result<LabelImportResult> {
        NAKAMA_TRY(auto catalogue, workspace.catalogue());
        return importLabels(catalogue, params);
    };
    // The dialog may be closed meanwhile; who shows these pictures hears of it all the same.
    m_session.jobs().start(
        std::make_shared<Importer>("import labels", work), options, m_session.workspaceScope(),
        [self = QPointer(this), &session = m_session](Importer& job, const JobOutcome& outcome) {
            if (outcome.state == JobState::Succeeded && job.value()->imported) {
                Q_EMIT session.picturesChanged({});
                session.refresh();
            }
            if (self)
                self->take(outcome, outcome.state == JobState::Succeeded ? &*job.value() : nullptr);
        });
}

void ImportLabelsDialog::take(const JobOutcome& outcome, const LabelImportResult* result)
{
    m_start->setEnabled(true);
    if (result)
        show(*result);
    else
        m_summary->setText(outcome.state == JobState::Failed ? QStringLiteral("⚠ ") + errorText(outcome.error)
                                                             : QString());
}

void ImportLabelsDialog::show(const LabelImportResult& result)
{
    const QLocale locale;
    QString text;
    if (!result.imported)
        text =
            tr("Nothing was imported: %n row(s) are bad.", nullptr, static_cast<int>(result.rejected.size()));
    else
        text = tr("%n row(s) were read.", nullptr, result.labels) + QLatin1Char(' ') +
               tr("%n picture(s) have another label or mark now.", nullptr, result.changed) +
               QLatin1Char(' ') +
               tr("%n row(s) were refused.", nullptr, static_cast<int>(result.rejected.size()));
    m_summary->setText(text);
    m_rejected->clear();
    for (const auto& row : result.rejected) {
        auto* item = new QTreeWidgetItem(m_rejected, {locale.toString(row.row), toQString(row.reason)});
        item->setTextAlignment(0, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(1, toQString(row.reason));
    }
    const bool hadTable = m_rejected->isVisible();
    m_rejected->setVisible(!result.rejected.empty());
    if (m_rejected->isVisibleTo(this) && !hadTable)
        resize(width(), height() + 220);
    // Taken once more, the same rows would change nothing.
    m_start->setVisible(!result.imported);
    if (result.imported)
        m_buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace nakama
