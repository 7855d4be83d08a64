#include "ui/tabs/label/agreement_dialog.h"

#include "core/workspace/answer_store.h"
#include "ui/viewmodels/convert.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace nakama
{

namespace
{

QTreeWidget* makeTable(const QStringList& columns, const QString& name)
{
    auto* table = new QTreeWidget;
    table->setColumnCount(static_cast<int>(columns.size()));
    table->setHeaderLabels(columns);
    table->setRootIsDecorated(false);
    table->setUniformRowHeights(true);
    table->setAllColumnsShowFocus(true);
    table->setAccessibleName(name);
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return table;
}

/** Those in which each annotator has answers of his own, in the order of the columns. */
constexpr std::array ownSets{LabelSet::TrueTest, LabelSet::Unlabelled, LabelSet::SecondPass};

QString kappaText(const std::optional<double>& kappa)
{
    return kappa ? QLocale().toString(*kappa, 'f', 3) : AgreementDialog::tr("not defined");
}

} // namespace

AgreementDialog::AgreementDialog(Session& session, QWidget* parent)
    : QDialog(parent),
      m_progress(makeTable({tr("Annotator"), tr("The true test"), tr("Unlabelled"), tr("Second pass")},
                           tr("Progress"))),
      m_agreement(makeTable({tr("Who"), tr("Pictures of both"), tr("The same"), tr("Cohen's kappa")},
                            tr("Agreement"))),
      m_summary(new QLabel)
{
    setWindowTitle(tr("Agreement"));
    resize(560, 520);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_agreement->setObjectName(QStringLiteral("agreement"));
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_agreement, 2);
    layout->addWidget(m_summary);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&session, &Session::workspaceChanged, this, &QWidget::close);

    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    session.jobs().start(
        std::make_shared<Task<Read>>(
            "agreement", [workspace = session.workspace()](JobContext&) { return read(workspace); }),
        options, this, [this](Task<Read>& job, const JobOutcome& outcome) {
            if (outcome.state == JobState::Succeeded)
                show(*job.value());
            else if (outcome.state == JobState::Failed)
                m_summary->setText(errorText(outcome.error));
        });
}

Result<AgreementDialog::Read> AgreementDialog::read(const Workspace& workspace)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    const AnswerStore store(catalogue);
    Read result;
    NAKAMA_TRY(result.annotators, store.annotators());
    NAKAMA_TRY(const auto answers, store.answers());
    for (const auto set : ownSets) {
        NAKAMA_TRY(const auto images, imagesOfSet(catalogue, set, answers));
        for (const auto& annotator : result.annotators) {
            auto& progress = result.progress[{annotator.id, set}];
            for (const auto& picture : labelQueue(images, answers, {set, annotator.id})) {
                ++progress.all;
                progress.answered += picture.answer.isGiven() ? 1 : 0;
            }
        }
    }
    result.report = agreementOf(answers);
    return result;
}

void AgreementDialog::show(const Read& read)
{
    const auto nameOf = [&](std::int64_t id) {
        const auto found = std::find_if(read.annotators.begin(), read.annotators.end(),
                                        [&](const Annotator& annotator) { return annotator.id == id; });
        return found == read.annotators.end() ? QString() : toQString(found->name);
    };
    const QLocale locale;
    for (const auto& annotator : read.annotators) {
        QStringList row{toQString(annotator.name)};
        for (const auto set : ownSets) {
            const auto& progress = read.progress.at({annotator.id, set});
            row << tr("%1 of %2").arg(locale.toString(progress.answered), locale.toString(progress.all));
        }
        new QTreeWidgetItem(m_progress, row);
    }
    const auto addPair = [&](const QString& who, const PairAgreement& pair) {
        new QTreeWidgetItem(m_agreement, {who, locale.toString(pair.pictures), locale.toString(pair.same),
                                          kappaText(pair.kappa)});
    };
    for (const auto& pair : read.report.pairs)
        addPair(tr("%1 and %2").arg(nameOf(pair.first), nameOf(pair.second)), pair);
    for (const auto& self : read.report.selves)
        addPair(tr("%1, twice").arg(nameOf(self.first)), self);
    if (read.report.pairs.empty() && read.report.selves.empty())
        m_summary->setText(
            tr("Agreement can be told once two annotators have answered the same pictures, or one "
               "has gone through the second pass."));
    else if (read.annotators.size() > 2)
        m_summary->setText(
            tr("All annotators, on the %n picture(s) that each has answered: Fleiss' kappa %1.", nullptr,
               read.report.everybody)
                .arg(kappaText(read.report.fleiss)));
    else
        m_summary->setText(tr("Kappa is 1 where they always agree, and 0 where they agree as chance would."));
}

} // namespace nakama
