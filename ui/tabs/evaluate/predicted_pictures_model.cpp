#include "ui/tabs/evaluate/predicted_pictures_model.h"

#include "ui/viewmodels/convert.h"

#include <QColor>
#include <QLocale>
#include <QPixmap>

namespace nakama
{

namespace
{

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 0) + QStringLiteral(" %");
}

} // namespace

QString changeText(const PictureNow& state)
{
    switch (state.change) {
    case PictureNow::Change::None:
        return {};
    case PictureNow::Change::Relabelled:
        return state.label.empty() ? PredictedPicturesModel::tr("now without a label")
                                   : PredictedPicturesModel::tr("now %1").arg(toQString(state.label));
    case PictureNow::Change::Several:
        return PredictedPicturesModel::tr("now marked: several characters");
    case PictureNow::Change::OutOfUse:
        return PredictedPicturesModel::tr("now out of use");
    case PictureNow::Change::Gone:
        return PredictedPicturesModel::tr("no longer in the workspace");
    }
    return {};
}

PredictedPicturesModel::PredictedPicturesModel(QObject* parent)
    : QAbstractListModel(parent), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_thumbnails(new ThumbnailLoader(this))
{
    connect(m_thumbnails, &ThumbnailLoader::ready, this, [this](const QString& file) {
        if (const auto row = m_asked.constFind(file); row != m_asked.constEnd())
            Q_EMIT dataChanged(index(*row), index(*row), {Qt::DecorationRole});
    });
}

void PredictedPicturesModel::setPictures(std::shared_ptr<const EvaluatedPictures> pictures,
                                         std::vector<PictureNow> now)
{
    setRows({});
    m_pictures = std::move(pictures);
    m_now = std::move(now);
}

void PredictedPicturesModel::setNow(std::vector<PictureNow> now)
{
    m_now = std::move(now);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void PredictedPicturesModel::setRows(std::vector<std::size_t> numbers)
{
    beginResetModel();
    m_thumbnails->dropWaiting();
    m_asked.clear();
    m_rows = std::move(numbers);
    endResetModel();
}

const PictureNow& PredictedPicturesModel::nowAt(int row) const
{
    static const PictureNow gone;
    const std::size_t number = numberAt(row);
    return number < m_now.size() ? m_now[number] : gone;
}

int PredictedPicturesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PredictedPicturesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return caption(numberAt(index.row()));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return description(numberAt(index.row()));
    case Qt::DecorationRole: {
        const auto& file = nowAt(index.row()).file;
        if (file.empty())
            return QColor(128, 128, 128, 48);
        m_asked.insert(toQString(file), index.row());
        const QImage image = m_thumbnails->thumbnail(file);
        return image.isNull() ? QVariant(QColor(128, 128, 128, 48)) : QVariant(QPixmap::fromImage(image));
    }
    default:
        return {};
    }
}

QString PredictedPicturesModel::className(int index) const
{
    return index < 0 ? tr("unknown") : toQString(m_pictures->classes()[static_cast<std::size_t>(index)]);
}

QString PredictedPicturesModel::caption(std::size_t number) const
{
    const auto& picture = m_pictures->pictures()[number];
    const QString first =
        className(picture.predictedClass) + QStringLiteral("  ") + percent(picture.predictedProbability);
    const QString changed = number < m_now.size() ? changeText(m_now[number]) : QString();
    if (!changed.isEmpty())
        return first + QLatin1Char('\n') + changed;
    return first + QLatin1Char('\n') +
           (picture.isMistake()
                ? tr("is %1", "the class that a picture is labelled with").arg(className(picture.trueClass))
                : tr("right", "the answer for a picture"));
}

QString PredictedPicturesModel::description(std::size_t number) const
{
    const auto& picture = m_pictures->pictures()[number];
    const QString text = tr("%1\nPredicted %2: %3\nTrue %4: %5")
                             .arg(toQString(picture.name), className(picture.predictedClass),
                                  percent(picture.predictedProbability), className(picture.trueClass),
                                  percent(picture.trueProbability));
    const QString changed = number < m_now.size() ? changeText(m_now[number]) : QString();
    return changed.isEmpty() ? text : text + QLatin1Char('\n') + changed;
}

} // namespace nakama
