#pragma once

#include "ui/viewmodels/collect_settings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace nakama
{

/** Which pictures are wanted, and how hard the server may be asked; remembered between starts. */
class CollectForm : public QWidget
{
    Q_OBJECT

public:
    explicit CollectForm(QWidget* parent = nullptr);

    CollectSettings settings() const;
    /** Why nothing can be collected with these settings; empty where it can. */
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QWidget* makeRatings();
    QWidget* makeMain();
    QWidget* makeMore();
    void fill(const CollectSettings& settings);
    void connectFields();
    void keep();

    QSpinBox* m_wanted;
    QCheckBox* m_general;
    QCheckBox* m_sensitive;
    QCheckBox* m_questionable;
    QCheckBox* m_explicit;
    QSpinBox* m_score;
    QSpinBox* m_side;
    QComboBox* m_variant;
    QCheckBox* m_solo;
    QCheckBox* m_oneCharacter;
    QDoubleSpinBox* m_rate;
    QSpinBox* m_parallel;
    QLineEdit* m_server;
};

} // namespace nakama
