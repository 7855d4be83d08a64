#pragma once

#include "ui/viewmodels/session.h"

#include <QFrame>
#include <QPointer>

#include <map>
#include <string>

class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace nakama
{

class CopiesDialog;

/** Divides the pictures into train, validation and test, and says what the present split means. */
class SplitPanel : public QFrame
{
    Q_OBJECT

public:
    explicit SplitPanel(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    void trainRequested();

private:
    QWidget* makeForm();
    void updateRest();
    void updateState();
    void updateSources();
    void updateButtons();
    void split();
    void showCopies();

    Session& m_session;
    QSpinBox* m_train;
    QSpinBox* m_val;
    QLabel* m_test;
    QSpinBox* m_seed;
    QSpinBox* m_perClass;
    QFormLayout* m_form = nullptr;
    std::map<std::string, QSpinBox*> m_perSource; ///< where there are several sources
    QPushButton* m_split;
    QPushButton* m_copies;
    QPushButton* m_next;
    QLabel* m_state;
    QLabel* m_warnings;
    QPointer<CopiesDialog> m_copiesDialog; ///< while it is open
    JobId m_job = 0;
};

} // namespace nakama
