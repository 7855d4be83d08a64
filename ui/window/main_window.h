#pragma once

#include "ui/viewmodels/job_runner.h"
#include "ui/window/window_context.h"

#include <QMainWindow>

#include <functional>

class QDockWidget;
class QLabel;
class QStackedWidget;

namespace nakama
{

class ImportFlow;
class MessageBar;
class StartPage;
class WindowActions;
class WorkspaceFlow;
class WorkspacePage;

/** The main window: start page or the tabs of the open workspace, menus, messages and the job list. */
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const WindowContext& context);
    ~MainWindow() override;

    MessageBar& messages() { return *m_message; }
    int currentPage() const;
    void setCurrentPage(int page);

Q_SIGNALS:
    /** The first picture of the window has been drawn. */
    void firstPainted();
    void languageRequested(const QString& code);

protected:
    void paintEvent(QPaintEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void makeCentre();
    void makeJobDock();
    void makeStatusBar();
    void connectActions();
    void connectSession();
    void connectDrops();

    /** Pictures are asked about on the workspace's page, or without one on a page of its own. */
    void showPredict();
    void makePredictAlone();
    void showWorkspace();
    void showEngine();
    void showJournal();
    void showFailure(const JobSnapshot& job);
    void showAbout();
    void updateRecent();

    WindowContext m_context;
    WindowActions* m_actions;
    QStackedWidget* m_centre = nullptr;
    StartPage* m_start = nullptr;
    WorkspacePage* m_page =
        nullptr; ///< made when the first workspace is open: charts take time that the start has not
    MessageBar* m_message = nullptr;
    QWidget* m_predictAlone = nullptr; ///< while no workspace is open
    ImportFlow* m_import;
    WorkspaceFlow* m_workspaces;
    QDockWidget* m_jobDock = nullptr;
    QLabel* m_status = nullptr;
    std::function<void()> m_messageAction;
    bool m_painted = false;
    bool m_closing = false; ///< closes when the last job has stopped
};

} // namespace nakama
