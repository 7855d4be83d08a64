#include "ui/window/window_host.h"

#include "ui/window/main_window.h"
#include "ui/window/settings.h"

namespace nakama
{

WindowHost::WindowHost(QObject* parent)
    : QObject(parent), m_training(m_session), m_collect(m_session), m_predict(m_session),
      m_account(m_session), m_jobs(m_session.jobs())
{
    m_languages.setLanguage(Settings::language());
    m_appearance.setAppearance(Settings::appearance());
    makeWindow();
    connect(m_window.get(), &MainWindow::firstPainted, this, [this] {
        Q_EMIT firstPainted();
        m_appearance.followDesktop();
        m_session.loadEngine();
    });
}

WindowHost::~WindowHost() = default;

void WindowHost::show()
{
    m_window->show();
}

void WindowHost::makeWindow()
{
    m_window = std::make_unique<MainWindow>(
        WindowContext{m_session, m_training, m_collect, m_predict, m_account, m_jobs, m_appearance});
    // Later: the window that asks for it must not be gone while it asks.
    connect(m_window.get(), &MainWindow::languageRequested, this, &WindowHost::changeLanguage,
            Qt::QueuedConnection);
}

void WindowHost::changeLanguage(const QString& code)
{
    const int page = m_window->currentPage();
    Settings::setLanguage(code);
    m_languages.setLanguage(code);
    m_window.reset();
    makeWindow();
    m_window->setCurrentPage(page);
    m_window->show();
}

} // namespace nakama
