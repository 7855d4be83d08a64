#include "ui/viewmodels/tag_suggester.h"

#include "ui/viewmodels/convert.h"

#include <chrono>

namespace nakama
{

using namespace std::chrono_literals;

TagSuggester::TagSuggester(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms);
    connect(&m_patience, &QTimer::timeout, this, &TagSuggester::send);
}

TagSuggester::~TagSuggester()
{
    stop();
}

void TagSuggester::ask(const ClientParams& params, const QString& typed)
{
    stop();
    m_params = params;
    m_params.attempts = 1; // by then the person has typed on
    m_params.silence = 10s;
    m_typed = typed;
    if (const auto* known = m_answers.object(cacheKey()))
        Q_EMIT suggested(typed, *known);
    else
        m_patience.start();
}

void TagSuggester::stop()
{
    m_patience.stop();
    m_session.jobs().cancel(m_job);
}

void TagSuggester::send()
{
    using Asker = Task<Suggestions>;
    const auto work = [params = m_params, typed = toStdString(m_typed)](JobContext& context) {
        DanbooruClient client(params);
        return client.autocomplete(typed, context);
    };
    JobOptions options;
    options.lane = JobLane::Net;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("suggest tags");
    m_job = m_session.jobs().start(
        std::make_shared<Asker>("suggest tags", work), options, this,
        [this, typed = m_typed, key = cacheKey()](Asker& job, const JobOutcome& outcome) {
            if (outcome.state == JobState::Succeeded)
                m_answers.insert(key, new Suggestions(*job.value()));
            if (typed != m_typed || outcome.state == JobState::Cancelled)
                return;
            if (outcome.state == JobState::Succeeded)
                Q_EMIT suggested(typed, *job.value());
            else
                Q_EMIT failed(errorText(outcome.error));
        });
}

QString TagSuggester::cacheKey() const
{
    return toQString(m_params.server) + QLatin1Char(' ') + m_typed;
}

} // namespace nakama
