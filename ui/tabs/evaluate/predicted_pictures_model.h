#pragma once

#include "ui/tabs/evaluate/picture_now.h"
#include "ui/viewmodels/thumbnail_loader.h"

#include <QAbstractListModel>
#include <QHash>

#include <memory>
#include <vector>

namespace nakama
{

/** "now Nami", "now out of use", …; empty where nothing has changed. */
QString changeText(const PictureNow& state);

/** Evaluated pictures for a grid: thumbnail, what was predicted and what it is. Words are made only for what
 * is in sight, so that tens of thousands of rows cost their numbers. */
class PredictedPicturesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PredictedPicturesModel(QObject* parent = nullptr);

    /** Empties the list. */
    void setPictures(std::shared_ptr<const EvaluatedPictures> pictures, std::vector<PictureNow> now);
    /** The same pictures as the workspace has them now; the list stays. */
    void setNow(std::vector<PictureNow> now);
    const std::vector<PictureNow>& now() const { return m_now; }

    /** Numbers of the pictures to show, in order. */
    void setRows(std::vector<std::size_t> numbers);
    std::size_t numberAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /** The state of a row; that of a picture that is gone where none is known. */
    const PictureNow& nowAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString className(int index) const;
    QString caption(std::size_t number) const;
    QString description(std::size_t number) const;

    std::shared_ptr<const EvaluatedPictures> m_pictures;
    std::vector<PictureNow> m_now;
    std::vector<std::size_t> m_rows;
    mutable QHash<QString, int> m_asked; ///< row by the file of a thumbnail that was asked for
    ThumbnailLoader* m_thumbnails;
};

} // namespace nakama
