#pragma once

#include "core/evaluation/result_table.h"
#include "ui/tabs/evaluate/evaluation_reader.h"
#include "ui/tabs/evaluate/picture_selection.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace nakama
{

class CalibrationPanel;
class ClassMetricsModel;
class ClassTable;
class CurvesPanel;
class EmptyState;
class MapPanel;
class MatrixPanel;
class MetricsPanel;
class PicturesPanel;
class PrecisionRecallPanel;

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

    /** problem: why it cannot be evaluated now; empty where it can. */
    void setEvaluationProblem(const QString& problem);

    /** Tables and pictures of the page; each asks where to. Only for a page with metrics. */
    QMenu* exportMenu() { return m_export; }

Q_SIGNALS:
    void evaluateRequested();

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    void makeExportMenu();
    void showPictures(const EvaluationPage& page);
    void showChoice();
    ResultTable resultTable() const;
    QString fileName(const QString& what) const;

    std::optional<EvaluationPage> m_page;
    PictureSelection* m_selection;
    MetricsPanel* m_metrics;
    QStackedWidget* m_left; ///< the matrix, that there is none yet, or blank
    MatrixPanel* m_matrix;
    EmptyState* m_notEvaluated;
    QPushButton* m_evaluate = nullptr;
    QTabWidget* m_right;
    ClassMetricsModel* m_classes;
    ClassTable* m_table;
    PicturesPanel* m_pictures;
    PrecisionRecallPanel* m_precisionRecall;
    CalibrationPanel* m_calibration;
    MapPanel* m_map;
    CurvesPanel* m_curves;
    QMenu* m_export;
};

} // namespace nakama
