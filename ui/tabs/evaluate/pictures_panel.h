#pragma once

#include "core/workspace/picture_edit.h"
#include "ui/tabs/evaluate/picture_now.h"
#include "ui/tabs/evaluate/picture_selection.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace nakama
{

class EmptyState;
class ImageGrid;
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
    /** The workspace's classes, by their index there: what a picture can be labelled. */
    void setLabels(const QStringList& labels);
    /** What the last edit was, for the button that takes it back; empty: there is nothing to take back. */
    void setUndo(const QString& edit);

    int shownCount() const;
    QString headline() const;

Q_SIGNALS:
    void editRequested(const nakama::PictureEdit& edit);
    void undoRequested();
    /** A picture of those shown is to be looked at: numbers of all of them, and the place of this one. */
    void pictureRequested(const std::vector<std::size_t>& numbers, int place);

private:
    QLayout* makeTop();
    QLayout* makeActions();
    QToolButton* addAction(QLayout& row, const QString& text, const QString& toolTip,
                           const QKeySequence& shortcut, void (PicturesPanel::*slot)());
    void show();
    void updateHeadline();
    void updateActions();
    void fillLabels();
    void relabel(int label);
    void openLabels();
    void markSeveral();
    void exclude();
    void open(const QModelIndex& index);
    /** Those of the selected pictures that the workspace still has. */
    std::vector<std::int64_t> selectedIds() const;
    QString className(int index) const;

    PictureSelection& m_selection;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    std::vector<std::size_t> m_shown;
    QStringList m_labels;
    QString m_problem;
    QComboBox* m_list;
    QToolButton* m_widen;
    QLabel* m_headline;
    PredictedPicturesModel* m_model;
    ImageGrid* m_grid;
    EmptyState* m_empty;
    QStackedWidget* m_pages; ///< the grid, or why it is empty
    QMenu* m_labelMenu;
    QToolButton* m_relabel = nullptr;
    QToolButton* m_several = nullptr;
    QToolButton* m_exclude = nullptr;
    QToolButton* m_undo;
};

} // namespace nakama
