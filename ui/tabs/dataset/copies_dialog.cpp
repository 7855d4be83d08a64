#include "ui/tabs/dataset/copies_dialog.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/copy_groups_model.h"
#include "ui/viewmodels/copy_text.h"
#include "ui/viewmodels/image_list_model.h"
#include "ui/viewmodels/stage_text.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

enum Page { EmptyPage, GroupsPage };

constexpr int captionLines = 6; ///< a name, a size, what it is of the keeper in three or four, its use

QPushButton* makeButton(const QString& name, const QString& text, const QString& toolTip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    return button;
}

std::int64_t keeperOf(const CopyGroupRow& group)
{
    return group.members.front().image.id;
}

} // namespace

CopiesDialog::CopiesDialog(Session& session, QWidget* parent)
    : QDialog(parent), m_controller(new CopiesController(session, this)), m_groups(new CopyGroupsModel(this)),
      m_members(new ImageListModel(this)), m_list(new QTreeView), m_grid(new ImageGrid),
      m_summary(new QLabel), m_empty(new EmptyState), m_pages(new QStackedWidget), m_working(new QWidget),
      m_stage(new QLabel), m_progress(new QProgressBar),
      m_stop(makeButton(QStringLiteral("stop"), tr("S&top"), tr("Stop what is under way"))),
      m_look(makeButton(QStringLiteral("look"), tr("&Look again"),
                        tr("Look for copies again; only new pictures are read"))),
      m_notCopies(makeButton(QStringLiteral("notCopies"), tr("These are &not copies"),
                             tr("The selected pictures, or all of the group where none is selected, are no "
                                "copies of the others, now and in later searches"))),
      m_undo(makeButton(QStringLiteral("undo"), tr("&Undo"), tr("Take the latest setting aside back"))),
      m_setAside(makeButton(QStringLiteral("setAside"), tr("&Set copies aside"),
                            tr("The copies of all groups leave the split and training; keepers and "
                               "pictures of the true test stay as they are, and no file is deleted")))
{
    setWindowTitle(tr("Copies"));
    setSizeGripEnabled(true);
    resize(1080, 640);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_empty->setIcon(icon(Icon::Pictures));
    m_pages->insertWidget(EmptyPage, m_empty);
    m_pages->insertWidget(GroupsPage, makeGroups());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    fillWorking();
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_summary);
    layout->addWidget(m_working);
    layout->addLayout(makeButtons());

    connect(m_controller, &CopiesController::changed, this, &CopiesDialog::update);
    connect(m_controller, &CopiesController::progressed, this, &CopiesDialog::showProgress);
    connect(this, &QDialog::finished, m_controller, &CopiesController::stop);
    connect(&session, &Session::workspaceChanged, this, &QWidget::close);
    m_controller->look();
    update();
}

QWidget* CopiesDialog::makeGroups()
{
    m_list->setModel(m_groups);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Groups of copies"));
    m_list->header()->resizeSection(CopyGroupsModel::PicturesColumn, 76);
    m_list->header()->resizeSection(CopyGroupsModel::KindColumn, 210);
    m_grid->setModel(m_members);
    m_grid->setThumbnailSize(180);
    m_grid->setCaptionLines(captionLines);
    m_grid->setAccessibleName(tr("The keeper of the chosen group and its copies"));
    auto* sides = new QSplitter(Qt::Horizontal);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_list);
    sides->addWidget(m_grid);
    sides->setSizes({410, 670});
    sides->setStretchFactor(1, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CopiesDialog::showGroup);
    connect(m_grid, &QAbstractItemView::activated, this, &CopiesDialog::openPicture);
    return sides;
}

void CopiesDialog::fillWorking()
{
    auto* row = new QHBoxLayout(m_working);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_stage);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    m_progress->setTextVisible(false);
    connect(m_stop, &QPushButton::clicked, m_controller, &CopiesController::stop);
}

QLayout* CopiesDialog::makeButtons()
{
    auto* close = makeButton(QStringLiteral("close"), tr("&Close"), {});
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_setAside);
    row->addWidget(m_undo);
    row->addWidget(m_notCopies);
    row->addStretch();
    row->addWidget(m_look);
    row->addWidget(close);
    connect(m_setAside, &QPushButton::clicked, m_controller, &CopiesController::setCopiesAside);
    connect(m_undo, &QPushButton::clicked, m_controller, &CopiesController::takeBack);
    connect(m_notCopies, &QPushButton::clicked, this, &CopiesDialog::declareNotCopies);
    connect(m_look, &QPushButton::clicked, m_controller, &CopiesController::look);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return row;
}

void CopiesDialog::update()
{
    m_working->setVisible(m_controller->isBusy());
    if (m_controller->isBusy())
        showProgress({});
    else
        showGroups();
    updateEmpty();
    updateSummary();
    updateButtons();
    const int shown = m_groups->rowCount() == 0 ? EmptyPage : GroupsPage;
    if (m_pages->currentIndex() == shown)
        return;
    m_pages->setCurrentIndex(shown);
    if (shown == GroupsPage)
        m_list->setFocus(); // a hidden list takes none
}

void CopiesDialog::updateEmpty()
{
    const auto& page = m_controller->page();
    if (m_controller->isBusy()) {
        m_empty->setHeadline(tr("Looking for copies…"));
        m_empty->setSentence(tr("The same picture may be here resized, cropped, mirrored, turned, inverted "
                                "or without colour."));
    } else if (!m_controller->problem().isEmpty()) {
        m_empty->setHeadline(tr("Not looked through"));
        m_empty->setSentence(tr("Look again to see which pictures are copies of each other."));
    } else if (page.images == 0) {
        m_empty->setHeadline(tr("No pictures yet"));
        m_empty->setSentence(tr("Import or collect pictures, then look for copies among them."));
    } else {
        m_empty->setHeadline(tr("No copies found"));
        m_empty->setSentence(
            tr("%n picture(s) were looked through, and none is a copy of another.", nullptr, page.images));
    }
}

void CopiesDialog::updateSummary()
{
    const auto& page = m_controller->page();
    QStringList lines;
    if (!m_controller->isBusy()) {
        if (!m_controller->problem().isEmpty())
            lines << QStringLiteral("⚠ ") + m_controller->problem();
        if (page.canSetAside > 0)
            lines << tr("Setting copies aside takes %n picture(s) out of split and training.", nullptr,
                        page.canSetAside);
        else if (!page.groups.empty())
            lines << tr("No copy is left to be set aside.");
        if (page.inSplit > 0)
            lines.back() += QLatin1Char(' ') + tr("%n of them are in the split now.", nullptr, page.inSplit);
        if (page.canTakeBack > 0)
            lines << tr("Undo brings %n picture(s) back; split again to train on them.", nullptr,
                        page.canTakeBack);
        if (page.unreadable > 0)
            lines << QStringLiteral("⚠ ") +
                         tr("%n picture(s) could not be read, so their copies are not known.", nullptr,
                            page.unreadable);
    }
    m_summary->setText(lines.join(QLatin1Char('\n')));
    m_summary->setVisible(!lines.isEmpty());
}

void CopiesDialog::updateButtons()
{
    const bool idle = !m_controller->isBusy();
    const auto& page = m_controller->page();
    m_look->setEnabled(idle);
    m_setAside->setEnabled(idle && page.canSetAside > 0);
    m_undo->setEnabled(idle && page.canTakeBack > 0);
    m_notCopies->setEnabled(idle && currentGroup() >= 0);
}

void CopiesDialog::showGroups()
{
    const auto before = currentGroup();
    const auto keeper = before < 0 ? 0 : keeperOf(m_groups->groups()[static_cast<std::size_t>(before)]);
    m_groups->setGroups(m_controller->page().groups);
    // Where the group is gone, the one that has taken its place is the next to be looked at.
    int row = m_groups->rowOf(keeper);
    if (row < 0)
        row = std::min(std::max(before, 0), m_groups->rowCount() - 1);
    if (row >= 0)
        m_list->setCurrentIndex(m_groups->index(row, 0));
    else
        showGroup();
}

void CopiesDialog::showGroup()
{
    std::vector<ImageItem> items;
    if (const int row = currentGroup(); row >= 0)
        for (const auto& member : m_groups->groups()[static_cast<std::size_t>(row)].members)
            items.push_back({member.file, copyCaption(member),
                             toQString(member.image.originalName) + QLatin1Char('\n') + copyCaption(member)});
    m_members->setItems(std::move(items));
    updateButtons();
}

void CopiesDialog::showProgress(const Progress& progress)
{
    const QString stage = progress.stage.empty() ? tr("Working…") : stageText(progress.stage);
    m_progress->setRange(0, static_cast<int>(progress.total));
    m_progress->setValue(static_cast<int>(progress.done));
    m_stage->setText(stage);
    m_progress->setAccessibleName(stage);
}

void CopiesDialog::declareNotCopies()
{
    const auto& members = m_groups->groups()[static_cast<std::size_t>(currentGroup())].members;
    std::vector<std::int64_t> group, chosen;
    for (const auto& member : members)
        group.push_back(member.image.id);
    for (const int row : m_grid->selectedRows())
        chosen.push_back(group[static_cast<std::size_t>(row)]);
    m_controller->declareNotCopies(chosen.empty() ? group : chosen, group);
}

void CopiesDialog::openPicture(const QModelIndex& index)
{
    const auto& item = m_members->items()[static_cast<std::size_t>(index.row())];
    QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(item.file)));
}

int CopiesDialog::currentGroup() const
{
    return m_list->currentIndex().row();
}

} // namespace nakama
