#include "ui/window/import_dialog.h"

#include "ui/theme/form_rows.h"
#include "ui/viewmodels/convert.h"
#include "ui/window/choice_delegate.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

enum class Use { Labelled, Unlabelled, TrueTest };

constexpr std::size_t pathsShown = 3;

} // namespace

ImportDialog::ImportDialog(Session& session, std::vector<std::filesystem::path> paths, QWidget* parent)
    : QDialog(parent), m_session(session), m_paths(std::move(paths)), m_model(new ImportPlanModel(this)),
      m_summary(new QLabel), m_busy(new QProgressBar), m_use(new QComboBox),
      m_source(new QLineEdit(QStringLiteral("import")))
{
    setWindowTitle(tr("Import pictures"));
    auto* from = new QLabel(pathsText());
    from->setObjectName(QStringLiteral("paths"));
    from->setTextFormat(Qt::PlainText);
    from->setForegroundRole(QPalette::PlaceholderText);
    from->setTextInteractionFlags(Qt::TextSelectableByMouse);
    from->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_summary->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_use->addItem(tr("To train with: the folders are the classes"), static_cast<int>(Use::Labelled));
    m_use->addItem(tr("To train with, without labels yet"), static_cast<int>(Use::Unlabelled));
    m_use->addItem(tr("Test set of a competition: kept apart, never trained on"),
                   static_cast<int>(Use::TrueTest));
    m_source->setToolTip(tr("Where the pictures come from; kept with each of them"));
    auto* form = new QFormLayout;
    form->addRow(tr("&Use:"), m_use);
    form->addRow(tr("&Source:"), m_source);
    centreLabels(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this); // else Return presses Cancel
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(QStringLiteral("import"));
    m_import->setProperty("primary", true);
    m_import->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(from);
    layout->addWidget(m_summary);
    layout->addWidget(m_busy);
    layout->addWidget(makeTable(), 1);
    layout->addLayout(form);
    layout->addWidget(buttons);
    resize(640, 560);

    connect(m_use, &QComboBox::currentIndexChanged, this, &ImportDialog::updateSummary);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &ImportDialog::updateSummary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
}

ImportDialog::~ImportDialog()
{
    m_session.jobs().cancel(m_planning);
}

QWidget* ImportDialog::makeTable()
{
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(ImportPlanModel::DecisionColumn, new ChoiceDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // Tab goes from one choice to the next
    m_table->setShowGrid(false);
    m_table->setAccessibleName(tr("Folders that were found"));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(36);
    m_table->horizontalHeader()->setSectionResizeMode(ImportPlanModel::FolderColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ImportPlanModel::FilesColumn,
                                                      QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ImportPlanModel::DecisionColumn, QHeaderView::Fixed);
    m_table->setColumnWidth(ImportPlanModel::DecisionColumn, 270);

    auto* addAll = new QPushButton(tr("&Add all unknown as classes"));
    auto* skipAll = new QPushButton(tr("S&kip all unknown"));
    for (auto* button : {addAll, skipAll})
        button->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(addAll);
    row->addWidget(skipAll);
    row->addStretch();
    m_tableBox = new QWidget;
    auto* layout = new QVBoxLayout(m_tableBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    connect(addAll, &QPushButton::clicked, m_model,
            [this] { m_model->decideAllUnmatched(FolderDecision::Kind::AddClass); });
    connect(skipAll, &QPushButton::clicked, m_model,
            [this] { m_model->decideAllUnmatched(FolderDecision::Kind::Skip); });
    return m_tableBox;
}

void ImportDialog::look()
{
    m_summary->setText(tr("Looking at what is there…"));
    m_import->setEnabled(false);
    m_tableBox->setVisible(false);
    ImportParams params;
    params.paths = m_paths;
    JobOptions options;
    options.visibility = JobVisibility::Hidden;
    using Planner = Task<ImportPlan>;
    const auto work = [classes = m_session.snapshot().classes, params](JobContext& context) {
        return planImport(classes, params, context);
    };
    m_planning = m_session.jobs().start(std::make_shared<Planner>("plan an import", work), options, this,
                                        [this](Planner& job, const JobOutcome& outcome) {
                                            m_busy->hide();
                                            if (outcome.state == JobState::Succeeded)
                                                takePlan(std::move(*job.value()));
                                            else
                                                m_summary->setText(errorText(outcome.error));
                                        });
}

void ImportDialog::takePlan(ImportPlan plan)
{
    m_files = plan.files;
    m_model->setPlan(std::move(plan.folders), m_session.snapshot().classes);
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (!m_model->isMatched(row))
            m_table->openPersistentEditor(m_model->index(row, ImportPlanModel::DecisionColumn));
    updateSummary();
    if (m_model->unmatchedCount() == 0)
        m_import->setFocus();
}

void ImportDialog::updateSummary()
{
    if (m_busy->isVisibleTo(this))
        return;
    const bool labelled = static_cast<Use>(m_use->currentData().toInt()) == Use::Labelled;
    m_tableBox->setVisible(labelled && m_model->rowCount() > 0);
    m_import->setEnabled(m_files > 0);
    QString text =
        m_files == 0 ? tr("There are no files to import here.") : tr("%n file(s) found.", nullptr, m_files);
    if (labelled && m_files > 0 && m_model->rowCount() == 0)
        text += QLatin1Char(' ') + tr("None of them is in a class folder, so they come without a label.");
    if (const int unknown = m_model->unmatchedCount(); labelled && unknown > 0)
        text +=
            QLatin1Char(' ') +
            tr("%n folder(s) match no class of this workspace: decide what they become.", nullptr, unknown);
    m_summary->setText(text);
}

ImportParams ImportDialog::params() const
{
    const auto use = static_cast<Use>(m_use->currentData().toInt());
    ImportParams params;
    params.paths = m_paths;
    params.source = toStdString(m_source->text().simplified());
    if (params.source.empty())
        params.source = "import";
    params.pool = use == Use::TrueTest ? Pool::TrueTest : Pool::Pool;
    params.labels = use == Use::Labelled ? LabelSource::Folders : LabelSource::None;
    params.unknownFolders = m_model->decisions();
    return params;
}

/** The first paths, a line each, and how many more there are: a drop may be of thousands. */
QString ImportDialog::pathsText() const
{
    const auto count = m_paths.size();
    const auto shown = count == pathsShown + 1 ? count : std::min(count, pathsShown);
    QStringList names;
    for (std::size_t i = 0; i < shown; ++i)
        names << toQString(m_paths[i]);
    if (shown < count)
        names << tr("and %n more", "files and folders that are imported", static_cast<int>(count - shown));
    return names.join(QLatin1Char('\n'));
}

} // namespace nakama
