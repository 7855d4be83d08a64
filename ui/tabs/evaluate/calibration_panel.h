#pragma once

#include "ui/tabs/evaluate/evaluated_pictures.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

class QLabel;

namespace nakama
{

class ReliabilityChart;

/** How far the probabilities can be believed: the reliability diagram, before and after calibration. */
class CalibrationPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CalibrationPanel(PictureSelection& selection, QWidget* parent = nullptr);

    void setPictures(const EvaluatedPictures& pictures, const std::optional<Metrics>& metrics);
    Drawing drawing() const;

private:
    void showChoice();
    void chooseBin(int index);

    PictureSelection& m_selection;
    QLabel* m_headline;
    ReliabilityChart* m_chart;
};

} // namespace nakama
