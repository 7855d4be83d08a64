#include "ui/tabs/collect/arrivals_panel.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/image_grid.h"

#include <QDesktopServices>
#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int thumbnailSize = 88;

} // namespace

ArrivalsPanel::ArrivalsPanel(Session& session, CollectController& controller, QWidget* parent)
    : QWidget(parent), m_session(session), m_model(new ImageListModel(this)), m_title(new QLabel)
{
    m_title->setForegroundRole(QPalette::PlaceholderText);
    auto* grid = new ImageGrid;
    grid->setObjectName(QStringLiteral("arrivals"));
    grid->setThumbnailSize(thumbnailSize);
    grid->setModel(m_model);
    grid->setAccessibleName(tr("Pictures that have just been collected"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(grid, 1);
    clear();
    show({controller.pictures().begin(), controller.pictures().end()});
    connect(&controller, &CollectController::picturesArrived, this, &ArrivalsPanel::show);
    connect(&session, &Session::workspaceChanged, this, &ArrivalsPanel::clear);
    connect(grid, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        const auto& item = m_model->items()[static_cast<std::size_t>(index.row())];
        QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(item.file)));
    });
}

void ArrivalsPanel::clear()
{
    m_model->setItems({});
    m_title->setText(tr("Pictures appear here as they arrive"));
}

void ArrivalsPanel::show(const std::vector<CollectedPicture>& pictures)
{
    if (pictures.empty())
        return;
    std::vector<ImageItem> items;
    for (const auto& picture : pictures)
        items.push_back(itemOf(picture));
    m_model->prepend(std::move(items), CollectController::picturesKept);
    m_title->setText(tr("Just arrived"));
}

ImageItem ArrivalsPanel::itemOf(const CollectedPicture& picture) const
{
    const auto& [image, postId] = picture;
    const auto& classes = m_session.snapshot().classes;
    QString name;
    if (image.classIndex >= 0 && static_cast<std::size_t>(image.classIndex) < classes.size()) {
        const auto& info = classes[static_cast<std::size_t>(image.classIndex)];
        name = toQString(info.displayName.empty() ? info.name : info.displayName);
    }
    return {m_session.workspace().imagePath(image.sha256, image.extension), name,
            QStringLiteral("%1\n%2 × %3\n%4")
                .arg(name)
                .arg(image.width)
                .arg(image.height)
                .arg(tr("Post %1").arg(postId))};
}

} // namespace nakama
