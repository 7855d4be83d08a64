#include "ui/tabs/evaluate/evaluate_tab.h"

#include "core/workflow/derived_run.h"
#include "ui/tabs/evaluate/compare_dialog.h"
#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/tabs/evaluate/evaluation_notice.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_maker.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/picture_dialog.h"
#include "ui/tabs/evaluate/picture_edit_bar.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/report_menu.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"
#include "ui/viewmodels/session.h"
#include "ui/widgets/empty_state.h"

#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

EvaluateTab::EvaluateTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_bar(new EvaluationBar(this)),
      m_notice(new EvaluationNotice(this)), m_view(new EvaluationView(this)),
      m_map(new MapMaker(session, *m_view, this)), m_report(new ReportMenu(this)),
      m_empty(new EmptyState(EmptyState::Drops::Refused, this)),
      m_train(m_empty->addButton(tr("Go to training"), icon(Icon::Train))), m_pages(new QStackedWidget(this))
{
    build();
    connect(m_train, &QPushButton::clicked, this, &EvaluateTab::trainRequested);
    connect(m_bar, &EvaluationBar::chosen, this, &EvaluateTab::reload);
    connect(m_bar, &EvaluationBar::viewsChosen, this, &EvaluateTab::updateActions);
    connect(m_bar, &EvaluationBar::actionRequested, this, &EvaluateTab::evaluateOrStop);
    connect(m_bar, &EvaluationBar::compareRequested, this, &EvaluateTab::openComparison);
    connect(m_notice, &EvaluationNotice::evaluateRequested, this, [this] {
        m_bar->takeOneView(); // the figures that are shown, once more
        evaluateOrStop();
    });
    connect(m_report, &ReportMenu::failed, m_notice, &EvaluationNotice::showText);
    connect(m_view, &EvaluationView::evaluateRequested, this, &EvaluateTab::evaluateOrStop);
    connect(&m_view->picturesPanel(), &PicturesPanel::pictureRequested, this, &EvaluateTab::openPicture);
    connect(&m_view->picturesPanel().edits(), &PictureEditBar::editRequested, &m_session, &Session::edit);
    connect(&m_view->picturesPanel().edits(), &PictureEditBar::undoRequested, &m_session, &Session::undo);
    connect(&m_view->mapPanel(), &MapPanel::pictureRequested, this, &EvaluateTab::openPicture);
    connectSession();
    takeCounts();
    takeRuns();
}

void EvaluateTab::build()
{
    m_empty->setIcon(icon(Icon::Evaluate));
    m_bar->setExportMenu(m_view->exportMenu());
    m_bar->setReportMenu(m_report);

    auto* const content = new QWidget(this);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addWidget(m_notice);
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
    connect(&m_session, &Session::editFailed, m_notice, &EvaluationNotice::showText);
    connect(&m_session, &Session::engineReady, this, &EvaluateTab::updateActions);
    connect(&m_session, &Session::engineFailed, this, &EvaluateTab::updateActions);
    connect(&m_session, &Session::evaluationFinished, this, [this](const QString& run, EvaluationSet set) {
        if (isChosen(run, set))
            reload();
    });
    connect(&m_session, &Session::evaluationFailed, this,
            [this](const QString& run, EvaluationSet set, const QString& message) {
                if (isChosen(run, set))
                    m_notice->showText(message);
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
    m_making = false;
    m_map->forget();
    ++m_reading; // what is still being read is of the workspace before
    m_view->clear();
    takeRuns();
}

void EvaluateTab::takeRuns()
{
    const QString before = m_bar->run();
    m_bar->setRuns(m_session.snapshot().runs,
                   m_session.snapshot().runNotes); // tells by chosen() where the choice changes
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
    m_view->picturesPanel().edits().setLabels(m_session.snapshot().classes);
    readNow();
}

void EvaluateTab::takeJournal()
{
    const auto& snapshot = m_session.snapshot();
    m_view->picturesPanel().edits().setUndo(snapshot.nextUndo ? editText(*snapshot.nextUndo, snapshot.classes)
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
        m_notice->showText({});
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
                                   m_notice->showText(errorText(outcome.error));
                           });
}

void EvaluateTab::showPage(EvaluationPage page)
{
    m_bar->setDerived(page.derived);
    m_view->setPage(std::move(page));
    updateNotice();
    updateActions();
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

void EvaluateTab::updateNotice()
{
    if (const auto& page = m_view->page())
        m_notice->showPage(*page, m_session.snapshot().split);
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
    else if (page && page->metrics && m_bar->views() == TestViews::Plain)
        m_bar->setAction(EvaluationBar::Action::EvaluateAgain, problem);
    else
        m_bar->setAction(EvaluationBar::Action::Evaluate, problem);
    m_view->setEvaluationProblem(m_job ? tr("It is being evaluated…") : problem);
    m_report->setReport(page ? page->report : std::filesystem::path());
    m_bar->setReportAvailable(page && !page->report.empty());
    m_bar->setExportAvailable(page && page->metrics);
    m_notice->setAgainEnabled(!m_job && problem.isEmpty());
    m_map->setProblem(problem);
}

void EvaluateTab::evaluateOrStop()
{
    if (m_job) {
        m_session.jobs().cancel(*m_job);
        m_bar->setProgress(tr("Stopping…"));
        return;
    }
    if (m_making || !evaluationProblem().isEmpty())
        return;
    m_notice->showText({});
    if (m_bar->views() == TestViews::Plain)
        evaluate(toStdString(m_bar->run()));
    else
        evaluateWithViews();
}

void EvaluateTab::evaluateWithViews()
{
    using Maker = Task<RunRecord>;
    const auto work = [workspace = m_session.workspace(), run = toStdString(m_bar->run()),
                       views = m_bar->views()](JobContext&) { return withTestViews(workspace, run, views); };
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    m_making = true;
    m_session.jobs().start(
        std::make_shared<Maker>("make a run with views", work), options, m_session.workspaceScope(),
        [self = QPointer(this), set = m_bar->set()](Maker& job, const JobOutcome& outcome) {
            if (!self)
                return;
            self->m_making = false;
            if (outcome.state == JobState::Failed)
                self->m_notice->showText(errorText(outcome.error));
            if (outcome.state != JobState::Succeeded)
                return;
            self->m_session.refresh(); // the list learns of it
            self->showRun(toQString(job.value()->id), set);
            self->evaluate(job.value()->id);
        });
}

void EvaluateTab::evaluate(const std::string& runId)
{
    m_job = m_session.evaluate(runId, m_bar->set());
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
    const auto& page = m_view->page();
    if (!page)
        return;
    auto* const dialog = new PictureDialog(m_session, *page, this);
    connect(m_view, &EvaluationView::nowChanged, dialog, &PictureDialog::setNow);
    dialog->show(numbers, place);
}

void EvaluateTab::openComparison()
{
    auto* const dialog = new CompareDialog(m_session, m_bar->run(), this);
    connect(dialog, &CompareDialog::ensembleMade, this,
            [this](const QString& run) { showRun(run, m_bar->set()); });
    dialog->open();
}

} // namespace nakama
