#pragma once

#include "ui/viewmodels/copies_controller.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace nakama
{

class CopyGroupsModel;
class EmptyState;
class ImageGrid;
class ImageListModel;

/**
 * The groups of copies in the open workspace, and what a person may do about them. Looks for copies when it
 * opens, stops when it is closed, and closes when another workspace is opened.
 */
class CopiesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CopiesDialog(Session& session, QWidget* parent = nullptr);

private:
    QWidget* makeGroups();
    void fillWorking();
    QLayout* makeButtons();
    void update();
    void updateEmpty();
    void updateSummary();
    void updateButtons();
    void showGroups();
    void showGroup();
    void showProgress(const Progress& progress);
    void declareNotCopies();
    void openPicture(const QModelIndex& index);
    /** −1 where no group is chosen. */
    int currentGroup() const;

    CopiesController* m_controller;
    CopyGroupsModel* m_groups;
    ImageListModel* m_members;
    QTreeView* m_list;
    ImageGrid* m_grid;
    QLabel* m_summary;
    EmptyState* m_empty;
    QStackedWidget* m_pages;
    QWidget* m_working; ///< shown while something is under way
    QLabel* m_stage;
    QProgressBar* m_progress;
    QPushButton* m_stop;
    QPushButton* m_look;
    QPushButton* m_notCopies;
    QPushButton* m_undo;
    QPushButton* m_setAside;
};

} // namespace nakama
