#include "ui/tabs/dataset/health_dialog.h"

#include "ui/viewmodels/convert.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

enum Column { NameColumn, CountColumn, AdviceColumn };

} // namespace

HealthDialog::HealthDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_summary(new QLabel), m_list(new QTreeWidget),
      m_progress(new QProgressBar), m_show(nullptr)
{
    setWindowTitle(tr("Health of the pictures"));
    setSizeGripEnabled(true);
    resize(900, 440);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_list->setHeaderLabels({tr("Finding"), tr("Pictures"), tr("What to do")});
    m_list->setRootIsDecorated(false);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Findings"));
    m_list->header()->setSectionResizeMode(NameColumn, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(CountColumn, QHeaderView::ResizeToContents);
    m_progress->setTextVisible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_show = buttons->addButton(tr("S&how the pictures"), QDialogButtonBox::ActionRole);
    m_show->setObjectName(QStringLiteral("show"));
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false); // Enter belongs to the list
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_show, &QPushButton::clicked, this, [this] { showPictures(m_list->currentItem()); });
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { showPictures(item); });
    connect(m_list, &QTreeWidget::currentItemChanged, this,
            [this](QTreeWidgetItem* item) { m_show->setEnabled(item != nullptr); });
    connect(&session, &Session::workspaceChanged, this, &QWidget::close);
    connect(&session.jobs(), &JobRunner::jobChanged, this, &HealthDialog::showProgress);
    m_show->setEnabled(false);
    m_list->setFocus();
    look(FileCheck::Sizes);
}

HealthDialog::~HealthDialog()
{
    m_session.jobs().cancel(m_job);
}

void HealthDialog::look(FileCheck check)
{
    m_summary->setText(check == FileCheck::Sizes ? tr("Looking at the pictures…")
                                                 : tr("Reading every file, to find damaged ones…"));
    m_progress->setRange(0, 0);
    m_progress->show();
    JobOptions options;
    options.visibility = JobVisibility::Hidden;
    options.lane = check == FileCheck::Sizes ? JobLane::Quick : JobLane::Cpu;
    m_job = m_session.jobs().start(std::make_shared<HealthJob>(m_session.workspace(), check), options, this,
                                   [this, check](HealthJob& job, const JobOutcome& outcome) {
                                       m_job = 0;
                                       if (outcome.state == JobState::Succeeded)
                                           return take(job.report(), check);
                                       m_progress->hide();
                                       if (outcome.state == JobState::Failed)
                                           m_summary->setText(errorText(outcome.error));
                                   });
}

void HealthDialog::take(const HealthReport& report, FileCheck check)
{
    fill(report.findings);
    if (check == FileCheck::Sizes)
        return look(FileCheck::Contents);
    m_progress->hide();
    QString text = m_findings.empty() ? tr("Nothing is wrong with the %n picture(s).", nullptr,
                                           static_cast<int>(report.pictures))
                                      : tr("%n picture(s) were looked at. Enter shows those of a finding.",
                                           nullptr, static_cast<int>(report.pictures));
    if (report.unsearched > 0)
        text += QLatin1Char(' ') + tr("%n of them were not searched for copies yet: “Copies…” does that.",
                                      nullptr, static_cast<int>(report.unsearched));
    m_summary->setText(text);
}

void HealthDialog::fill(const HealthFindings& findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    const auto current = m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole) : QVariant();
    m_list->clear();
    for (const auto& [finding, ids] : m_findings) {
        const auto count = static_cast<qlonglong>(ids.size());
        auto* item =
            new QTreeWidgetItem({healthText(finding), QLocale().toString(count), healthAdvice(finding)});
        item->setData(0, Qt::UserRole, static_cast<int>(finding));
        item->setTextAlignment(CountColumn, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(AdviceColumn, item->text(AdviceColumn));
        m_list->addTopLevelItem(item);
        if (item->data(0, Qt::UserRole) == current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
}

void HealthDialog::showPictures(const QTreeWidgetItem* item)
{
    if (!item)
        return;
    const auto finding = static_cast<HealthFinding>(item->data(0, Qt::UserRole).toInt());
    Q_EMIT picturesRequested(m_findings.at(finding), healthText(finding));
    accept(); // what is shown lies behind this dialog
}

void HealthDialog::showProgress(const JobSnapshot& job)
{
    if (job.id != m_job || job.progress.total <= 0)
        return;
    m_progress->setRange(0, static_cast<int>(job.progress.total));
    m_progress->setValue(static_cast<int>(job.progress.done));
}

QString healthText(HealthFinding finding)
{
    switch (finding) {
    case HealthFinding::Missing:
        return HealthDialog::tr("Missing files");
    case HealthFinding::Damaged:
        return HealthDialog::tr("Damaged files");
    case HealthFinding::TrueTestLeaks:
        return HealthDialog::tr("Learned from, and in the true test");
    case HealthFinding::SplitLeaks:
        return HealthDialog::tr("Copies in several parts");
    case HealthFinding::TagConflicts:
        return HealthDialog::tr("Tags name another class");
    case HealthFinding::AnnotatorConflict:
        return HealthDialog::tr("Annotators disagree");
    case HealthFinding::Copies:
        return HealthDialog::tr("Copies in use");
    case HealthFinding::MarkedAndLabelled:
        return HealthDialog::tr("Marked, with a label");
    case HealthFinding::Tiny:
        return HealthDialog::tr("Tiny pictures");
    case HealthFinding::Extreme:
        break;
    }
    return HealthDialog::tr("Very long pictures");
}

QString healthAdvice(HealthFinding finding)
{
    switch (finding) {
    case HealthFinding::Missing:
        return HealthDialog::tr("The file is gone: import the picture again, or put it into the bin.");
    case HealthFinding::Damaged:
        return HealthDialog::tr(
            "The file is not the one that was imported: bring it back from a backup, or import it again.");
    case HealthFinding::TrueTestLeaks:
        return HealthDialog::tr("The true test has a copy of them: split again, which leaves them out.");
    case HealthFinding::SplitLeaks:
        return HealthDialog::tr(
            "The test shows what was learned from: split again, which keeps copies together.");
    case HealthFinding::TagConflicts:
        return HealthDialog::tr("The post's tags disagree with the label: look, and label them again.");
    case HealthFinding::AnnotatorConflict:
        return HealthDialog::tr("Nobody has settled it: the Label page lists the conflicts.");
    case HealthFinding::Copies:
        return HealthDialog::tr("They count more than once: “Copies…” sets them aside.");
    case HealthFinding::MarkedAndLabelled:
        return HealthDialog::tr("The mark takes them out of use: take the mark or the label off.");
    case HealthFinding::Tiny:
        return HealthDialog::tr(
                   "The shorter side is below %1 px, a blur to a model: exclude them, or find larger ones.")
            .arg(tinySide);
    case HealthFinding::Extreme:
        break;
    }
    return HealthDialog::tr(
               "Longer than %1 to 1, so most of the square that a model sees is empty or cut off: crop "
               "or exclude them.")
        .arg(extremeShape);
}

} // namespace nakama
