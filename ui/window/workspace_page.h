#pragma once

#include "ui/window/window_context.h"

#include <QWidget>

class QStackedWidget;

namespace nakama
{

class EvaluateTab;
class NavigationRail;

/** The tabs of an open workspace, and the rail that chooses among them. */
class WorkspacePage : public QWidget
{
    Q_OBJECT

public:
    enum Page { Collect, Dataset, Label, Augment, Train, Evaluate, Predict };

    explicit WorkspacePage(const WindowContext& context, QWidget* parent = nullptr);

    int currentPage() const;
    void setCurrentPage(int page);
    /** Opens the evaluate tab on a run. */
    void showRun(const QString& runId);

Q_SIGNALS:
    void importFolderRequested();
    void importArchiveRequested();
    void currentPageChanged(int page);

private:
    NavigationRail* m_rail;
    QStackedWidget* m_pages;
    EvaluateTab* m_evaluate;
};

} // namespace nakama
