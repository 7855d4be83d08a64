#pragma once

#include "ui/viewmodels/session.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace nakama
{

class BalancePanel;
class BrowsePanel;
class SplitPanel;

/** What is in the workspace: how many pictures each class has, the pictures themselves, and their split. */
class DatasetTab : public QWidget
{
    Q_OBJECT

public:
    explicit DatasetTab(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void importFolderRequested();
    void importArchiveRequested();
    void collectRequested();
    void trainRequested();

private:
    QWidget* makeEmpty();
    QWidget* makeContent();
    QWidget* makeHeader();
    void update();
    void showRow(int row);

    Session& m_session;
    QStackedWidget* m_pages;
    QLabel* m_summary = nullptr;
    QLabel* m_sample = nullptr;
    BalancePanel* m_balance = nullptr;
    BrowsePanel* m_pictures = nullptr;
    SplitPanel* m_split = nullptr;
};

} // namespace nakama
