#pragma once

#include "ui/viewmodels/session.h"

#include <QFrame>
#include <QPointer>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace nakama
{

class CopiesDialog;
class HealthDialog;
class SplitPreview;

/** Divides the pictures into train, validation and test, and says what the present split means. */
class SplitPanel : public QFrame
{
    Q_OBJECT

public:
    explicit SplitPanel(Session& session, QWidget* parent = nullptr);

    const std::optional<SplitReport>& preview() const;

Q_SIGNALS:
    void trainRequested();
    /** What the limits would leave of each class is known, or no longer; see preview(). */
    void previewChanged();
    /** A person wants to see these pictures; text says what they are. */
    void picturesRequested(const std::vector<std::int64_t>& ids, const QString& text);

private:
    QWidget* makeForm();
    void updateRest();
    void updateState();
    void updateSources();
    void updateButtons();
    SplitJobParams params() const;
    void split();
    void showCopies();
    void showHealth();
    void updatePreview();

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
    QPushButton* m_health;
    QPushButton* m_next;
    QLabel* m_state;
    QLabel* m_effect; ///< of the limits
    SplitPreview* m_preview;
    QLabel* m_warnings;
    QPointer<CopiesDialog> m_copiesDialog; ///< while it is open
    QPointer<HealthDialog> m_healthDialog; ///< the same
    JobId m_job = 0;
};

} // namespace nakama
