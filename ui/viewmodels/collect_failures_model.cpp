#include "ui/viewmodels/collect_failures_model.h"

#include "ui/viewmodels/convert.h"

#include <algorithm>

namespace nakama
{

namespace
{

/** Whether the list is the other one with more at its end. */
bool continues(const std::vector<CollectFailure>& list, const std::vector<CollectFailure>& before)
{
    return list.size() >= before.size() &&
           std::equal(before.begin(), before.end(), list.begin(), [](const auto& a, const auto& b) {
               return a.postId == b.postId && a.classIndex == b.classIndex && a.reason == b.reason;
           });
}

} // namespace

CollectFailuresModel::CollectFailuresModel(QObject* parent) : QAbstractTableModel(parent) {}

void CollectFailuresModel::setFailures(const std::vector<CollectFailure>& failures,
                                       const std::vector<ClassInfo>& classes)
{
    m_classes = classes;
    if (!continues(failures, m_failures)) {
        beginResetModel();
        m_failures = failures;
        endResetModel();
    } else if (failures.size() > m_failures.size()) {
        beginInsertRows({}, rowCount(), static_cast<int>(failures.size()) - 1);
        m_failures = failures;
        endInsertRows();
    }
}

QString CollectFailuresModel::className(int classIndex) const
{
    if (classIndex < 0 || static_cast<std::size_t>(classIndex) >= m_classes.size())
        return {};
    const auto& info = m_classes[static_cast<std::size_t>(classIndex)];
    return toQString(info.displayName.empty() ? info.name : info.displayName);
}

int CollectFailuresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_failures.size());
}

int CollectFailuresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CollectFailuresModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& failure = m_failures[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return toQString(failure.url) + QLatin1Char('\n') + toQString(failure.reason);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ClassColumn:
        return className(failure.classIndex);
    case PostColumn:
        return QString::number(failure.postId);
    case ReasonColumn:
        return toQString(failure.reason);
    default:
        return {};
    }
}

QVariant CollectFailuresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClassColumn:
        return tr("Class");
    case PostColumn:
        return tr("Post");
    case ReasonColumn:
        return tr("What went wrong");
    default:
        return {};
    }
}

} // namespace nakama
