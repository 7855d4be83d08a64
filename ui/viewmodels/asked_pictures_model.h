#pragma once

#include "core/workflow/predict_job.h"

#include <QAbstractListModel>
#include <QCache>
#include <QHash>
#include <QImage>
#include <QPixmap>
#include <QString>

#include <cstdint>
#include <filesystem>
#include <vector>

namespace nakama
{

class ThumbnailLoader;

/** A picture that a model was asked about. */
struct PictureToAsk
{
    std::int64_t id = 0;
    std::filesystem::path file; ///< empty where there are only pixels
    QImage pixels;              ///< null where there is a file
    QString name;
    bool answered = false;
    PictureAnswer answer; ///< once answered; with a problem where the picture could not be read
};

/** The pictures that a model was asked about, in the order asked, with its answer below each. */
class AskedPicturesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit AskedPicturesModel(QObject* parent = nullptr);

    /** Ids must be new. */
    void add(std::vector<PictureToAsk> pictures);
    /** An answer to an id that is not there any more is dropped. */
    void setAnswer(PictureAnswer answer);
    /** All wait again: another model is asked. */
    void forgetAnswers();
    void clear();

    const std::vector<PictureToAsk>& pictures() const { return m_pictures; }
    const PictureToAsk* find(std::int64_t id) const;
    int rowOf(std::int64_t id) const;
    int answeredCount() const { return m_answered; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answerChanged(std::int64_t id);

private:
    QString titleOf(const PictureToAsk& picture) const;
    QVariant thumbnailOf(const PictureToAsk& picture) const;

    std::vector<PictureToAsk> m_pictures;
    QHash<std::int64_t, int> m_rows;
    QHash<QString, QList<int>> m_rowsOfFile; ///< the same file may be asked about twice
    int m_answered = 0;
    ThumbnailLoader* m_thumbnails;
    /** By id, in KiB: a view asks for them again with every frame that it draws. */
    mutable QCache<std::int64_t, QPixmap> m_pixmaps;
};

/** What a verdict says to a person: the class, or what stands for "none of them". */
QString verdictText(const std::string& verdict);

} // namespace nakama
