#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace nakama
{

class LiveEstimate;
class Session;

/** Shows how good a model is by the labels so far, once a person has asked for it; nothing of any picture. */
class EstimateBar : public QWidget
{
    Q_OBJECT

public:
    EstimateBar(Session& session, LiveEstimate& estimate, QWidget* parent = nullptr);

Q_SIGNALS:
    /** The dialog was left: keys may be for the picture again. */
    void finished();

private:
    void ask();
    void update();
    QString text() const;

    Session& m_session;
    LiveEstimate& m_estimate;
    QPushButton* m_button;
    QLabel* m_figure;
};

} // namespace nakama
