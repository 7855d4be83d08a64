#include "ui/tabs/dataset/dataset_tab.h"

#include "ui/tabs/dataset/balance_panel.h"
#include "ui/tabs/dataset/browse_panel.h"
#include "ui/tabs/dataset/split_panel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/empty_state.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

namespace nakama
{

namespace
{

QString summaryText(const WorkspaceSnapshot& snapshot)
{
    const auto& counts = snapshot.counts;
    QStringList parts{DatasetTab::tr("%n picture(s)", nullptr, static_cast<int>(counts.images)),
                      DatasetTab::tr("%n class(es)", nullptr, static_cast<int>(snapshot.classes.size()))};
    if (counts.unlabelled > 0)
        parts << DatasetTab::tr("%n without a label", nullptr, static_cast<int>(counts.unlabelled));
    if (const auto apart = counts.perSplit.find("true-test");
        apart != counts.perSplit.end() && apart->second > 0)
        parts << DatasetTab::tr("%n in the true test", nullptr, static_cast<int>(apart->second));
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

DatasetTab::DatasetTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_pages(new QStackedWidget)
{
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeContent());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(&session, &Session::workspaceChanged, this, &DatasetTab::update);
    connect(&session, &Session::countsChanged, this, &DatasetTab::update);
    connect(&session, &Session::splitChanged, this, &DatasetTab::update);
    connect(m_balance, &BalancePanel::currentRowChanged, this, &DatasetTab::showRow);
    update();
}

QWidget* DatasetTab::makeEmpty()
{
    auto* empty = new EmptyState;
    empty->setIcon(icon(Icon::Pictures));
    empty->setHeadline(tr("No pictures yet"));
    empty->setSentence(
        tr("Import a folder that has one folder of pictures for each class, or a .zip of it. "
           "You can also drop it anywhere on this window, or collect pictures from a server."));
    auto* folder = empty->addButton(tr("Import a &folder…"), icon(Icon::Folder));
    folder->setProperty("primary", true);
    auto* archive = empty->addButton(tr("Import a .&zip…"), icon(Icon::Archive));
    auto* collect = empty->addButton(tr("&Collect…"), icon(Icon::Collect));
    connect(folder, &QPushButton::clicked, this, &DatasetTab::importFolderRequested);
    connect(archive, &QPushButton::clicked, this, &DatasetTab::importArchiveRequested);
    connect(collect, &QPushButton::clicked, this, &DatasetTab::collectRequested);
    return empty;
}

QWidget* DatasetTab::makeContent()
{
    m_balance = new BalancePanel;
    m_pictures = new BrowsePanel(m_session);
    auto* left = new QSplitter(Qt::Vertical);
    left->addWidget(m_balance);
    left->addWidget(m_pictures);
    left->setStretchFactor(0, 2);
    left->setStretchFactor(1, 3);
    left->setCollapsible(1, false);
    m_split = new SplitPanel(m_session);
    m_split->setFixedWidth(280);
    connect(m_split, &SplitPanel::trainRequested, this, &DatasetTab::trainRequested);
    connect(m_split, &SplitPanel::previewChanged, this,
            [this] { m_balance->setPreview(m_split->preview()); });
    connect(m_split, &SplitPanel::picturesRequested, m_pictures, &BrowsePanel::showPictures);

    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(left, 1);
    row->addWidget(m_split);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(makeHeader());
    layout->addLayout(row, 1);
    return content;
}

QWidget* DatasetTab::makeHeader()
{
    m_summary = new QLabel;
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_summary->setFont(large);
    m_sample = new QLabel(tr("Sample: invented characters, painted by Nakama"));
    m_sample->setForegroundRole(QPalette::PlaceholderText);
    auto* folder = new QPushButton(icon(Icon::Import), tr("Import a &folder…"));
    auto* archive = new QPushButton(icon(Icon::Archive), tr("Import a .&zip…"));
    connect(folder, &QPushButton::clicked, this, &DatasetTab::importFolderRequested);
    connect(archive, &QPushButton::clicked, this, &DatasetTab::importArchiveRequested);
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_summary);
    layout->addWidget(m_sample);
    layout->addStretch();
    layout->addWidget(folder);
    layout->addWidget(archive);
    return header;
}

void DatasetTab::update()
{
    const auto& snapshot = m_session.snapshot();
    m_pages->setCurrentIndex(snapshot.counts.images == 0 ? 0 : 1);
    // Until the counts are read nothing is known, and "no pictures" would be a guess.
    m_pages->setVisible(m_session.isSnapshotRead());
    m_summary->setText(summaryText(snapshot));
    m_sample->setVisible(m_session.hasWorkspace() && m_session.workspace().isSample());
    m_balance->setSnapshot(snapshot);
}

void DatasetTab::showRow(int row)
{
    if (m_session.hasWorkspace())
        m_pictures->showClass(m_balance->model().rows()[static_cast<std::size_t>(row)].classIndex);
}

} // namespace nakama
