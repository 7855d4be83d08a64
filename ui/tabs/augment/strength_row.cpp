#include "ui/tabs/augment/strength_row.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace nakama
{

StrengthRow::StrengthRow(const QString& title, const Scale& scale, Kind kind, QWidget* parent)
    : QWidget(parent), m_scale(scale), m_switch(new QCheckBox(title)), m_slider(new QSlider(Qt::Horizontal)),
      m_value(new QLabel)
{
    m_slider->setRange(static_cast<int>(std::lround(scale.low * scale.perUnit)),
                       static_cast<int>(std::lround(scale.high * scale.perUnit)));
    m_slider->setFixedWidth(64);
    m_slider->setAccessibleName(title);
    m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("100 %")));
    m_value->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_switch, 1);
    if (kind == Kind::Always) {
        m_switch->setChecked(true);
        m_switch->hide();
        layout->addWidget(new QLabel(title), 1);
    }
    layout->addWidget(m_slider);
    layout->addWidget(m_value);
    connect(m_switch, &QCheckBox::toggled, this, [this] {
        showValue();
        Q_EMIT changed();
    });
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showValue();
        Q_EMIT changed();
    });
    showValue();
}

bool StrengthRow::isOn() const
{
    return m_switch->isChecked();
}

double StrengthRow::value() const
{
    return m_slider->value() / m_scale.perUnit;
}

void StrengthRow::set(bool on, double value)
{
    const QSignalBlocker noSwitch(m_switch);
    const QSignalBlocker noSlider(m_slider);
    m_switch->setChecked(on);
    m_slider->setValue(static_cast<int>(std::lround(value * m_scale.perUnit)));
    showValue();
}

void StrengthRow::showValue()
{
    m_slider->setEnabled(isOn());
    m_value->setEnabled(isOn());
    m_value->setText(QLocale().toString(value() * m_scale.shown, 'f', m_scale.decimals) + m_scale.unit);
}

} // namespace nakama
