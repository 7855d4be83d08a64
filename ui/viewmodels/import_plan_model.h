#pragma once

#include "core/collect/import_job.h"

#include <QAbstractTableModel>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace nakama
{

/**
 * The class folders that an import found, and what happens to each. Folders whose name a class matches are
 * settled; for the others a person chooses: a class, a new class, no label, or skip.
 */
class ImportPlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FolderColumn, FilesColumn, DecisionColumn, ColumnCount };

    /** A thing that a person may choose for a folder, in the order of the list. */
    struct Choice
    {
        QString text;
        FolderDecision decision;
    };

    explicit ImportPlanModel(QObject* parent = nullptr);

    /** Unknown folders start as: a new class where the workspace has fewer than two, else skip. */
    void setPlan(std::vector<FoundFolder> folders, std::vector<ClassInfo> classes);

    bool isMatched(int row) const
    {
        return m_folders[static_cast<std::size_t>(row)].matchedClass.has_value();
    }
    std::vector<Choice> choices(int row) const;
    /** Folders that no class matches; single pictures are not among them. */
    int unmatchedCount() const;
    /** What ImportParams wants: the choices for the folders that no class matched. */
    std::map<std::string, FolderDecision> decisions() const;
    void decideAllUnmatched(FolderDecision::Kind kind);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /** EditRole of the decision column takes an index into choices(). */
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString decisionText(std::size_t row) const;

    std::vector<FoundFolder> m_folders;
    std::vector<FolderDecision> m_decisions;
    std::vector<ClassInfo> m_classes;
};

} // namespace nakama
