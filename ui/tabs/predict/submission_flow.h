#pragma once

#include "ui/viewmodels/session.h"

#include <QObject>

#include <filesystem>
#include <string>

class QWidget;

namespace nakama
{

class SubmitJob;

/** Asks for the competition's sample file and for where to write, and tells what came of the submission. */
class SubmissionFlow : public QObject
{
    Q_OBJECT

public:
    SubmissionFlow(Session& session, QWidget& window);

    void begin(const std::string& runId);

Q_SIGNALS:
    /** In a sentence; what is missing has been shown in full. */
    void ended(const QString& text);

private:
    void chooseOutput(const std::string& runId, const std::filesystem::path& sample);
    void submit(const std::string& runId, const std::filesystem::path& sample,
                const std::filesystem::path& out);
    void tell(const SubmitJob& job, const std::filesystem::path& out);

    Session& m_session;
    QWidget& m_window;
};

} // namespace nakama
