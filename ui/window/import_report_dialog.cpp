#include "ui/window/import_report_dialog.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QTreeWidget* makeList(const std::vector<SkippedFile>& skipped)
{
    auto* list = new QTreeWidget;
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setAlternatingRowColors(true);
    list->setTextElideMode(Qt::ElideMiddle);
    list->setHeaderLabels({ImportReportDialog::tr("File"), ImportReportDialog::tr("Why it was left out")});
    list->setAccessibleName(ImportReportDialog::tr("Files that were left out"));
    QList<QTreeWidgetItem*> items;
    for (const auto& file : skipped) {
        auto* item = new QTreeWidgetItem({toQString(file.path), toQString(file.reason)});
        for (const int column : {0, 1})
            item->setToolTip(column, item->text(column));
        items.append(item);
    }
    list->addTopLevelItems(items);
    list->header()->resizeSection(0, 300);
    return list;
}

QString tabSeparated(const std::vector<SkippedFile>& skipped)
{
    QString text;
    for (const auto& file : skipped)
        text += toQString(file.path) + QLatin1Char('\t') + toQString(file.reason) + QLatin1Char('\n');
    return text;
}

} // namespace

ImportReportDialog::ImportReportDialog(const ImportReport& report, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Import"));
    auto* summary = new QLabel(importSummary(report));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    summary->setFont(bold);
    summary->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("&Copy list"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(Icon::Copy));
    copy->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(summary);
    layout->addWidget(makeList(report.skipped), 1);
    layout->addWidget(buttons);
    resize(760, 460);
    connect(copy, &QPushButton::clicked, this,
            [text = tabSeparated(report.skipped)] { QGuiApplication::clipboard()->setText(text); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString importSummary(const ImportReport& report)
{
    QStringList parts{ImportReportDialog::tr("%n picture(s) imported", nullptr, report.imported)};
    if (report.alreadyThere > 0)
        parts << ImportReportDialog::tr("%n already there", nullptr, report.alreadyThere);
    if (!report.skipped.empty())
        parts << ImportReportDialog::tr("%n left out", nullptr, static_cast<int>(report.skipped.size()));
    return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

} // namespace nakama
