#pragma once

#include "core/collect/import_job.h"
#include "ui/viewmodels/import_plan_model.h"
#include "ui/viewmodels/session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace nakama
{

/** Shows what an import would bring, looked at in the background, and lets a person decide what is unclear.
 */
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Session& session, std::vector<std::filesystem::path> paths, QWidget* parent = nullptr);
    ~ImportDialog() override;

    ImportParams params() const;

private:
    QString pathsText() const;
    QWidget* makeTable();
    void look();
    void takePlan(ImportPlan plan);
    void updateSummary();

    Session& m_session;
    std::vector<std::filesystem::path> m_paths;
    JobId m_planning = 0;
    int m_files = 0;
    ImportPlanModel* m_model;
    QLabel* m_summary;
    QProgressBar* m_busy;
    QWidget* m_tableBox = nullptr;
    QTableView* m_table = nullptr;
    QComboBox* m_use;
    QLineEdit* m_source;
    QPushButton* m_import = nullptr;
};

} // namespace nakama
