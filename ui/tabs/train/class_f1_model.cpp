#include "ui/tabs/train/class_f1_model.h"

#include <QLocale>

#include <algorithm>

namespace nakama
{

ClassF1Model::ClassF1Model(QObject* parent) : QAbstractTableModel(parent) {}

void ClassF1Model::setRun(const QStringList& classes, const std::vector<EpochRecord>& epochs)
{
    beginResetModel();
    m_rows.clear();
    m_epochs = 0;
    for (const auto& name : classes)
        m_rows.push_back({name});
    for (const auto& epoch : epochs)
        take(epoch);
    endResetModel();
}

void ClassF1Model::append(const EpochRecord& epoch)
{
    take(epoch);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, F1), index(rowCount() - 1, Best));
}

void ClassF1Model::take(const EpochRecord& epoch)
{
    ++m_epochs;
    for (std::size_t i = 0; i < std::min(m_rows.size(), epoch.valF1PerClass.size()); ++i) {
        auto& row = m_rows[i];
        row.before = row.f1;
        row.f1 = epoch.valF1PerClass[i];
        row.best = std::max(row.best, row.f1);
    }
}

int ClassF1Model::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClassF1Model::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassF1Model::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role != Qt::DisplayRole && role != Qt::UserRole)
        return {};
    if (index.column() == Name)
        return row.name;
    const bool known = m_epochs > (index.column() == Change ? 1 : 0);
    const double value = index.column() == F1     ? row.f1
                         : index.column() == Best ? row.best
                                                  : row.f1 - row.before;
    if (role == Qt::UserRole)
        return known ? value : 0.0;
    if (!known)
        return QStringLiteral("–");
    const QString text = QLocale().toString(value, 'f', 3);
    return index.column() == Change && value > 0 ? QLatin1Char('+') + text : text;
}

QVariant ClassF1Model::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Class");
    case F1:
        return tr("F1 (val)");
    case Change:
        return tr("Since the epoch before");
    case Best:
        return tr("Best so far");
    default:
        return {};
    }
}

} // namespace nakama
