#include "ui/widgets/class_metrics_model.h"

#include <QLocale>

#include <algorithm>

namespace nakama
{

namespace
{

double shareOf(const ClassMetrics& one, int column)
{
    switch (column) {
    case ClassMetricsModel::Precision:
        return one.precision;
    case ClassMetricsModel::Recall:
        return one.recall;
    default:
        return one.f1;
    }
}

} // namespace

ClassMetricsModel::ClassMetricsModel(QObject* parent) : QAbstractTableModel(parent) {}

void ClassMetricsModel::setMetrics(std::vector<ClassMetrics> classes)
{
    // The same classes with other figures: what is selected and scrolled to stays.
    if (!classes.empty() &&
        std::ranges::equal(classes, m_classes, {}, &ClassMetrics::name, &ClassMetrics::name)) {
        m_classes = std::move(classes);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_classes = std::move(classes);
    endResetModel();
}

int ClassMetricsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_classes.size());
}

int ClassMetricsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassMetricsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& one = m_classes[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole && role != Qt::UserRole)
        return {};
    switch (index.column()) {
    case Name:
        return QString::fromStdString(one.name);
    case Support:
        return role == Qt::UserRole ? QVariant(static_cast<qlonglong>(one.support))
                                    : QVariant(QLocale().toString(static_cast<qlonglong>(one.support)));
    default:
        const double share = shareOf(one, index.column());
        return role == Qt::UserRole ? QVariant(share) : QVariant(QLocale().toString(share, 'f', 3));
    }
}

QVariant ClassMetricsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    static constexpr const char* titles[] = {QT_TR_NOOP("Class"), QT_TR_NOOP("Precision"),
                                             QT_TR_NOOP("Recall"), QT_TR_NOOP("F1"), QT_TR_NOOP("Pictures")};
    static constexpr const char* meanings[] = {
        QT_TR_NOOP("The class by its name"),
        QT_TR_NOOP("Of the pictures that were given this class, the share that is right"),
        QT_TR_NOOP("Of the pictures that are of this class, the share that was found"),
        QT_TR_NOOP("Harmonic mean of precision and recall"),
        QT_TR_NOOP("Pictures of this class in the set; with few of them the figures say little"),
    };
    if (section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole)
        return tr(titles[section]);
    if (role == Qt::ToolTipRole)
        return tr(meanings[section]);
    return {};
}

} // namespace nakama
