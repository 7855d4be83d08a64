#pragma once

#include "ui/tabs/evaluate/picture_now.h"
#include "ui/tabs/evaluate/picture_selection.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace nakama
{

class EmptyState;
class ImageGrid;
class PictureEditBar;
class PredictedPicturesModel;

/** The galleries: pictures of the chosen list, class, cell or part, and what a person may change in them. */
class PicturesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PicturesPanel(PictureSelection& selection, QWidget* parent = nullptr);

    /** problem: why there is no picture to show; may be empty. */
    void setPictures(std::shared_ptr<const EvaluatedPictures> pictures, std::vector<PictureNow> now,
                     const QString& problem);
    void setNow(std::vector<PictureNow> now);
    PictureEditBar& edits() { return *m_edits; }

    /** Puts the keyboard on the first picture, selected; false where there is none. */
    bool focusPictures();

    int shownCount() const;
    /** Numbers of the listed pictures, in their order. */
    const std::vector<std::size_t>& shown() const { return m_shown; }
    /** For a file: "suspected-labels". */
    QString listName() const;
    /** What is in sight of the gallery. */
    QImage picture() const;
    QString headline() const;

Q_SIGNALS:
    /** Escape: back to where the pictures were chosen. */
    void left();
    /** A picture of those shown is to be looked at: numbers of all of them, and the place of this one. */
    void pictureRequested(const std::vector<std::size_t>& numbers, int place);

private:
    QLayout* makeTop();
    void show();
    void updateHeadline();
    void updateActions();
    void open(const QModelIndex& index);
    /** Those of the selected pictures that the workspace still has. */
    std::vector<std::int64_t> selectedIds() const;
    /** What the model says of all selected pictures; empty where it says different things. */
    QString agreedPrediction() const;
    QString className(int index) const;

    PictureSelection& m_selection;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    std::vector<std::size_t> m_shown;
    QString m_problem;
    QComboBox* m_list;
    QToolButton* m_widen;
    QLabel* m_headline;
    PredictedPicturesModel* m_model;
    ImageGrid* m_grid;
    EmptyState* m_empty;
    QStackedWidget* m_pages; ///< the grid, or why it is empty
    PictureEditBar* m_edits;
};

} // namespace nakama
