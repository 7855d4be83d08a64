#include "ui/viewmodels/class_balance_model.h"

#include "core/training/training.h"
#include "ui/viewmodels/convert.h"

#include <QCoreApplication>
#include <QLocale>

namespace nakama
{

namespace
{

std::int64_t countOf(const std::map<std::string, std::int64_t>& counts, const std::string& key)
{
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

std::vector<ClassBalance> balancesOf(const WorkspaceSnapshot& snapshot)
{
    std::vector<ClassBalance> rows;
    for (const auto& info : snapshot.classes) {
        ClassBalance row;
        row.classIndex = static_cast<int>(rows.size());
        row.name = toQString(info.displayName.empty() ? info.name : info.displayName);
        row.pictures = countOf(snapshot.counts.perClass, info.name);
        if (const auto parts = snapshot.counts.perClassSplit.find(info.name);
            parts != snapshot.counts.perClassSplit.end()) {
            row.train = countOf(parts->second, "train");
            row.val = countOf(parts->second, "val");
            row.test = countOf(parts->second, "test");
        }
        row.unsplit = row.pictures - row.train - row.val - row.test;
        rows.push_back(row);
    }
    // Before there is a split, what it would be if all that is labelled were trained on.
    std::vector<std::int64_t> counts;
    for (const auto& row : rows)
        counts.push_back(snapshot.split ? row.train : row.pictures);
    const auto weights = classWeights(counts);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].weight = weights[i];
    return rows;
}

QString weightText(const ClassBalance& row)
{
    return row.weight > 0 ? QLocale().toString(row.weight, 'f', 2) : QStringLiteral("–");
}

std::int64_t valueOf(const ClassBalance& row, int column)
{
    switch (column) {
    case ClassBalanceModel::PicturesColumn:
        return row.pictures;
    case ClassBalanceModel::TrainColumn:
        return row.train;
    case ClassBalanceModel::ValColumn:
        return row.val;
    case ClassBalanceModel::TestColumn:
        return row.test;
    default:
        return 0;
    }
}

QString weightExplanation()
{
    return ClassBalanceModel::tr(
        "What a mistake on the class counts in training with class weights; 1 on average. "
        "The fewer pictures, the more.");
}

} // namespace

ClassBalanceModel::ClassBalanceModel(QObject* parent) : QAbstractTableModel(parent) {}

void ClassBalanceModel::setSnapshot(const WorkspaceSnapshot& snapshot)
{
    beginResetModel();
    m_rows = balancesOf(snapshot);
    if (snapshot.counts.unlabelled > 0) {
        ClassBalance unlabelled;
        unlabelled.name = tr("Unlabelled");
        unlabelled.pictures = unlabelled.unsplit = snapshot.counts.unlabelled;
        m_rows.push_back(unlabelled);
    }
    endResetModel();
}

int ClassBalanceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClassBalanceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassBalanceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isWeight = index.column() == WeightColumn;
    switch (role) {
    case Qt::ToolTipRole:
        return isWeight ? weightExplanation() : QVariant();
    case Qt::DisplayRole:
        if (isWeight)
            return weightText(row);
        return index.column() == ClassColumn
                   ? row.name
                   : QLocale().toString(static_cast<qlonglong>(valueOf(row, index.column())));
    case SortRole:
        if (isWeight)
            return row.weight;
        return index.column() == ClassColumn ? QVariant(row.name)
                                             : QVariant(static_cast<qlonglong>(valueOf(row, index.column())));
    case ClassIndexRole:
        return row.classIndex;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() == ClassColumn ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

QVariant ClassBalanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section == ClassColumn ? Qt::AlignLeft : Qt::AlignRight));
    if (orientation == Qt::Horizontal && role == Qt::ToolTipRole && section == WeightColumn)
        return weightExplanation();
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClassColumn:
        return tr("Class");
    case PicturesColumn:
        return tr("Pictures");
    case TrainColumn:
        return tr("Train");
    case ValColumn:
        return tr("Val");
    case TestColumn:
        return tr("Test");
    case WeightColumn:
        return tr("Weight");
    default:
        return {};
    }
}

QStringList splitWarnings(const WorkspaceSnapshot& snapshot)
{
    QStringList warnings;
    if (!snapshot.split)
        return warnings;
    QStringList without, unmeasured, unsplit;
    qint64 outside = 0;
    for (const auto& row : balancesOf(snapshot)) {
        outside += row.unsplit;
        if (row.pictures == 0)
            without << row.name;
        else if (row.unsplit > 0)
            unsplit << row.name;
        else if (row.test == 0 || row.val == 0)
            unmeasured << row.name;
    }
    const auto names = [](const QStringList& list) { return list.join(QStringLiteral(", ")); };
    // The split itself may have left pictures out.
    if (outside > snapshot.split->inTrueTest + snapshot.split->beyondCaps)
        warnings << ClassBalanceModel::tr("Pictures were added since the split; split again to use them: %1.")
                        .arg(names(unsplit));
    if (!unmeasured.isEmpty())
        warnings << ClassBalanceModel::tr("Fewer than three different pictures, so not in every part (copies "
                                          "count once); their F1 says nothing: %1.")
                        .arg(names(unmeasured));
    if (!without.isEmpty())
        warnings << ClassBalanceModel::tr("No pictures, so the model cannot learn them, and macro-F1 counts "
                                          "them as 0: %1.")
                        .arg(names(without));
    return warnings;
}

} // namespace nakama
