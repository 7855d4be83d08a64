#pragma once

#include "core/collect/import_job.h"

#include <QDialog>

namespace nakama
{

/** What an import brought and what it left out, with the reason for each file; the list can be copied. */
class ImportReportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportReportDialog(const ImportReport& report, QWidget* parent = nullptr);
};

/** "120 pictures imported, 3 were there already, 2 skipped." */
QString importSummary(const ImportReport& report);

} // namespace nakama
