#include "ui/tabs/evaluate/map_maker.h"

#include "core/workflow/feature_map_job.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/picture_insight.h"
#include "ui/tabs/evaluate/picture_map.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/session.h"

#include <QPointer>

namespace nakama
{

MapMaker::MapMaker(Session& session, EvaluationView& view, QObject* parent)
    : QObject(parent), m_session(session), m_view(view)
{
    connect(&m_view.mapPanel(), &MapPanel::mapRequested, this, &MapMaker::make);
}

void MapMaker::setProblem(const QString& problem)
{
    m_problem = problem;
    if (!m_job)
        update();
}

void MapMaker::forget()
{
    m_job.reset();
}

QString MapMaker::problem() const
{
    const auto& page = m_view.page();
    if (!page || page->pictures->pictures().empty())
        return tr("There are no pictures to lay out yet.");
    return page->hasOneModel() ? m_problem : noOneModelText();
}

void MapMaker::update()
{
    const QString problem = this->problem();
    m_view.mapPanel().setStatus(
        problem.isEmpty() ? tr("The map lays out the pictures by what the model sees in them. It takes a "
                               "moment: press the button above.")
                          : problem,
        problem.isEmpty() && !m_job);
}

void MapMaker::make(ProjectionMethod method)
{
    if (m_job || !problem().isEmpty() || m_session.engine() == nullptr)
        return;
    const auto& page = m_view.page();
    ProjectionParams params;
    params.method = method;
    JobOptions options;
    options.lane = JobLane::Gpu;
    options.title = tr("Map of the pictures");
    m_job = m_session.jobs().start(
        std::make_shared<FeatureMapJob>(m_session.workspace(), *m_session.engine(), page->run.record.id,
                                        std::vector{page->set}, params),
        options, m_session.workspaceScope(),
        [self = QPointer(this), pictures = page->pictures](FeatureMapJob& job, const JobOutcome& outcome) {
            if (!self)
                return;
            self->m_job.reset();
            self->update();
            auto& panel = self->m_view.mapPanel();
            const auto& shown = self->m_view.page();
            if (outcome.state == JobState::Failed)
                panel.setStatus(errorText(outcome.error), true);
            else if (outcome.state == JobState::Succeeded && shown && shown->pictures == pictures)
                panel.setMap(mapOf(job.points(), *pictures));
        });
    m_view.mapPanel().setStatus(tr("The map is being made…"), false);
}

} // namespace nakama
