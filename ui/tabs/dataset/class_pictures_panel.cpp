#include "ui/tabs/dataset/class_pictures_panel.h"

#include "core/workspace/catalogue.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/image_grid.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QSlider>
#include <QUrl>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QString toolTipOf(const ImageRecord& record)
{
    QStringList lines{
        toQString(record.originalName),
        QStringLiteral("%1 × %2 · %3").arg(record.width).arg(record.height).arg(toQString(record.source))};
    if (record.split)
        lines << ClassPicturesPanel::tr("Part of the split: %1").arg(toQString(splitPartName(*record.split)));
    return lines.join(QLatin1Char('\n'));
}

Result<std::vector<ImageItem>> listPictures(const Workspace& workspace, int classIndex)
{
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    ImageFilter filter;
    filter.pool = Pool::Pool;
    filter.classIndex = classIndex;
    NAKAMA_TRY(const auto records, catalogue.images(filter));
    std::vector<ImageItem> items;
    for (const auto& record : records)
        items.push_back({workspace.imagePath(record.sha256, record.extension),
                         toQString(std::filesystem::path(record.originalName).filename()),
                         toolTipOf(record)});
    return items;
}

} // namespace

ClassPicturesPanel::ClassPicturesPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ImageListModel(this)), m_grid(new ImageGrid),
      m_title(new QLabel)
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setTextFormat(Qt::PlainText);
    auto* size = new QSlider(Qt::Horizontal);
    size->setRange(ImageGrid::smallestThumbnail, ImageGrid::largestThumbnail);
    size->setFixedWidth(140);
    size->setToolTip(tr("Size of the pictures"));
    size->setAccessibleName(size->toolTip());
    m_grid->setModel(m_model);
    m_grid->setAccessibleName(tr("Pictures of the chosen class"));
    size->setValue(m_grid->thumbnailSize());
    auto* header = new QHBoxLayout;
    header->addWidget(m_title, 1);
    header->addWidget(size);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(header);
    layout->addWidget(m_grid, 1);
    connect(size, &QSlider::valueChanged, m_grid, &ImageGrid::setThumbnailSize);
    connect(m_grid, &ImageGrid::thumbnailSizeChanged, size, &QSlider::setValue);
    connect(m_grid, &QAbstractItemView::activated, this, &ClassPicturesPanel::openPicture);
}

void ClassPicturesPanel::showClass(const ClassBalance& balance)
{
    m_title->setText(tr("%1 – %n picture(s)", nullptr, static_cast<int>(balance.pictures)).arg(balance.name));
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = QStringLiteral("list pictures");
    using Lister = Task<std::vector<ImageItem>>;
    const auto work = [workspace = m_session.workspace(), index = balance.classIndex](JobContext&) {
        return listPictures(workspace, index);
    };
    m_session.jobs().start(std::make_shared<Lister>("list pictures", work), options,
                           m_session.workspaceScope(),
                           [self = QPointer(this)](Lister& job, const JobOutcome& outcome) {
                               if (self && outcome.state == JobState::Succeeded)
                                   self->m_model->setItems(std::move(*job.value()));
                           });
}

void ClassPicturesPanel::clear()
{
    m_title->clear();
    m_model->setItems({});
}

void ClassPicturesPanel::openPicture(const QModelIndex& index)
{
    const auto& item = m_model->items()[static_cast<std::size_t>(index.row())];
    QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(item.file)));
}

} // namespace nakama
