#include "ui/window/window_actions.h"

#include "ui/theme/icons.h"
#include "ui/window/languages.h"
#include "ui/window/settings.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace nakama
{

WindowActions::WindowActions(QMainWindow& window) : QObject(&window), m_window(window)
{
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeHelpMenu();
}

void WindowActions::makeFileMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&File"));
    createWorkspace = menu->addAction(icon(Icon::New), tr("&Create workspace…"), QKeySequence::New);
    openWorkspace = menu->addAction(icon(Icon::Open), tr("&Open workspace…"), QKeySequence::Open);
    m_recent = menu->addMenu(icon(Icon::Recent), tr("Open &recent"));
    openSample = menu->addAction(icon(Icon::Sample), tr("Open the &sample"));
    menu->addSeparator();
    importFolder =
        menu->addAction(icon(Icon::Import), tr("&Import a folder…"), QKeySequence(Qt::CTRL | Qt::Key_I));
    importArchive = menu->addAction(icon(Icon::Archive), tr("Import a .&zip…"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I));
    menu->addSeparator();
    closeWorkspace = menu->addAction(icon(Icon::Close), tr("C&lose workspace"), QKeySequence::Close);
    quit = menu->addAction(icon(Icon::Quit), tr("&Quit"), QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
}

void WindowActions::makeEditMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Edit"));
    undo = menu->addAction(QString());
    redo = menu->addAction(QString());
    undo->setShortcuts(QKeySequence::Undo); // all that are usual, not the first one alone
    redo->setShortcuts(QKeySequence::Redo);
    setUndo({}, {});
}

void WindowActions::setUndo(const QString& undoText, const QString& redoText)
{
    undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undoText));
    redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redoText));
    undo->setEnabled(!undoText.isEmpty());
    redo->setEnabled(!redoText.isEmpty());
}

void WindowActions::makeViewMenu()
{
    m_view = m_window.menuBar()->addMenu(tr("&View"));
    const auto addPage = [this](Icon name, const QString& text) {
        const int key = Qt::Key_1 + static_cast<int>(pages.size());
        pages << m_view->addAction(icon(name), text, QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key)));
    };
    addPage(Icon::Collect, tr("&Collect"));
    addPage(Icon::Dataset, tr("&Dataset"));
    addPage(Icon::Label, tr("La&bel"));
    addPage(Icon::Augment, tr("&Augment"));
    addPage(Icon::Train, tr("&Train"));
    addPage(Icon::Evaluate, tr("&Evaluate"));
    addPage(Icon::Predict, tr("&Predict"));
    m_afterPages = m_view->addSeparator();
    makeAppearanceMenu();
    makeLanguageMenu();
}

void WindowActions::makeAppearanceMenu()
{
    QMenu* menu = m_view->addMenu(tr("&Appearance"));
    m_appearances = new QActionGroup(this);
    for (const auto& [appearance, text] :
         {std::pair{Appearance::System, tr("As the &system")}, std::pair{Appearance::Light, tr("&Light")},
          std::pair{Appearance::Dark, tr("&Dark")}}) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(appearance));
        m_appearances->addAction(action);
    }
    connect(m_appearances, &QActionGroup::triggered, this, [this](const QAction* action) {
        Q_EMIT appearanceRequested(static_cast<Appearance>(action->data().toInt()));
    });
}

void WindowActions::makeLanguageMenu()
{
    QMenu* menu = m_view->addMenu(tr("&Language"));
    auto* group = new QActionGroup(this);
    const QString chosen = Settings::language();
    const auto add = [&](const QString& code, const QString& text) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(code);
        action->setChecked(code == chosen);
        group->addAction(action);
    };
    add({}, tr("As the &system"));
    for (const auto& language : availableLanguages())
        add(language.code, language.name);
    connect(group, &QActionGroup::triggered, this,
            [this](const QAction* action) { Q_EMIT languageRequested(action->data().toString()); });
}

void WindowActions::makeHelpMenu()
{
    QMenu* menu = m_window.menuBar()->addMenu(tr("&Help"));
    about = menu->addAction(icon(Icon::Info), tr("&About Nakama"));
    about->setMenuRole(QAction::AboutRole);
    QAction* aboutQt = menu->addAction(tr("About &Qt"));
    aboutQt->setMenuRole(QAction::AboutQtRole);
    connect(aboutQt, &QAction::triggered, qApp, &QApplication::aboutQt);
}

void WindowActions::setRecent(const QStringList& folders)
{
    m_recent->clear();
    m_recent->setEnabled(!folders.isEmpty());
    for (const QString& folder : folders)
        connect(m_recent->addAction(folder), &QAction::triggered, this,
                [this, folder] { Q_EMIT recentRequested(folder); });
    m_recent->addSeparator();
    connect(m_recent->addAction(tr("&Clear this list")), &QAction::triggered, this,
            &WindowActions::clearRecentRequested);
}

void WindowActions::setWorkspaceOpen(bool open)
{
    for (auto* action : {importFolder, importArchive, closeWorkspace})
        action->setEnabled(open);
    for (auto* action : pages)
        action->setEnabled(open);
}

void WindowActions::setAppearance(Appearance appearance)
{
    for (auto* action : m_appearances->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(appearance));
}

void WindowActions::addPanelToggle(QAction* toggle)
{
    m_view->insertAction(m_afterPages, toggle);
}

} // namespace nakama
