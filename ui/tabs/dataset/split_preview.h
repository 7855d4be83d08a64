#pragma once

#include "ui/viewmodels/session.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace nakama
{

/** What a split with these limits would use of each class, found out in the background a moment after asking.
 */
class SplitPreview : public QObject
{
    Q_OBJECT

public:
    explicit SplitPreview(Session& session, QObject* parent = nullptr);

    /** Asks anew; without limits there is nothing to find out, and the report is taken away at once. */
    void ask(const SplitJobParams& params);
    /** Nothing while it is not known. */
    const std::optional<SplitReport>& report() const { return m_report; }

Q_SIGNALS:
    void changed();

private:
    void look();

    Session& m_session;
    SplitJobParams m_params;
    std::optional<SplitReport> m_report;
    QTimer m_delay;
};

/** What the limits drop, and what levelling the classes up needs, in a sentence each. */
QString previewText(const WorkspaceSnapshot& snapshot, const std::optional<SplitReport>& report);

} // namespace nakama
