#pragma once

#include <QMenu>

#include <filesystem>

namespace nakama
{

/** What can be done with the report of an evaluation: opened as a page or as a PDF, or found in its folder.
 */
class ReportMenu : public QMenu
{
    Q_OBJECT

public:
    explicit ReportMenu(QWidget* parent = nullptr);

    /** The page; empty where there is none. */
    void setReport(const std::filesystem::path& page);

Q_SIGNALS:
    /** Nothing opened it; says where it is. */
    void failed(const QString& message);

private:
    void open(const std::filesystem::path& path);

    std::filesystem::path m_page;
    QAction* m_pdf;
};

} // namespace nakama
