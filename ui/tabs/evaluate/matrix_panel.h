#pragma once

#include "ui/tabs/evaluate/evaluated_pictures.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace nakama
{

class ConfusionMatrixView;

/** The confusion matrix of what is chosen, with the switches of what its cells show and how they are ordered.
 */
class MatrixPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixPanel(PictureSelection& selection, QWidget* parent = nullptr);

    /** pictures may have none: then the matrix is always the whole one of metrics. */
    void setMetrics(const Metrics& metrics, std::shared_ptr<const EvaluatedPictures> pictures);
    Drawing drawing() const;

private:
    QWidget* makeSwitches();
    void showChoice();
    void order();

    PictureSelection& m_selection;
    Metrics m_metrics;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    bool m_partial = false; ///< the matrix shows only some of the pictures
    QLabel* m_title;
    QToolButton* m_bySimilarity;
    ConfusionMatrixView* m_view;
};

} // namespace nakama
