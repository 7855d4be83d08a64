#include "ui/tabs/evaluate/precision_recall_panel.h"

#include "ui/tabs/evaluate/chart_drawing.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/line_chart.h"

#include <QChart>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <numeric>

namespace nakama
{

namespace
{

constexpr std::size_t mostCurves = 4; ///< that can be told apart at once

} // namespace

PrecisionRecallPanel::PrecisionRecallPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_class(new QComboBox(this)), m_headline(new QLabel(this)), m_chart(new LineChart(this)),
      m_point(new QLabel(this)), m_threshold(new QSlider(Qt::Horizontal, this))
{
    m_class->setAccessibleName(tr("Class whose curve is shown"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_class->setMinimumContentsLength(14);
    m_headline->setWordWrap(true);
    m_point->setWordWrap(true);
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setToolTip(
        tr("From which probability on a picture is taken to be of the class; the pictures "
           "that are taken are chosen everywhere"));
    m_chart->setAccessibleName(tr("Precision and recall"));
    m_chart->setAxisTitles(tr("Recall"), tr("Precision"));
    m_chart->setXValues(TickValues::Any);
    m_chart->setYLimits(0, 1);
    m_chart->setPlaceholder(tr("Nothing to show yet"));
    m_chart->viewport()->installEventFilter(this);

    auto* const top = new QHBoxLayout;
    top->addWidget(m_class);
    top->addWidget(m_headline, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_threshold);
    layout->addWidget(m_point);
    connect(m_class, &QComboBox::activated, &m_selection, [this](int index) {
        m_selection.choosePicked(nullptr);
        m_selection.chooseClass(index - 1);
    });
    connect(m_threshold, &QSlider::valueChanged, this, &PrecisionRecallPanel::slide);
    connect(&m_selection, &PictureSelection::changed, this, &PrecisionRecallPanel::showChoice);
}

void PrecisionRecallPanel::setPictures(std::shared_ptr<const EvaluatedPictures> pictures)
{
    m_pictures = std::move(pictures);
    m_stale = true;
    m_class->clear();
    m_class->addItem(tr("Told worst"));
    for (const auto& name : m_pictures->classes())
        m_class->addItem(toQString(name));
    showChoice();
}

std::optional<std::size_t> PrecisionRecallPanel::chosenClass() const
{
    const auto& choice = m_selection.choice();
    const auto chosen = choice.threshold ? std::optional(choice.threshold->classIndex) : choice.trueClass;
    if (!chosen || static_cast<std::size_t>(*chosen) >= m_pictures->curves().size())
        return std::nullopt;
    return static_cast<std::size_t>(*chosen);
}

std::vector<std::size_t> PrecisionRecallPanel::shownClasses() const
{
    if (const auto chosen = chosenClass())
        return {*chosen};
    const auto& curves = m_pictures->curves();
    std::vector<std::size_t> classes(curves.size());
    std::iota(classes.begin(), classes.end(), std::size_t(0));
    std::erase_if(classes, [&](std::size_t one) { return curves[one].positives == 0; });
    std::stable_sort(classes.begin(), classes.end(), [&](std::size_t a, std::size_t b) {
        return curves[a].averagePrecision < curves[b].averagePrecision;
    });
    classes.resize(std::min(classes.size(), mostCurves));
    return classes;
}

void PrecisionRecallPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showChoice();
}

void PrecisionRecallPanel::showChoice()
{
    if (!isVisible())
        return;
    if (auto classes = shownClasses(); m_stale || classes != m_shown) {
        m_shown = std::move(classes);
        m_stale = false;
        showCurves();
    }
    showThreshold();
}

void PrecisionRecallPanel::showCurves()
{
    const auto chosen = chosenClass();
    m_class->setCurrentIndex(chosen ? static_cast<int>(*chosen) + 1 : 0);
    m_headline->setText(chosen ? tr("Each point is a threshold for its probability")
                               : tr("Lowest average precision (AP)"));
    m_chart->clearSeries();
    for (const std::size_t index : m_shown) {
        const auto& curve = m_pictures->curves()[index];
        const int series = m_chart->addSeries(tr("%1 %2", "class, average precision")
                                                  .arg(toQString(m_pictures->classes()[index]),
                                                       QLocale().toString(curve.averagePrecision, 'f', 2)));
        QList<QPointF> points;
        for (const auto& point : curve.points)
            points.append({point.recall, point.precision});
        m_chart->setPoints(series, std::move(points));
    }
    const QSignalBlocker blocker(m_threshold);
    const auto points = chosen ? m_pictures->curves()[*chosen].points.size() : 0;
    m_threshold->setRange(0, static_cast<int>(points));
    m_threshold->setEnabled(points > 0);
}

void PrecisionRecallPanel::showThreshold()
{
    const auto& threshold = m_selection.choice().threshold;
    const auto chosen = chosenClass();
    const QSignalBlocker blocker(m_threshold);
    if (!threshold || !chosen) {
        m_threshold->setValue(0);
        m_chart->setMarker(std::nullopt);
        m_point->setText(chosen ? tr("Move the slider, or click on the curve, to choose a threshold.")
                                : tr("Choose a class, or click on a curve."));
        return;
    }
    const auto& points = m_pictures->curves()[*chosen].points; // thresholds fall
    const auto found = std::find_if(points.begin(), points.end(), [&](const PrecisionRecallPoint& point) {
        return point.threshold <= threshold->atLeast;
    });
    if (found == points.end())
        return;
    const QLocale locale;
    m_threshold->setValue(static_cast<int>(points.end() - found));
    const QString percent = locale.toString(100 * threshold->atLeast, 'f', 1);
    m_chart->setMarker(found->recall, tr("%1 %", "a probability").arg(percent));
    m_point->setText(
        tr("From %1 % on: precision %2, recall %3")
            .arg(percent, locale.toString(found->precision, 'f', 3), locale.toString(found->recall, 'f', 3)));
}

void PrecisionRecallPanel::choosePoint(std::size_t classIndex, std::size_t point)
{
    const ClassThreshold threshold{static_cast<int>(classIndex),
                                   m_pictures->curves()[classIndex].points[point].threshold};
    m_selection.chooseThreshold(threshold,
                                std::make_shared<const std::vector<bool>>(m_pictures->pictures(threshold)));
}

void PrecisionRecallPanel::slide(int value)
{
    const auto chosen = chosenClass();
    if (!chosen)
        return;
    if (value > 0)
        return choosePoint(*chosen,
                           m_pictures->curves()[*chosen].points.size() - static_cast<std::size_t>(value));
    m_selection.choosePicked(nullptr);
    m_selection.chooseClass(static_cast<int>(*chosen));
}

void PrecisionRecallPanel::chooseNearest(QPointF position)
{
    QChart* const chart = m_chart->chart();
    if (!chart->plotArea().contains(chart->mapFromScene(m_chart->mapToScene(position.toPoint()))))
        return;
    std::optional<std::pair<std::size_t, std::size_t>> nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const std::size_t index : m_shown) {
        const auto& points = m_pictures->curves()[index].points;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF place = chart->mapToScene(
                chart->mapToPosition({points[i].recall, points[i].precision}, chart->series().value(0)));
            const QPointF way = place - m_chart->mapToScene(position.toPoint());
            if (const double distance = QPointF::dotProduct(way, way); distance < least) {
                least = distance;
                nearest = {index, i};
            }
        }
    }
    if (nearest)
        choosePoint(nearest->first, nearest->second);
}

bool PrecisionRecallPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* const mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton)
            chooseNearest(mouse->position());
    }
    return QWidget::eventFilter(watched, event);
}

Drawing PrecisionRecallPanel::drawing()
{
    if (!isVisible()) { // then it is not kept up to date
        m_shown = shownClasses();
        m_stale = false;
        showCurves();
    }
    return chartDrawing(*m_chart);
}

} // namespace nakama
