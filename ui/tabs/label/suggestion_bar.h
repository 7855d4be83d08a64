#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace nakama
{

class RunChoice;
class Session;
class Suggestions;

/** Turns suggestions for unlabelled pictures of the pool on and off, and says whose they are. */
class SuggestionBar : public QWidget
{
    Q_OBJECT

public:
    SuggestionBar(Session& session, Suggestions& suggestions, QWidget* parent = nullptr);

private:
    void choose();
    void update();

    Session& m_session;
    Suggestions& m_suggestions;
    QCheckBox* m_wanted;
    RunChoice* m_run;
    QLabel* m_state;
};

} // namespace nakama
