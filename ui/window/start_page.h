#pragma once

#include <QList>
#include <QUrl>
#include <QWidget>

class QLabel;
class QListWidget;

namespace nakama
{

/** What the window shows while no workspace is open: the ways in. */
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const QStringList& folders);
    /** While a workspace is being opened, nothing else can be. */
    void setBusy(bool busy);

Q_SIGNALS:
    void createRequested();
    void openRequested();
    void sampleRequested();
    void askRequested();
    void recentRequested(const QString& folder);
    void removeRecentRequested(const QString& folder);

private:
    QWidget* makeWelcome();
    QWidget* makeActions();
    QWidget* makeRecent();

    QWidget* m_actions = nullptr;
    QWidget* m_recentBox = nullptr;
    QListWidget* m_recent = nullptr;
    QLabel* m_busy = nullptr;
};

} // namespace nakama
