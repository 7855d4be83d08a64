#pragma once

#include "core/label/label_csv.h"
#include "ui/viewmodels/session.h"

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace nakama
{

/** Reads a table of labels, and shows what became of it: which rows were refused, and why. */
class ImportLabelsDialog : public QDialog
{
    Q_OBJECT

public:
    /** annotator: whose answers the rows may be, beside settling the pictures; may be empty. */
    ImportLabelsDialog(Session& session, std::filesystem::path file, Pool pool, const QString& annotator,
                       QWidget* parent = nullptr);

private:
    void start();
    /** result: null where there is none. */
    void take(const JobOutcome& outcome, const LabelImportResult* result);
    void show(const LabelImportResult& result);

    Session& m_session;
    LabelImportParams m_params;
    QString m_annotator;
    QRadioButton* m_mine;
    QRadioButton* m_settled;
    QCheckBox* m_strict;
    QLabel* m_summary;
    QTreeWidget* m_rejected;
    QDialogButtonBox* m_buttons;
    QPushButton* m_start;
};

} // namespace nakama
