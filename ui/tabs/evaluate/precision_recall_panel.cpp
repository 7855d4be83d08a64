#include "ui/tabs/evaluate/precision_recall_panel.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/line_chart.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace nakama
{

namespace
{

constexpr std::size_t mostCurves = 4; ///< that can be told apart at once

} // namespace

PrecisionRecallPanel::PrecisionRecallPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_headline(new QLabel(this))
{
    m_headline->setWordWrap(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_headline);
    connect(&m_selection, &PictureSelection::changed, this, &PrecisionRecallPanel::show);
    show();
}

void PrecisionRecallPanel::setPictures(std::shared_ptr<const EvaluatedPictures> pictures)
{
    m_pictures = std::move(pictures);
    show();
}

std::vector<std::size_t> PrecisionRecallPanel::shownClasses() const
{
    const auto& curves = m_pictures->curves();
    if (const auto chosen = m_selection.choice().trueClass;
        chosen && static_cast<std::size_t>(*chosen) < curves.size())
        return {static_cast<std::size_t>(*chosen)};
    std::vector<std::size_t> classes(curves.size());
    std::iota(classes.begin(), classes.end(), std::size_t(0));
    std::erase_if(classes, [&](std::size_t one) { return curves[one].positives == 0; });
    std::stable_sort(classes.begin(), classes.end(), [&](std::size_t a, std::size_t b) {
        return curves[a].averagePrecision < curves[b].averagePrecision;
    });
    classes.resize(std::min(classes.size(), mostCurves));
    return classes;
}

void PrecisionRecallPanel::show()
{
    delete m_chart;
    m_chart = new LineChart(this);
    m_chart->setAccessibleName(tr("Precision and recall"));
    m_chart->setAxisTitles(tr("Recall"), tr("Precision"));
    m_chart->setXValues(TickValues::Any);
    m_chart->setYLimits(0, 1);
    m_chart->setPlaceholder(tr("Nothing to show yet"));
    const bool chosen = m_selection.choice().trueClass.has_value();
    m_headline->setText(chosen ? tr("The chosen class; each point is a threshold for its probability")
                               : tr("The classes with the lowest average precision (AP); choose a class to "
                                    "see its own curve"));
    for (const std::size_t index : shownClasses()) {
        const auto& curve = m_pictures->curves()[index];
        const int series = m_chart->addSeries(tr("%1 %2", "class, average precision")
                                                  .arg(toQString(m_pictures->classes()[index]),
                                                       QLocale().toString(curve.averagePrecision, 'f', 2)));
        QList<QPointF> points;
        for (const auto& point : curve.points)
            points.append({point.recall, point.precision});
        m_chart->setPoints(series, std::move(points));
    }
    static_cast<QVBoxLayout*>(layout())->addWidget(m_chart, 1);
}

Drawing PrecisionRecallPanel::drawing() const
{
    return drawingOf(*m_chart);
}

} // namespace nakama
