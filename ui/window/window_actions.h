#pragma once

#include "ui/theme/appearance.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;

namespace nakama
{

/** The menus of the main window and what is in them; the window connects the actions. */
class WindowActions : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QMainWindow& window);

    QAction* createWorkspace;
    QAction* openWorkspace;
    QAction* openSample;
    QAction* importFolder;
    QAction* importArchive;
    QAction* closeWorkspace;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QList<QAction*> pages; ///< in the order of the rail
    QAction* about;

    void setRecent(const QStringList& folders);
    /** What needs an open workspace is enabled only with one. */
    void setWorkspaceOpen(bool open);
    /** What undo and redo would take back and make again; empty where there is nothing. */
    void setUndo(const QString& undoText, const QString& redoText);
    void setAppearance(Appearance appearance);
    /** Adds the toggle of the job list to the view menu. */
    void addPanelToggle(QAction* toggle);

Q_SIGNALS:
    void recentRequested(const QString& folder);
    void clearRecentRequested();
    void appearanceRequested(nakama::Appearance appearance);
    /** A language code, or empty for the system's. */
    void languageRequested(const QString& code);

private:
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeAppearanceMenu();
    void makeLanguageMenu();
    void makeHelpMenu();

    QMainWindow& m_window;
    QMenu* m_recent = nullptr;
    QMenu* m_view = nullptr;
    QAction* m_afterPages = nullptr;
    QActionGroup* m_appearances = nullptr;
};

} // namespace nakama
