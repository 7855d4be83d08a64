#include "ui/viewmodels/import_plan_model.h"

#include "ui/viewmodels/convert.h"

#include <QLocale>

#include <algorithm>

namespace nakama
{

namespace
{

QString displayNameOf(const ClassInfo& info)
{
    return toQString(info.displayName.empty() ? info.name : info.displayName);
}

bool sameDecision(const FolderDecision& a, const FolderDecision& b)
{
    return a.kind == b.kind && a.className == b.className;
}

FolderDecision decisionOfKind(FolderDecision::Kind kind, const FoundFolder& folder)
{
    // Single pictures have no folder whose name could become a class, and were named by a person.
    if (folder.name.empty() && kind == FolderDecision::Kind::AddClass)
        return {FolderDecision::Kind::Unlabelled, {}};
    return {kind, kind == FolderDecision::Kind::AddClass ? folder.name : std::string()};
}

} // namespace

ImportPlanModel::ImportPlanModel(QObject* parent) : QAbstractTableModel(parent) {}

void ImportPlanModel::setPlan(std::vector<FoundFolder> folders, std::vector<ClassInfo> classes)
{
    beginResetModel();
    m_folders = std::move(folders);
    m_classes = std::move(classes);
    const auto kind = m_classes.size() < 2 ? FolderDecision::Kind::AddClass : FolderDecision::Kind::Skip;
    m_decisions.clear();
    for (const auto& folder : m_folders)
        m_decisions.push_back(
            folder.matchedClass
                ? FolderDecision{FolderDecision::Kind::UseClass, *folder.matchedClass}
                : decisionOfKind(folder.name.empty() ? FolderDecision::Kind::Unlabelled : kind, folder));
    endResetModel();
}

std::vector<ImportPlanModel::Choice> ImportPlanModel::choices(int row) const
{
    using Kind = FolderDecision::Kind;
    const auto& folder = m_folders[static_cast<std::size_t>(row)];
    std::vector<Choice> list{{tr("Skip these pictures"), {Kind::Skip, {}}}};
    if (!folder.name.empty())
        list.push_back({tr("Add class “%1”").arg(toQString(folder.name)), {Kind::AddClass, folder.name}});
    list.push_back({tr("Import without a label"), {Kind::Unlabelled, {}}});
    for (const auto& info : m_classes)
        list.push_back({displayNameOf(info), {Kind::UseClass, info.name}});
    return list;
}

int ImportPlanModel::unmatchedCount() const
{
    return static_cast<int>(std::count_if(m_folders.begin(), m_folders.end(), [](const FoundFolder& folder) {
        return !folder.matchedClass && !folder.name.empty();
    }));
}

std::map<std::string, FolderDecision> ImportPlanModel::decisions() const
{
    std::map<std::string, FolderDecision> result;
    for (std::size_t row = 0; row < m_folders.size(); ++row)
        if (!m_folders[row].matchedClass)
            result[m_folders[row].name] = m_decisions[row];
    return result;
}

void ImportPlanModel::decideAllUnmatched(FolderDecision::Kind kind)
{
    for (std::size_t row = 0; row < m_folders.size(); ++row)
        if (!m_folders[row].matchedClass && !m_folders[row].name.empty())
            m_decisions[row] = decisionOfKind(kind, m_folders[row]);
    if (!m_folders.empty())
        Q_EMIT dataChanged(index(0, DecisionColumn), index(rowCount() - 1, DecisionColumn));
}

int ImportPlanModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_folders.size());
}

int ImportPlanModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportPlanModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (role == Qt::TextAlignmentRole && index.column() == FilesColumn)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role == Qt::EditRole && index.column() == DecisionColumn) {
        const auto list = choices(index.row());
        const auto found = std::find_if(list.begin(), list.end(), [&](const Choice& choice) {
            return sameDecision(choice.decision, m_decisions[row]);
        });
        return static_cast<int>(found - list.begin());
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case FolderColumn:
        return m_folders[row].name.empty() ? tr("Single pictures") : toQString(m_folders[row].name);
    case FilesColumn:
        return QLocale().toString(m_folders[row].files);
    default:
        return decisionText(row);
    }
}

QString ImportPlanModel::decisionText(std::size_t row) const
{
    if (!m_folders[row].matchedClass)
        return choices(static_cast<int>(
            row))[data(index(static_cast<int>(row), DecisionColumn), Qt::EditRole).toUInt()]
            .text;
    const auto found = std::find_if(m_classes.begin(), m_classes.end(), [&](const ClassInfo& info) {
        return info.name == *m_folders[row].matchedClass;
    });
    return found == m_classes.end() ? toQString(*m_folders[row].matchedClass) : displayNameOf(*found);
}

bool ImportPlanModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole ||
        !(flags(index) & Qt::ItemIsEditable))
        return false;
    const auto list = choices(index.row());
    const auto chosen = value.toUInt();
    if (chosen >= list.size())
        return false;
    m_decisions[static_cast<std::size_t>(index.row())] = list[chosen].decision;
    Q_EMIT dataChanged(index, index);
    return true;
}

Qt::ItemFlags ImportPlanModel::flags(const QModelIndex& index) const
{
    auto result = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == DecisionColumn && !isMatched(index.row()))
        result |= Qt::ItemIsEditable;
    return result;
}

QVariant ImportPlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FolderColumn:
        return tr("Folder");
    case FilesColumn:
        return tr("Files");
    case DecisionColumn:
        return tr("Becomes");
    default:
        return {};
    }
}

} // namespace nakama
