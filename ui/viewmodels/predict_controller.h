#pragma once

#include "ui/viewmodels/asked_pictures_model.h"
#include "ui/viewmodels/dropped_pictures.h"
#include "ui/viewmodels/session.h"

#include <QImage>
#include <QObject>
#include <QRectF>
#include <QString>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace nakama
{

struct AnswerFeed;

/** A checkpoint that can be asked. */
struct AskedModel
{
    enum class Kind { Run, File };

    Kind kind = Kind::File;
    std::filesystem::path checkpoint;
    QString title; ///< "ResNet-18, 2026-01-31-resnet18-1", or the file's name
    /** When the checkpoint, and what is fitted beside it, were written; unset where they are not there. */
    std::filesystem::file_time_type written = {};
    std::filesystem::file_time_type fitted = {};

    /** Titles hold figures that grow while a run trains, and do not tell models apart. */
    bool isSameChoice(const AskedModel& other) const
    {
        return kind == other.kind && checkpoint == other.checkpoint;
    }
    /** The same choice, and nothing of it was written since. */
    bool answersAs(const AskedModel& other) const
    {
        return isSameChoice(other) && written == other.written && fitted == other.fitted;
    }
};

/** The id of the run that it is of; only where it is one. */
std::string runOf(const AskedModel& model);
/** With the times of its files as they are now. */
AskedModel askedModel(AskedModel::Kind kind, const std::filesystem::path& checkpoint, const QString& title);

/**
 * Asks a checkpoint about pictures, with or without a workspace: takes files, folders and pixels, has them
 * answered in the background, newest wishes first, and carries the answers to the window at most twenty times
 * a second.
 */
class PredictController : public QObject
{
    Q_OBJECT

public:
    explicit PredictController(Session& session, QObject* parent = nullptr);
    ~PredictController() override;

    AskedPicturesModel& pictures() { return m_pictures; }

    /** What is asked; nothing until one is chosen. */
    const std::optional<AskedModel>& model() const { return m_model; }
    /**
     * Asks all pictures again where it is another one, or was written or fitted anew; in the latter case
     * answers stay until the new ones are there.
     */
    void setModel(const std::optional<AskedModel>& model);
    /** What the model says of itself; known with the first answer. */
    const std::optional<AnsweringModel>& answering() const { return m_answering; }

    /** Files, and all files in folders. */
    void ask(const std::vector<std::filesystem::path>& paths);
    void ask(const QImage& pixels, const QString& name);
    /** What was dropped or pasted; pixels get the name. Says where there is nothing in it. */
    void ask(const DroppedPictures& dropped, const QString& name);
    /** A part of a picture, in shares of its width and height, cut out of the original. */
    void askPart(std::int64_t id, const QRectF& part);

    /** Looks for what speaks for a class of the picture's answer (0: the first one); explained() follows. */
    void explain(std::int64_t id, int rank);

    /** Drops what waits; answers that are there stay. */
    void stop();
    void clear();

    bool isBusy() const { return m_job.has_value() || m_listing > 0; }
    int answeredCount() const { return m_pictures.answeredCount(); }
    /** Why nothing can be answered now, in words; empty where it can. */
    const QString& problem() const { return m_problem; }

    /** For people: what is in no file has its name instead. */
    std::vector<PictureAnswer> answers() const;
    /** Of the files that there are. */
    std::vector<PictureAnswer> fileAnswers() const;

Q_SIGNALS:
    void modelChanged();
    /** Busy or not, how many are answered, the problem. */
    void stateChanged();
    /** These pictures have been added; first is the id of the first one. */
    void asked(std::int64_t first, int count);
    /** overlay: the shrunk picture under the heat map. */
    void explained(std::int64_t id, const QImage& overlay);

private:
    /** Pixels that a job makes, then asks about. */
    void askAbout(std::function<Result<QImage>(JobContext&)> make, const QString& name);
    void addFiles(const std::vector<std::filesystem::path>& files);
    void add(std::vector<PictureToAsk> pictures, std::vector<PictureQuestion> questions);
    std::vector<PictureQuestion> allQuestions() const;
    void work();
    void drain();
    void end(const JobOutcome& outcome);
    void setProblem(const QString& problem);

    Session& m_session;
    AskedPicturesModel m_pictures;
    std::optional<AskedModel> m_model;
    std::optional<AnsweringModel> m_answering;
    std::shared_ptr<LoadedModel> m_loaded;
    std::shared_ptr<PictureQueue> m_queue;
    std::shared_ptr<AnswerFeed> m_feed;
    std::optional<JobId> m_job;
    int m_listing = 0; ///< folders being looked through, parts being cut out
    std::int64_t m_nextId = 1;
    QString m_problem;
    QTimer m_drainTimer;
};

} // namespace nakama
