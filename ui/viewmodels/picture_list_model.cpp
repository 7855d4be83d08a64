#include "ui/viewmodels/picture_list_model.h"

#include "core/workspace/catalogue.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"

#include <QColor>
#include <QPixmap>
#include <QPointer>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int pageSize = 128;
constexpr int pagesKept = 64;
constexpr std::size_t pagesWanted = 8; ///< a fast scroll asks for more than anybody waits for
constexpr int readersAtOnce = 2;

JobOptions quietly(const QString& replaces = {})
{
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = replaces;
    return options;
}

QString stateText(const ImageRecord& record)
{
    if (record.setAside)
        return asideText(*record.setAside);
    if (record.mark)
        return markText(*record.mark);
    return {};
}

} // namespace

PictureListModel::PictureListModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session), m_pages(pagesKept),
      m_thumbnails(new ThumbnailLoader(this))
{
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, &PictureListModel::readWanted);
    connect(m_thumbnails, &ThumbnailLoader::ready, this, [this](const QString& file) {
        if (const int row = m_rows.take(file); row < rowCount())
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
    connect(&session, &Session::workspaceChanged, this, [this] {
        takeIds({});
        m_thumbnails->setCacheFolder(m_session.hasWorkspace() ? m_session.workspace().thumbnailFolder()
                                                              : std::filesystem::path());
    });
    if (session.hasWorkspace())
        m_thumbnails->setCacheFolder(session.workspace().thumbnailFolder());
}

void PictureListModel::list(const ImageFilter& filter, ImageOrder order)
{
    m_filter = filter;
    m_order = order;
    relist();
}

void PictureListModel::relist()
{
    if (!m_session.hasWorkspace())
        return;
    using Lister = Task<std::vector<std::int64_t>>;
    const auto work = [workspace = m_session.workspace(), filter = m_filter,
                       order = m_order](JobContext&) -> Result<std::vector<std::int64_t>> {
        NAKAMA_TRY(const auto catalogue, workspace.catalogue());
        return catalogue.imageIds(filter, order);
    };
    m_session.jobs().start(std::make_shared<Lister>("list pictures", work),
                           quietly(QStringLiteral("list pictures")), m_session.workspaceScope(),
                           [self = QPointer(this)](Lister& job, const JobOutcome& outcome) {
                               if (self && outcome.state == JobState::Succeeded)
                                   self->takeIds(std::move(*job.value()));
                           });
}

void PictureListModel::takeIds(std::vector<std::int64_t> ids)
{
    ++m_listing;
    m_wanted.clear();
    if (ids == m_ids) { // the view keeps its place and its selection
        // Read again, but shown as they were until then, so that nothing flickers.
        for (const int page : m_pages.keys())
            m_wanted.push_back(page);
        if (!m_wanted.empty())
            m_reading.start(0);
    } else {
        beginResetModel();
        m_thumbnails->dropWaiting();
        m_rows.clear();
        m_pages.clear();
        m_ids = std::move(ids);
        endResetModel();
    }
    Q_EMIT listed();
}

int PictureListModel::rowOf(std::int64_t id) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

const ImageRecord* PictureListModel::recordAt(int row) const
{
    const int page = row / pageSize;
    if (const Page* records = m_pages.object(page)) {
        const auto place = static_cast<std::size_t>(row % pageSize);
        return place < records->size() ? &(*records)[place] : nullptr;
    }
    if (std::find(m_wanted.begin(), m_wanted.end(), page) == m_wanted.end()) {
        m_wanted.push_back(page);
        if (m_wanted.size() > pagesWanted)
            m_wanted.erase(m_wanted.begin());
        if (!m_reading.isActive())
            m_reading.start(0);
    }
    return nullptr;
}

void PictureListModel::readWanted()
{
    using Reader = Task<Page>;
    while (!m_wanted.empty() && m_running < readersAtOnce && m_session.hasWorkspace()) {
        const int page = m_wanted.back();
        m_wanted.pop_back();
        const auto first = static_cast<std::size_t>(page) * pageSize;
        if (first >= m_ids.size())
            continue;
        const auto last = std::min(first + pageSize, m_ids.size());
        const auto work = [workspace = m_session.workspace(),
                           ids = std::vector(m_ids.begin() + static_cast<std::ptrdiff_t>(first),
                                             m_ids.begin() + static_cast<std::ptrdiff_t>(last))](
                              JobContext&) -> Result<Page> {
            NAKAMA_TRY(const auto catalogue, workspace.catalogue());
            return catalogue.imagesOf(ids);
        };
        ++m_running;
        m_session.jobs().start(std::make_shared<Reader>("read pictures", work), quietly(), this,
                               [this, page, listing = m_listing](Reader& job, const JobOutcome& outcome) {
                                   --m_running;
                                   if (outcome.state == JobState::Succeeded)
                                       takePage(page, listing, std::move(*job.value()));
                                   readWanted();
                               });
    }
}

void PictureListModel::takePage(int page, quint64 listing, Page records)
{
    const int first = page * pageSize;
    if (first >= rowCount())
        return;
    if (listing == m_listing)
        m_pages.insert(page, new Page(std::move(records)));
    // Where it is of a listing before, the view asks again.
    Q_EMIT dataChanged(index(first), index(std::min(first + pageSize, rowCount()) - 1));
}

int PictureListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

QVariant PictureListModel::decoration(int row, const ImageRecord& record) const
{
    const auto file = m_session.workspace().imagePath(record.sha256, record.extension);
    const QImage image = m_thumbnails->thumbnail(file);
    if (!image.isNull())
        return image;
    m_rows.insert(toQString(file), row);
    return QColor(128, 128, 128, 48);
}

QVariant PictureListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !m_session.hasWorkspace())
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::DecorationRole)
        return {};
    const auto* record = recordAt(index.row());
    if (!record)
        return role == Qt::DecorationRole ? QVariant(QColor(128, 128, 128, 48)) : QVariant();
    if (role == Qt::DecorationRole)
        return decoration(index.row(), *record);
    const auto& classes = m_session.snapshot().classes;
    const auto number = static_cast<std::size_t>(record->classIndex);
    const QString label = record->classIndex >= 0 && number < classes.size()
                              ? toQString(classes[number].displayName.empty() ? classes[number].name
                                                                              : classes[number].displayName)
                              : tr("no label");
    const QString state = stateText(*record);
    if (role == Qt::DisplayRole)
        return state.isEmpty() ? label : QStringLiteral("%1 · %2").arg(label, state);
    QStringList lines{
        toQString(record->originalName), label,
        QStringLiteral("%1 × %2 · %3").arg(record->width).arg(record->height).arg(toQString(record->source))};
    if (!state.isEmpty())
        lines << state;
    if (record->pool == Pool::TrueTest)
        lines << tr("True test");
    else if (record->split)
        lines << tr("Part of the split: %1").arg(splitPartText(*record->split));
    return lines.join(QLatin1Char('\n'));
}

} // namespace nakama
