#pragma once

#include "core/danbooru/client.h"
#include "ui/viewmodels/session.h"

#include <QCache>
#include <QObject>
#include <QString>
#include <QTimer>

#include <vector>

namespace nakama
{

/**
 * Tags that a person may mean who is typing. The server is asked when the typing pauses; a newer question
 * takes the place of the one before, whose answer is not heard. What was answered once is not asked again.
 */
class TagSuggester : public QObject
{
    Q_OBJECT

public:
    using Suggestions = std::vector<TagSuggestion>;

    explicit TagSuggester(Session& session, QObject* parent = nullptr);
    ~TagSuggester() override;

    /** suggested() or failed() follows, if no other question does. */
    void ask(const ClientParams& params, const QString& typed);
    void stop();

Q_SIGNALS:
    void suggested(const QString& typed, const std::vector<nakama::TagSuggestion>& suggestions);
    void failed(const QString& message);

private:
    void send();
    QString cacheKey() const;

    Session& m_session;
    ClientParams m_params;
    QString m_typed;
    QTimer m_patience;
    JobId m_job = 0;
    QCache<QString, Suggestions> m_answers;
};

} // namespace nakama
