#include "ui/viewmodels/asked_pictures_model.h"

#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/thumbnail_loader.h"

#include <QColor>
#include <QLocale>

#include <utility>

namespace nakama
{

namespace
{

constexpr int largestThumbnail = 320; ///< as those of files
constexpr int mostPixmapKiB = 48 << 10;

} // namespace

QString verdictText(const std::string& verdict)
{
    if (verdict == unsureVerdict)
        return AskedPicturesModel::tr("not sure");
    if (verdict == noneVerdict)
        return AskedPicturesModel::tr("none of the classes");
    if (verdict == severalVerdict)
        return AskedPicturesModel::tr("several characters");
    return toQString(verdict);
}

AskedPicturesModel::AskedPicturesModel(QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(new ThumbnailLoader(this)), m_pixmaps(mostPixmapKiB)
{
    connect(m_thumbnails, &ThumbnailLoader::ready, this, [this](const QString& file) {
        for (const int row : m_rowsOfFile.value(file))
            Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
    });
}

void AskedPicturesModel::add(std::vector<PictureToAsk> pictures)
{
    if (pictures.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(pictures.size()) - 1);
    for (auto& picture : pictures) {
        const int row = static_cast<int>(m_pictures.size());
        m_rows.insert(picture.id, row);
        if (!picture.file.empty())
            m_rowsOfFile[toQString(picture.file)].append(row);
        m_pictures.push_back(std::move(picture));
    }
    endInsertRows();
}

void AskedPicturesModel::setAnswer(PictureAnswer answer)
{
    const int row = rowOf(answer.id);
    if (row < 0)
        return;
    auto& picture = m_pictures[static_cast<std::size_t>(row)];
    m_answered += picture.answered ? 0 : 1;
    picture.answered = true;
    picture.answer = std::move(answer);
    Q_EMIT dataChanged(index(row), index(row), {Qt::DisplayRole, Qt::ToolTipRole});
    Q_EMIT answerChanged(picture.id);
}

void AskedPicturesModel::forgetAnswers()
{
    m_answered = 0;
    for (auto& picture : m_pictures) {
        picture.answered = false;
        picture.answer = {};
    }
    if (!m_pictures.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole, Qt::ToolTipRole});
}

void AskedPicturesModel::clear()
{
    beginResetModel();
    m_thumbnails->dropWaiting();
    m_pictures.clear();
    m_rows.clear();
    m_rowsOfFile.clear();
    m_pixmaps.clear();
    m_answered = 0;
    endResetModel();
}

int AskedPicturesModel::rowOf(std::int64_t id) const
{
    return m_rows.value(id, -1);
}

const PictureToAsk* AskedPicturesModel::find(std::int64_t id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_pictures[static_cast<std::size_t>(row)];
}

int AskedPicturesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_pictures.size());
}

QString AskedPicturesModel::titleOf(const PictureToAsk& picture) const
{
    const auto& answer = picture.answer;
    const QString name = QLatin1Char('\n') + picture.name;
    if (!picture.answered)
        return tr("waiting…") + name;
    if (!answer.problem.empty())
        return tr("not readable") + name;
    const QString verdict = verdictText(answer.verdict);
    // The first class's probability says nothing of these.
    if (answer.verdict == noneVerdict || answer.verdict == severalVerdict)
        return verdict + name;
    return tr("%1, %2 %", "a class and its probability")
               .arg(verdict, QLocale().toString(100 * answer.top.front().second, 'f', 0)) +
           name;
}

QVariant AskedPicturesModel::thumbnailOf(const PictureToAsk& picture) const
{
    if (const auto* const kept = m_pixmaps.object(picture.id))
        return *kept;
    QImage image = picture.file.empty() ? picture.pixels : m_thumbnails->thumbnail(picture.file);
    if (image.isNull())
        return QColor(128, 128, 128, 48);
    if (image.width() > largestThumbnail || image.height() > largestThumbnail)
        image =
            image.scaled(largestThumbnail, largestThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const auto pixmap = QPixmap::fromImage(image);
    m_pixmaps.insert(picture.id, new QPixmap(pixmap), static_cast<int>(image.sizeInBytes() / 1024) + 1);
    return pixmap;
}

QVariant AskedPicturesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& picture = m_pictures[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(picture);
    case Qt::ToolTipRole:
        return picture.answer.problem.empty() ? toQString(picture.file) : toQString(picture.answer.problem);
    case Qt::DecorationRole:
        return thumbnailOf(picture);
    default:
        return {};
    }
}

} // namespace nakama
