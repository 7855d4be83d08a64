#pragma once

namespace nakama
{

class AppearanceControl;
class CollectController;
class DanbooruAccount;
class JobListModel;
class PredictController;
class Session;
class TrainingController;

/** What a window shows and steers; it outlives the window, which is made anew for another language. */
struct WindowContext
{
    Session& session;
    TrainingController& training;
    CollectController& collect;
    PredictController& predict;
    DanbooruAccount& account;
    JobListModel& jobs;
    AppearanceControl& appearance;
};

} // namespace nakama
