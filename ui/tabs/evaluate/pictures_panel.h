#pragma once

#include "ui/tabs/evaluate/predicted_picture.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace nakama
{

class EmptyState;
class ImageGrid;
class ImageListModel;

/** Which pictures of an evaluation to look at; what is not set does not filter. */
struct PictureChoice
{
    enum class Kind { All, MistakesOnly };
    Kind kind = Kind::MistakesOnly;
    std::optional<int> trueClass;
    std::optional<int> predictedClass;

    bool matches(const PredictedPicture& picture) const;
};

/** The pictures behind a cell, a class or all mistakes; what the model was most sure of comes first. */
class PicturesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PicturesPanel(QWidget* parent = nullptr);

    /** Shows all mistakes. problem: why there is no picture to show; may be empty. */
    void setPictures(std::vector<PredictedPicture> pictures, const QStringList& classes,
                     const QString& problem);
    void show(const PictureChoice& choice);
    int shownCount() const;
    QString headline() const;

private:
    QString headlineFor(const PictureChoice& choice, int count) const;
    QString className(int index) const;
    void open(int row) const;

    std::vector<PredictedPicture> m_pictures;
    QStringList m_classes;
    QString m_problem;
    QLabel* m_headline;
    QToolButton* m_allMistakes;
    ImageListModel* m_model;
    ImageGrid* m_grid;
    EmptyState* m_empty;
    QStackedWidget* m_pages; ///< the grid, or why it is empty
};

} // namespace nakama
