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

QString kappaText(const std::optional<double>& kappa)
{
    return kappa ? QLocale().toString(*kappa, 'f', 3) : AgreementDialog::tr("not defined");
}

} // namespace

AgreementDialog::AgreementDialog(Session& session, QWidget* parent)
    : QDialog(parent),
      m_progress(makeTable({tr("Annotator"), tr("Answered"), tr("Of")}, tr("Progress in the true test"))),
      m_agreement(makeTable({tr("Who"), tr("Pictures of both"), tr("The same"), tr("Cohen's kappa")},
                            tr("Agreement"))),
      m_summary(new QLabel)
{
    setWindowTitle(tr("Agreement"));
    resize(560, 520);
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
    ImageFilter filter;
    filter.pool = Pool::TrueTest;
    NAKAMA_TRY(const auto images, catalogue.images(filter));
    std::set<std::int64_t> trueTest;
    for (const auto& image : images)
        if (!image.setAside)
            trueTest.insert(image.id);
    result.pictures = static_cast<int>(trueTest.size());
    for (const auto& record : answers)
        if (record.pass == AnswerPass::First && record.answer.isGiven() && trueTest.contains(record.imageId))
            ++result.answered[record.annotator];
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
        const auto answered = read.answered.find(annotator.id);
        new QTreeWidgetItem(m_progress,
                            {toQString(annotator.name),
                             locale.toString(answered == read.answered.end() ? 0 : answered->second),
                             locale.toString(read.pictures)});
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
