#pragma once

#include "ui/tabs/evaluate/evaluated_pictures.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QSlider;

namespace nakama
{

class LineChart;

/** Precision against recall: of the chosen class, or of the classes that are told worst. A point of a curve,
 * by a click or by the slider, chooses the pictures that its threshold takes. */
class PrecisionRecallPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PrecisionRecallPanel(PictureSelection& selection, QWidget* parent = nullptr);

    void setPictures(std::shared_ptr<const EvaluatedPictures> pictures);
    Drawing drawing();

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /** Only while it is seen; the chart is drawn anew where it would show something else. */
    void showChoice();
    void showCurves();
    void showThreshold();
    void choosePoint(std::size_t classIndex, std::size_t point);
    void chooseNearest(QPointF position);
    void slide(int value);
    std::optional<std::size_t> chosenClass() const;
    std::vector<std::size_t> shownClasses() const;

    PictureSelection& m_selection;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    std::vector<std::size_t> m_shown; ///< classes whose curves the chart has
    bool m_stale = true;              ///< the pictures are others than those of the chart
    QComboBox* m_class;
    QLabel* m_headline;
    LineChart* m_chart;
    QLabel* m_point;
    QSlider* m_threshold; ///< 0: none; else a point of the curve, the lowest threshold first
};

} // namespace nakama
