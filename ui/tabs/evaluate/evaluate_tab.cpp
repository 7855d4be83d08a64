#include "ui/tabs/evaluate/evaluate_tab.h"

#include "ui/tabs/evaluate/compare_dialog.h"
#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/picture_dialog.h"
#include "ui/tabs/evaluate/picture_map.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/report_menu.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/viewmodels/session.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

EvaluateTab::EvaluateTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_bar(new EvaluationBar(this)), m_notice(new QLabel(this)),
      m_again(new QPushButton(tr("Evaluate again"), this)), m_view(new EvaluationView(this)),
      m_report(new ReportMenu(this)), m_empty(new EmptyState(EmptyState::Drops::Refused, this)),
      m_train(m_empty->addButton(tr("Go to training"), icon(Icon::Train))), m_pages(new QStackedWidget(this))
{
    build();
    connect(m_train, &QPushButton::clicked, this, &EvaluateTab::trainRequested);
    connect(m_bar, &EvaluationBar::chosen, this, &EvaluateTab::reload);
    connect(m_bar, &EvaluationBar::actionRequested, this, &EvaluateTab::evaluateOrStop);
    connect(m_bar, &EvaluationBar::compareRequested, this, &EvaluateTab::openComparison);
    connect(m_again, &QPushButton::clicked, this, &EvaluateTab::evaluateOrStop);
    connect(m_report, &ReportMenu::failed, this, &EvaluateTab::showNotice);
    connect(m_view, &EvaluationView::evaluateRequested, this, &EvaluateTab::evaluateOrStop);
    connect(&m_view->picturesPanel(), &PicturesPanel::pictureRequested, this, &EvaluateTab::openPicture);
    connect(&m_view->picturesPanel(), &PicturesPanel::editRequested, &m_session, &Session::edit);
    connect(&m_view->picturesPanel(), &PicturesPanel::undoRequested, &m_session, &Session::undo);
    connect(&m_view->mapPanel(), &MapPanel::mapRequested, this, &EvaluateTab::makeMap);
    connectSession();
    takeCounts();
    takeRuns();
}

void EvaluateTab::build()
{
    m_empty->setIcon(icon(Icon::Evaluate));
    m_notice->setWordWrap(true);
    m_notice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->hide();
    m_again->hide();
    m_bar->setExportMenu(m_view->exportMenu());
    m_bar->setReportMenu(m_report);

    auto* const content = new QWidget(this);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    auto* const notice = new QHBoxLayout;
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_again);
    layout->addLayout(notice);
    layout->addWidget(m_view, 1);

    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

void EvaluateTab::connectSession()
{
    connect(&m_session, &Session::workspaceChanged, this, &EvaluateTab::takeWorkspace);
    connect(&m_session, &Session::runsChanged, this, &EvaluateTab::takeRuns);
    connect(&m_session, &Session::countsChanged, this, &EvaluateTab::takeCounts);
    connect(&m_session, &Session::splitChanged, this, &EvaluateTab::takeCounts);
    connect(&m_session, &Session::picturesChanged, this, &EvaluateTab::readNow);
    connect(&m_session, &Session::journalChanged, this, &EvaluateTab::takeJournal);
    connect(&m_session, &Session::editFailed, this, &EvaluateTab::showNotice);
    connect(&m_session, &Session::engineReady, this, &EvaluateTab::updateActions);
    connect(&m_session, &Session::engineFailed, this, &EvaluateTab::updateActions);
    connect(&m_session, &Session::evaluationFinished, this, [this](const QString& run, EvaluationSet set) {
        if (isChosen(run, set))
            reload();
    });
    connect(&m_session, &Session::evaluationFailed, this,
            [this](const QString& run, EvaluationSet set, const QString& message) {
                if (isChosen(run, set))
                    showNotice(message);
            });
    connect(&m_session.jobs(), &JobRunner::jobChanged, this, &EvaluateTab::takeJob);
    connect(&m_session.jobs(), &JobRunner::jobFinished, this, &EvaluateTab::takeJob);
}

bool EvaluateTab::isChosen(const QString& runId, EvaluationSet set) const
{
    return runId == m_bar->run() && set == m_bar->set();
}

const RunRecord* EvaluateTab::chosenRun() const
{
    const auto& runs = m_session.snapshot().runs;
    const auto found =
        std::find_if(runs.begin(), runs.end(),
                     [id = toStdString(m_bar->run())](const RunRecord& run) { return run.id == id; });
    return found == runs.end() ? nullptr : &*found;
}

void EvaluateTab::showRun(const QString& runId, EvaluationSet set)
{
    m_bar->choose(runId, set);
}

void EvaluateTab::takeWorkspace()
{
    m_job.reset();
    m_mapJob.reset();
    ++m_reading; // what is still being read is of the workspace before
    m_view->clear();
    takeRuns();
}

void EvaluateTab::takeRuns()
{
    const QString before = m_bar->run();
    m_bar->setRuns(m_session.snapshot().runs); // tells by chosen() where the choice changes
    updateEmptyState();
    const RunRecord* const run = chosenRun();
    const auto& page = m_view->page();
    if (run != nullptr && page && before == m_bar->run() &&
        (run->epochs != page->run.record.epochs || run->status != page->run.record.status))
        reload(); // the run that is shown has gone on
    updateActions();
}

void EvaluateTab::takeCounts()
{
    m_bar->setCounts(m_session.snapshot().counts.perSplit);
    QStringList classes;
    for (const auto& one : m_session.snapshot().classes)
        classes << toQString(one.name);
    m_view->picturesPanel().setLabels(classes);
    readNow();
}

void EvaluateTab::takeJournal()
{
    const auto& snapshot = m_session.snapshot();
    m_view->picturesPanel().setUndo(snapshot.nextUndo ? editText(*snapshot.nextUndo, snapshot.classes)
                                                      : QString());
}

void EvaluateTab::updateEmptyState()
{
    const bool workspace = m_session.hasWorkspace();
    m_train->setVisible(workspace);
    m_empty->setHeadline(workspace ? tr("No trained run yet") : tr("Nothing to evaluate"));
    m_empty->setSentence(
        workspace ? tr("Train a model first. Its figures, its confusion matrix and its mistakes are "
                       "shown here.")
                  : tr("Open or create a workspace first."));
    m_pages->setCurrentIndex(m_session.snapshot().runs.empty() ? 0 : 1);
}

void EvaluateTab::reload()
{
    const int reading = ++m_reading;
    const std::string run = toStdString(m_bar->run());
    const EvaluationSet set = m_bar->set();
    const auto& shown = m_view->page();
    if (!shown || shown->run.record.id != run || shown->set != set) {
        m_view->clear();
        showNotice({});
        updateActions();
    }
    if (run.empty() || !m_session.hasWorkspace())
        return;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("read evaluation");
    using Reader = Task<EvaluationPage>;
    const auto work = [workspace = m_session.workspace(), run, set](JobContext&) {
        return readEvaluationPage(workspace, run, set);
    };
    m_session.jobs().start(std::make_shared<Reader>("read evaluation", work), options, this,
                           [this, reading](Reader& job, const JobOutcome& outcome) {
                               if (reading != m_reading)
                                   return;
                               if (outcome.state == JobState::Succeeded)
                                   showPage(std::move(*job.value()));
                               else if (outcome.state == JobState::Failed)
                                   showNotice(errorText(outcome.error));
                           });
}

void EvaluateTab::showPage(EvaluationPage page)
{
    m_view->setPage(std::move(page));
    updateNotice();
    updateActions();
    updateMap();
}

void EvaluateTab::readNow()
{
    const auto& page = m_view->page();
    if (!page || page->pictures->pictures().empty() || !m_session.hasWorkspace())
        return;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("read evaluated pictures");
    using Reader = Task<std::vector<PictureNow>>;
    const auto work = [workspace = m_session.workspace(), pictures = page->pictures](JobContext&) {
        return readPicturesNow(workspace, *pictures);
    };
    m_session.jobs().start(std::make_shared<Reader>("read evaluated pictures", work), options, this,
                           [this, pictures = page->pictures](Reader& job, const JobOutcome& outcome) {
                               if (!m_view->page() || m_view->page()->pictures != pictures)
                                   return;
                               if (outcome.state == JobState::Succeeded)
                                   m_view->setNow(std::move(*job.value()));
                               updateNotice();
                           });
}

void EvaluateTab::showNotice(const QString& text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    m_again->hide();
}

int EvaluateTab::changedSince(const EvaluationPage& page)
{
    return static_cast<int>(std::count_if(page.now.begin(), page.now.end(), [](const PictureNow& picture) {
        return picture.change != PictureNow::Change::None;
    }));
}

void EvaluateTab::updateNotice()
{
    const auto& page = m_view->page();
    if (!page)
        return;
    QStringList notices;
    if (const int changed = changedSince(*page); changed > 0)
        notices << tr("%n picture(s) were changed since this evaluation: the figures are of before.", nullptr,
                      changed);
    if (const QString notice = noticeFor(*page); !notice.isEmpty())
        notices << notice;
    showNotice(notices.join(QLatin1Char(' ')));
    m_again->setVisible(changedSince(*page) > 0);
}

QString EvaluateTab::noticeFor(const EvaluationPage& page) const
{
    const auto& split = m_session.snapshot().split;
    // Both are ISO 8601 in UTC, so they compare as text.
    if (split && page.set != EvaluationSet::TrueTest && split->at > page.run.record.startedAt)
        return tr("The pictures were split again after this run was trained: some of this set may have been "
                  "trained on, "
                  "and the figures may be too good.");
    if (page.set == EvaluationSet::Train)
        return tr("The model was trained on these pictures: the figures say how well it remembers, not how "
                  "good it is.");
    if (page.set == EvaluationSet::Val)
        return tr("The best epoch was chosen on these pictures: the figures are a little too good.");
    return {};
}

QString EvaluateTab::evaluationProblem() const
{
    const RunRecord* const run = chosenRun();
    // A run that answers with others has no epochs of its own, but is finished.
    if (run == nullptr || (run->epochs == 0 && run->status != RunStatus::Finished))
        return tr("This run has no finished epoch to evaluate.");
    if (!m_session.engineProblem().isEmpty())
        return m_session.engineProblem();
    if (m_session.engine() == nullptr)
        return tr("LibTorch is still being loaded…");
    return {};
}

void EvaluateTab::updateActions()
{
    const auto& page = m_view->page();
    const QString problem = evaluationProblem();
    if (m_job)
        m_bar->setAction(EvaluationBar::Action::Stop, {});
    else if (page && page->metrics)
        m_bar->setAction(EvaluationBar::Action::EvaluateAgain, problem);
    else
        m_bar->setAction(EvaluationBar::Action::Evaluate, problem);
    m_view->setEvaluationProblem(m_job ? tr("It is being evaluated…") : problem);
    m_report->setReport(page ? page->report : std::filesystem::path());
    m_bar->setReportAvailable(page && !page->report.empty());
    m_bar->setExportAvailable(page && page->metrics);
    m_again->setEnabled(!m_job && problem.isEmpty());
    if (!m_mapJob)
        updateMap();
}

void EvaluateTab::evaluateOrStop()
{
    if (m_job) {
        m_session.jobs().cancel(*m_job);
        m_bar->setProgress(tr("Stopping…"));
        return;
    }
    if (!evaluationProblem().isEmpty())
        return;
    showNotice({});
    m_job = m_session.evaluate(toStdString(m_bar->run()), m_bar->set());
    m_bar->setProgress(tr("Waiting…"));
    updateActions();
}

void EvaluateTab::takeJob(const JobSnapshot& job)
{
    if (m_job != job.id)
        return;
    if (job.state == JobState::Queued || job.state == JobState::Running) {
        if (!job.cancelRequested && job.progress.total > 0)
            m_bar->setProgress(tr("%1 of %2", "pictures done, in all")
                                   .arg(QLocale().toString(qlonglong(job.progress.done)),
                                        QLocale().toString(qlonglong(job.progress.total))));
        return;
    }
    m_job.reset();
    m_bar->setProgress({});
    updateActions();
}

void EvaluateTab::openPicture(const std::vector<std::size_t>& numbers, int place)
{
    if (const auto& page = m_view->page())
        (new PictureDialog(m_session, *page, this))->show(numbers, place);
}

void EvaluateTab::openComparison()
{
    (new CompareDialog(m_session, m_bar->run(), this))->open();
}

void EvaluateTab::updateMap()
{
    const auto& page = m_view->page();
    const bool any = page && !page->pictures->pictures().empty();
    const QString problem = any ? evaluationProblem() : tr("There are no pictures to lay out yet.");
    m_view->mapPanel().setStatus(
        problem.isEmpty() ? tr("The map lays out the pictures by what the model sees in them. It takes a "
                               "moment: press the button above.")
                          : problem,
        problem.isEmpty() && !m_mapJob);
}

void EvaluateTab::makeMap()
{
    const auto& page = m_view->page();
    if (!page || m_mapJob || !evaluationProblem().isEmpty())
        return;
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Map of the pictures");
    m_mapJob = m_session.jobs().start(
        std::make_shared<FeatureMapJob>(m_session.workspace(), *m_session.engine(), page->run.record.id,
                                        std::vector{page->set}, ProjectionParams()),
        options, m_session.workspaceScope(),
        [this, pictures = page->pictures](FeatureMapJob& job, const JobOutcome& outcome) {
            m_mapJob.reset();
            updateMap();
            if (outcome.state == JobState::Failed)
                m_view->mapPanel().setStatus(errorText(outcome.error), true);
            else if (outcome.state == JobState::Succeeded && m_view->page() &&
                     m_view->page()->pictures == pictures)
                m_view->mapPanel().setMap(mapOf(job.points(), *pictures));
        });
    m_view->mapPanel().setStatus(tr("The map is being made…"), false);
}

} // namespace nakama
