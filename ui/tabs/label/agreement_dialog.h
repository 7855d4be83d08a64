#pragma once

#include "core/label/agreement.h"
#include "core/label/queue.h"
#include "ui/viewmodels/session.h"

#include <QDialog>

#include <map>
#include <utility>

class QLabel;
class QTreeWidget;

namespace nakama
{

/** How far each annotator is with each set, and how far they agree, each with himself too. */
class AgreementDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AgreementDialog(Session& session, QWidget* parent = nullptr);

private:
    /** How many pictures of a set an annotator has answered. */
    struct Progress
    {
        int answered = 0;
        int all = 0;
    };
    struct Read
    {
        std::vector<Annotator> annotators;
        std::map<std::pair<std::int64_t, LabelSet>, Progress> progress; ///< of annotators in sets
        AgreementReport report;
    };
    static Result<Read> read(const Workspace& workspace);
    void show(const Read& read);

    QTreeWidget* m_progress;
    QTreeWidget* m_agreement;
    QLabel* m_summary;
};

} // namespace nakama
