#include "ui/viewmodels/copies_controller.h"

#include "core/curate/duplicates_job.h"
#include "core/curate/set_copies_aside.h"
#include "ui/viewmodels/convert.h"

#include <QPointer>

namespace nakama
{

namespace
{

Result<void> search(const Workspace& workspace, JobContext& context)
{
    return DuplicatesJob(workspace).run(context);
}

Result<void> tellApart(Catalogue& catalogue, const std::vector<std::int64_t>& pictures,
                       const std::vector<std::int64_t>& group, const JobContext& context)
{
    CopyStore store(catalogue);
    return catalogue.transaction([&]() -> Result<void> {
        for (const auto picture : pictures) {
            NAKAMA_CHECK(context.checkpoint());
            for (const auto other : group)
                if (other != picture)
                    NAKAMA_CHECK(store.declareNotCopies(picture, other));
        }
        return {};
    });
}

} // namespace

CopiesController::CopiesController(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session.jobs(), &JobRunner::jobChanged, this, [this](const JobSnapshot& job) {
        if (job.id == m_job)
            Q_EMIT progressed(job.progress);
    });
}

void CopiesController::look()
{
    start(tr("Look for copies"), search);
}

void CopiesController::setCopiesAside()
{
    start(tr("Set copies aside"), [](const Workspace& workspace, JobContext&) -> Result<void> {
        NAKAMA_TRY(auto catalogue, workspace.catalogue());
        NAKAMA_CHECK(nakama::setCopiesAside(catalogue));
        return {};
    });
}

void CopiesController::takeBack()
{
    start(tr("Take copies back"), [](const Workspace& workspace, JobContext&) -> Result<void> {
        NAKAMA_TRY(auto catalogue, workspace.catalogue());
        NAKAMA_CHECK(nakama::takeCopiesBack(catalogue));
        return {};
    });
}

void CopiesController::declareNotCopies(const std::vector<std::int64_t>& pictures,
                                        const std::vector<std::int64_t>& group)
{
    start(tr("Tell pictures apart"),
          [pictures, group](const Workspace& workspace, JobContext& context) -> Result<void> {
              NAKAMA_TRY(auto catalogue, workspace.catalogue());
              NAKAMA_CHECK(tellApart(catalogue, pictures, group, context));
              return search(workspace, context);
          });
}

void CopiesController::stop()
{
    m_session.jobs().cancel(m_job);
}

void CopiesController::start(const QString& title, Work work)
{
    if (isBusy() || !m_session.hasWorkspace())
        return;
    using Reader = Task<CopiesPage>;
    const auto workAndRead = [workspace = m_session.workspace(),
                              work = std::move(work)](JobContext& context) -> Result<CopiesPage> {
        NAKAMA_CHECK(work(workspace, context));
        return readCopiesPage(workspace, context);
    };
    JobOptions options;
    options.title = title;
    m_problem.clear();
    // The session hears of what was decided even where the person has closed the dialog meanwhile.
    m_job = m_session.jobs().start(
        std::make_shared<Reader>("copies", workAndRead), options, m_session.workspaceScope(),
        [&session = m_session, self = QPointer(this)](Reader& job, const JobOutcome& outcome) {
            session.refresh();
            if (self)
                self->takeEnd(outcome, job.value());
        });
    Q_EMIT changed();
}

void CopiesController::takeEnd(const JobOutcome& outcome, std::optional<CopiesPage>& page)
{
    m_job = 0;
    if (outcome.state == JobState::Succeeded)
        m_page = std::move(*page);
    else
        m_problem = outcome.state == JobState::Cancelled
                        ? tr("Stopped; what was read so far is kept for the next time.")
                        : errorText(outcome.error);
    Q_EMIT changed();
}

} // namespace nakama
