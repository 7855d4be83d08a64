#pragma once

#include "core/download/own_weights.h"
#include "core/models/published_weights.h"
#include "ui/viewmodels/session.h"

#include <QObject>
#include <QString>

#include <optional>
#include <string>

namespace nakama
{

/**
 * The weights that trainings may start from: which published ones are in the cache, getting them as jobs that
 * a person sees, and files that a person has. Downloads belong to the session's runner: they go on when the
 * window is made anew or another workspace is opened.
 */
class WeightsController : public QObject
{
    Q_OBJECT

public:
    explicit WeightsController(Session& session, QObject* parent = nullptr);

    /** Where the published weights of a model are; nothing where they are not here. */
    std::optional<std::filesystem::path> published(const std::string& model) const;
    /** The download of a model's weights that goes on; null where there is none. */
    const JobSnapshot* download(const std::string& model) const;

    /** Queues the download of what is published for a model. */
    void fetch(const PublishedWeights& weights);
    void cancel(const std::string& model);

    /** Finds out what a file is good for; recognised() or refused() follows. */
    void recognise(const std::filesystem::path& path);

    /** An address that is asked instead of the makers', remembered between starts; may be empty. */
    static QString mirror();
    static void setMirror(const QString& address);

Q_SIGNALS:
    /** A download began, came further or ended. */
    void changed(const std::string& model);
    void recognised(const nakama::OwnWeights& weights);
    void refused(const QString& message);

private:
    void takeJob(const JobSnapshot& job);

    Session& m_session;
    std::map<std::string, JobSnapshot> m_downloads; ///< by model
};

} // namespace nakama
