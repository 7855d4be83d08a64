#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QSlider;

namespace nakama
{

/** A switch with a slider beside it: whether something is done, and how strongly; or a slider alone. */
class StrengthRow : public QWidget
{
    Q_OBJECT

public:
    /** What the slider counts: a value is position / perUnit, which is the nearest number to its decimals. */
    struct Scale
    {
        double low = 0;
        double high = 1;
        double perUnit = 100;
        double shown = 100; ///< what a value of 1 is shown as
        QString unit;       ///< behind the number, with its space: " %"
        int decimals = 0;
    };

    enum class Kind { Switched, Always };

    StrengthRow(const QString& title, const Scale& scale, Kind kind = Kind::Switched,
                QWidget* parent = nullptr);

    /** True where there is no switch. */
    bool isOn() const;
    double value() const;
    /** Emits nothing. */
    void set(bool on, double value);

Q_SIGNALS:
    /** By the person. */
    void changed();

private:
    void showValue();

    Scale m_scale;
    QCheckBox* m_switch;
    QSlider* m_slider;
    QLabel* m_value;
};

} // namespace nakama
