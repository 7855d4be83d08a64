#pragma once

#include "core/inference/inference.h"
#include "core/workflow/neighbours_job.h"
#include "ui/viewmodels/session.h"

#include <QImage>
#include <QObject>

#include <filesystem>
#include <memory>
#include <vector>

namespace nakama
{

/** A picture, and what in it speaks for a class. */
struct PictureExplanation
{
    QImage picture;
    QString method;  ///< "Grad-CAM"; empty where there is no map
    QImage overlay;  ///< the picture with the map over it, red where it speaks for the class
    QString problem; ///< why there is no map
};

/** What a person reads where an ensemble is asked for what only one model can say. */
QString noOneModelText();

/** Asks a run's model about single pictures, in the background; the model stays loaded. */
class PictureInsight : public QObject
{
    Q_OBJECT

public:
    /** problem: why its model cannot be asked; empty where it can. */
    PictureInsight(Session& session, const std::string& runId, const QString& problem,
                   QObject* parent = nullptr);

    /** explained() follows, unless another picture or class is asked for meanwhile. */
    void explain(const std::filesystem::path& file, int classIndex);
    /** The training pictures nearest to one of the workspace: foundNear() follows. The first time, all
     * training pictures are asked about, which is listed as a job. */
    void findNear(std::int64_t imageId);

Q_SIGNALS:
    void explained(const nakama::PictureExplanation& explanation);
    /** problem: why there are none; may be empty. */
    void foundNear(const std::vector<nakama::NearPicture>& pictures, const QString& problem);

private:
    struct Model;

    Session& m_session;
    std::string m_runId;
    QString m_problem;
    std::shared_ptr<Model> m_model; ///< null while the engine is not there
};

} // namespace nakama
