#include "ui/tabs/dataset/browse_panel.h"

#include "ui/tabs/dataset/grid_place.h"
#include "ui/tabs/dataset/picture_actions.h"
#include "ui/tabs/dataset/quick_look.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/image_grid.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

BrowsePanel::BrowsePanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_filter(new FilterBar(session)),
      m_model(new PictureListModel(session, this)), m_grid(new ImageGrid), m_actions(nullptr),
      m_count(new QLabel)
{
    m_grid->setObjectName(QStringLiteral("pictures"));
    m_grid->setModel(m_model);
    m_grid->setAccessibleName(tr("Pictures of the workspace"));
    m_actions = new PictureActions(session, *m_grid, [this] { return selectedIds(); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_grid, 1);
    layout->addWidget(makeFooter());
    new GridPlace(*m_grid, *m_model);
    connect(m_filter, &FilterBar::changed, this, &BrowsePanel::relistWhenShown);
    connect(m_model, &PictureListModel::listed, this, &BrowsePanel::showCount);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BrowsePanel::showCount);
    connect(m_actions, &PictureActions::lookRequested, this,
            [this] { lookAt(m_grid->currentIndex().row()); });
    connect(m_grid, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const auto* record = m_model->recordAt(index.row()))
            QDesktopServices::openUrl(QUrl::fromLocalFile(
                toQString(m_session.workspace().imagePath(record->sha256, record->extension))));
    });
    connect(&session, &Session::workspaceChanged, this, [this] {
        ImageFilter all;
        all.use = UseState::NotInBin;
        m_filter->setFilter(all);
    });
    // Imports, splits and collecting change the counts; what is changed by hand may change none.
    connect(&session, &Session::countsChanged, this, &BrowsePanel::relistWhenShown);
    connect(&session, &Session::picturesChanged, this, &BrowsePanel::relistWhenShown);
}

QWidget* BrowsePanel::makeFooter()
{
    auto* size = new QSlider(Qt::Horizontal);
    size->setRange(ImageGrid::smallestThumbnail, ImageGrid::largestThumbnail);
    size->setValue(m_grid->thumbnailSize());
    size->setFixedWidth(140);
    size->setToolTip(tr("Size of the pictures"));
    size->setAccessibleName(size->toolTip());
    connect(size, &QSlider::valueChanged, m_grid, &ImageGrid::setThumbnailSize);
    connect(m_grid, &ImageGrid::thumbnailSizeChanged, size, &QSlider::setValue);
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_count, 1);
    row->addWidget(size);
    return footer;
}

void BrowsePanel::showClass(int classIndex)
{
    ImageFilter filter;
    filter.pool = Pool::Pool;
    filter.use = UseState::InUse; // what the bars count
    filter.classIndex = classIndex;
    m_filter->setFilter(filter);
}

void BrowsePanel::showPictures(std::vector<std::int64_t> ids, const QString& text)
{
    std::sort(ids.begin(), ids.end());
    ImageFilter filter;
    filter.use = UseState::NotInBin;
    filter.among = std::make_shared<const std::vector<std::int64_t>>(std::move(ids));
    m_filter->setFilter(filter, text);
    m_grid->setFocus();
}

void BrowsePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        relist();
}

void BrowsePanel::relistWhenShown()
{
    m_isStale = true;
    if (isVisible())
        relist();
}

void BrowsePanel::relist()
{
    m_isStale = !m_session.hasWorkspace();
    m_model->list(m_filter->filter(), m_filter->order());
}

void BrowsePanel::showCount()
{
    QString text = tr("%n picture(s)", nullptr, m_model->rowCount());
    if (const auto selected = m_grid->selectionModel()->selection(); !selected.isEmpty()) {
        int count = 0;
        for (const auto& range : selected)
            count += range.height();
        text += QStringLiteral("  ·  ") + tr("%n selected", nullptr, count);
    }
    m_count->setText(text);
}

std::vector<std::int64_t> BrowsePanel::selectedIds() const
{
    std::vector<std::int64_t> ids;
    for (const int row : m_grid->selectedRows())
        ids.push_back(m_model->idAt(row));
    return ids;
}

void BrowsePanel::lookAt(int row)
{
    if (!m_look) {
        m_look = new QuickLook(m_session, *m_model, this);
        connect(m_look, &QuickLook::rowChanged, this,
                [this](int shown) { m_grid->setCurrentIndex(m_model->index(shown)); });
    }
    m_look->showRow(row);
    m_look->show();
}

} // namespace nakama
