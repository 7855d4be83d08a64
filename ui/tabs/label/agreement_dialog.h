#pragma once

#include "core/label/agreement.h"
#include "ui/viewmodels/session.h"

#include <QDialog>

class QLabel;
class QTreeWidget;

namespace nakama
{

/** How far each annotator is with the true test, and how far they agree, each with himself too. */
class AgreementDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AgreementDialog(Session& session, QWidget* parent = nullptr);

private:
    struct Read
    {
        std::vector<Annotator> annotators;
        std::map<std::int64_t, int> answered; ///< pictures of the true test
        int pictures = 0;                     ///< in the true test
        AgreementReport report;
    };
    static Result<Read> read(const Workspace& workspace);
    void show(const Read& read);

    QTreeWidget* m_progress;
    QTreeWidget* m_agreement;
    QLabel* m_summary;
};

} // namespace nakama
