#pragma once

#include "core/evaluation/metrics.h"

#include <QFrame>
#include <QString>

#include <cstdint>
#include <optional>

class QLabel;

namespace nakama
{

/** A figure as a card shows it. */
struct MetricFigure
{
    double value = 0;
    std::optional<Interval> interval; ///< 95 %
    std::int64_t n = 0;               ///< pictures it was measured on
};

/** Title, a big number, and below it how far it can be trusted. */
class MetricCard : public QFrame
{
    Q_OBJECT

public:
    enum class Kind {
        Share, ///< 0 to 1: the interval is also drawn on a line
        Loss,  ///< from 0 upwards, less is better
    };

    MetricCard(const QString& title, Kind kind, QWidget* parent = nullptr);

    /** What the figure means and how it is averaged: tool tip and screen reader text. */
    void setExplanation(const QString& text);
    /** Nothing: a dash, until there is something to say. */
    void setFigure(const std::optional<MetricFigure>& figure);

    QString valueText() const;
    QString detailText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyLook();

    Kind m_kind;
    std::optional<MetricFigure> m_figure;
    QString m_explanation;
    QLabel* m_title;
    QLabel* m_value;
    QLabel* m_detail;
};

} // namespace nakama
