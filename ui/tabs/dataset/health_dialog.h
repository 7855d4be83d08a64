#pragma once

#include "core/curate/health_job.h"
#include "ui/viewmodels/session.h"

#include <QDialog>

#include <cstdint>
#include <vector>

class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace nakama
{

/**
 * What may be wrong with the pictures of the open workspace: how many, and what to do about it. Enter shows
 * the pictures of a finding. What the catalogue tells is there at once; then every file is read.
 */
class HealthDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HealthDialog(Session& session, QWidget* parent = nullptr);
    ~HealthDialog() override;

Q_SIGNALS:
    void picturesRequested(const std::vector<std::int64_t>& ids, const QString& text);

private:
    void look(FileCheck check);
    void take(const HealthReport& report, FileCheck check);
    void fill(const HealthFindings& findings);
    void showPictures(const QTreeWidgetItem* item);
    void showProgress(const JobSnapshot& job);

    Session& m_session;
    JobId m_job = 0;
    HealthFindings m_findings;
    QLabel* m_summary;
    QTreeWidget* m_list;
    QProgressBar* m_progress;
    QPushButton* m_show;
};

/** What a finding is called: "Damaged files". */
QString healthText(HealthFinding finding);
/** What to do about it, in a sentence. */
QString healthAdvice(HealthFinding finding);

} // namespace nakama
