#pragma once

#include "ui/tabs/evaluate/evaluation_reader.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace nakama
{

class ClassMetricsModel;
class ClassTable;
class CurvesPanel;
class EmptyState;
class MatrixPanel;
class MetricsPanel;
class PicturesPanel;

/** Shows an EvaluationPage: figures, confusion matrix, classes, curves and pictures. Knows no session. */
class EvaluationView : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationView(QWidget* parent = nullptr);

    void setPage(EvaluationPage page);
    /** While another page is read. */
    void clear();
    /** Nothing while none is shown. */
    const std::optional<EvaluationPage>& page() const { return m_page; }

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
    void showCell(int trueClass, int predictedClass);
    void showMistakesOf(int trueClass);
    QString fileName(const QString& what) const;

    std::optional<EvaluationPage> m_page;
    MetricsPanel* m_metrics;
    QStackedWidget* m_left; ///< the matrix, that there is none yet, or blank
    MatrixPanel* m_matrix;
    EmptyState* m_notEvaluated;
    QPushButton* m_evaluate = nullptr;
    QTabWidget* m_right;
    ClassMetricsModel* m_classes;
    ClassTable* m_table;
    CurvesPanel* m_curves;
    PicturesPanel* m_pictures;
    QMenu* m_export;
};

} // namespace nakama
