#include "ui/tabs/evaluate/report_menu.h"

#include "ui/viewmodels/convert.h"

#include <QDesktopServices>
#include <QUrl>

namespace nakama
{

namespace
{

/** The same report beside the page. */
std::filesystem::path pdfOf(std::filesystem::path page)
{
    return page.replace_extension(".pdf");
}

} // namespace

ReportMenu::ReportMenu(QWidget* parent) : QMenu(parent), m_pdf(nullptr)
{
    addAction(tr("Open in the &browser"), this, [this] { open(m_page); });
    m_pdf = addAction(tr("Open as &PDF"), this, [this] { open(pdfOf(m_page)); });
    addAction(tr("Open its &folder"), this, [this] { open(m_page.parent_path()); });
}

void ReportMenu::setReport(const std::filesystem::path& page)
{
    m_page = page;
    std::error_code ignored;
    m_pdf->setEnabled(!page.empty() && std::filesystem::exists(pdfOf(page), ignored));
}

void ReportMenu::open(const std::filesystem::path& path)
{
    const QString file = toQString(path);
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
        Q_EMIT failed(tr("No program opened the report. It is here: %1").arg(file));
}

} // namespace nakama
