#pragma once

#include "ui/tabs/evaluate/evaluation_reader.h"
#include "ui/tabs/evaluate/picture_selection.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace nakama
{

class CalibrationPanel;
class ClassesPanel;
class CurvesPanel;
class EmptyState;
class MapPanel;
class MatrixPanel;
class MetricsPanel;
class PicturesPanel;
class PrecisionRecallPanel;

/** The parts of the page that can be kept as a picture or a table. */
struct EvaluationPanels
{
    MatrixPanel* matrix;
    ClassesPanel* classes;
    PrecisionRecallPanel* precisionRecall;
    CalibrationPanel* calibration;
    MapPanel* map;
    CurvesPanel* curves;
};

/** Shows an EvaluationPage: figures, confusion matrix, classes, curves and pictures, all of one choice. Knows
 * no session. */
class EvaluationView : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationView(QWidget* parent = nullptr);

    void setPage(EvaluationPage page);
    /** The pictures of the page as the workspace has them now; the choice stays. */
    void setNow(std::vector<PictureNow> now);
    /** While another page is read. */
    void clear();
    /** Nothing while none is shown. */
    const std::optional<EvaluationPage>& page() const { return m_page; }

    PictureSelection& selection() { return *m_selection; }
    PicturesPanel& picturesPanel() { return *m_pictures; }
    MapPanel& mapPanel() { return *m_map; }
    EvaluationPanels panels() const
    {
        return {m_matrix, m_classes, m_precisionRecall, m_calibration, m_map, m_curves};
    }

    /** problem: why it cannot be evaluated now; empty where it can. */
    void setEvaluationProblem(const QString& problem);

    QMenu* exportMenu() { return m_export; }

Q_SIGNALS:
    void evaluateRequested();
    /** The workspace says something else of the pictures. */
    void nowChanged(const std::vector<nakama::PictureNow>& now);

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    void showPictures(const EvaluationPage& page);
    void openPictures();
    void leavePictures();

    std::optional<EvaluationPage> m_page;
    PictureSelection* m_selection;
    MetricsPanel* m_metrics;
    QStackedWidget* m_left; ///< the matrix, that there is none yet, or blank
    MatrixPanel* m_matrix;
    EmptyState* m_notEvaluated;
    QPushButton* m_evaluate = nullptr;
    QTabWidget* m_right;
    ClassesPanel* m_classes;
    PicturesPanel* m_pictures;
    PrecisionRecallPanel* m_precisionRecall;
    CalibrationPanel* m_calibration;
    MapPanel* m_map;
    QPointer<QWidget> m_cameFrom; ///< where the keyboard was before it went to the pictures
    CurvesPanel* m_curves;
    QMenu* m_export;
};

} // namespace nakama
