#include "ui/tabs/label/pictures_ahead.h"

#include "core/imaging/decode.h"
#include "ui/viewmodels/convert.h"

#include <QPointer>

namespace nakama
{

PicturesAhead::PicturesAhead(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::workspaceChanged, this, [this] {
        m_decoded.clear();
        m_decoding.clear();
    });
}

void PicturesAhead::setWanted(const std::vector<ImageRecord>& images)
{
    m_wanted.clear();
    for (const auto& image : images)
        m_wanted.insert(image.id);
    std::erase_if(m_decoded, [this](const auto& entry) { return !m_wanted.contains(entry.first); });
    for (const auto& image : images) {
        if (m_decoded.contains(image.id) || !m_decoding.insert(image.id).second)
            continue;
        const auto work = [file = m_session.workspace().imagePath(image.sha256, image.extension)](
                              JobContext&) -> Result<QImage> {
            NAKAMA_TRY(const auto rgb, decodeImageFile(file));
            return toQImage(rgb);
        };
        JobOptions options;
        options.lane = JobLane::Quick;
        options.visibility = JobVisibility::Hidden;
        m_session.jobs().start(
            std::make_shared<Task<QImage>>("decode", work), options, m_session.workspaceScope(),
            [this, self = QPointer(this), id = image.id](Task<QImage>& job, const JobOutcome& outcome) {
                if (!self)
                    return;
                m_decoding.erase(id);
                if (!m_wanted.contains(id))
                    return;
                m_decoded[id] = {job.value().value_or(QImage()),
                                 outcome.state == JobState::Failed ? errorText(outcome.error) : QString()};
                Q_EMIT ready(id);
            });
    }
}

QImage PicturesAhead::picture(std::int64_t imageId) const
{
    const auto found = m_decoded.find(imageId);
    return found == m_decoded.end() ? QImage() : found->second.picture;
}

QString PicturesAhead::problem(std::int64_t imageId) const
{
    const auto found = m_decoded.find(imageId);
    return found == m_decoded.end() ? QString() : found->second.problem;
}

} // namespace nakama
