#pragma once

#include "ui/theme/appearance.h"
#include "ui/viewmodels/collect_controller.h"
#include "ui/viewmodels/danbooru_account.h"
#include "ui/viewmodels/job_list_model.h"
#include "ui/viewmodels/predict_controller.h"
#include "ui/viewmodels/session.h"
#include "ui/viewmodels/training_controller.h"
#include "ui/window/languages.h"

#include <QObject>

#include <memory>

namespace nakama
{

class MainWindow;

/**
 * Owns the window and all that outlives it. A language that is chosen takes effect at once: the window is
 * made anew in it, while the workspace stays open and its jobs go on.
 */
class WindowHost : public QObject
{
    Q_OBJECT

public:
    /** Needs the application; reads the person's settings. */
    explicit WindowHost(QObject* parent = nullptr);
    ~WindowHost() override;

    void show();
    Session& session() { return m_session; }
    AppearanceControl& appearance() { return m_appearance; }
    MainWindow& window() { return *m_window; }

Q_SIGNALS:
    /** The first window is on the screen; what takes time may begin. */
    void firstPainted();

private:
    void makeWindow();
    void changeLanguage(const QString& code);

    AppearanceControl m_appearance;
    LanguageControl m_languages;
    Session m_session;
    TrainingController m_training;
    CollectController m_collect;
    PredictController m_predict;
    DanbooruAccount m_account;
    JobListModel m_jobs;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace nakama
