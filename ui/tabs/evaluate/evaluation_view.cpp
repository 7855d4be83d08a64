#include "ui/tabs/evaluate/evaluation_view.h"

#include "core/evaluation/result_table.h"
#include "ui/tabs/evaluate/calibration_panel.h"
#include "ui/tabs/evaluate/curves_panel.h"
#include "ui/tabs/evaluate/evaluation_csv.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/matrix_panel.h"
#include "ui/tabs/evaluate/metrics_panel.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/precision_recall_panel.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/class_metrics_model.h"
#include "ui/widgets/class_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/save_file.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QString notEvaluatedText(EvaluationSet set)
{
    switch (set) {
    case EvaluationSet::Train:
        return EvaluationView::tr("Not evaluated on the training set yet");
    case EvaluationSet::Val:
        return EvaluationView::tr("Not evaluated on the validation set yet");
    case EvaluationSet::Test:
        return EvaluationView::tr("Not evaluated on the test set yet");
    case EvaluationSet::TrueTest:
        return EvaluationView::tr("Not evaluated on the true test set yet");
    }
    return {};
}

} // namespace

EvaluationView::EvaluationView(QWidget* parent)
    : QWidget(parent), m_selection(new PictureSelection(this)), m_metrics(new MetricsPanel(this)),
      m_left(new QStackedWidget(this)), m_matrix(new MatrixPanel(*m_selection, this)),
      m_notEvaluated(new EmptyState(EmptyState::Drops::Refused, this)), m_right(new QTabWidget(this)),
      m_classes(new ClassMetricsModel(this)), m_table(new ClassTable(this)),
      m_pictures(new PicturesPanel(*m_selection, this)),
      m_precisionRecall(new PrecisionRecallPanel(*m_selection, this)),
      m_calibration(new CalibrationPanel(*m_selection, this)), m_map(new MapPanel(*m_selection, this)),
      m_curves(new CurvesPanel(this)), m_export(new QMenu(this))
{
    auto* const halves = new QSplitter(Qt::Horizontal, this);
    halves->addWidget(makeLeft());
    halves->addWidget(makeRight());
    halves->setChildrenCollapsible(false);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    halves->setHandleWidth(12);
    halves->setSizes({3000, 2000}); // only their ratio counts

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_metrics);
    layout->addWidget(halves, 1);
    makeExportMenu();
    clear();
}

QWidget* EvaluationView::makeLeft()
{
    m_notEvaluated->setIcon(icon(Icon::Evaluate));
    m_evaluate = m_notEvaluated->addButton(tr("Evaluate"));
    connect(m_evaluate, &QPushButton::clicked, this, &EvaluationView::evaluateRequested);
    m_left->addWidget(m_matrix);
    m_left->addWidget(m_notEvaluated);
    m_left->addWidget(new QWidget(m_left));
    return m_left;
}

QWidget* EvaluationView::makeRight()
{
    m_table->setSource(m_classes);
    for (const int column : {ClassMetricsModel::Precision, ClassMetricsModel::Recall, ClassMetricsModel::F1})
        m_table->showBars(column);
    m_table->setToolTip(tr("A class chosen here is chosen everywhere; Enter or double click: its pictures"));
    connect(m_table, &ClassTable::currentSourceRowChanged, m_selection, &PictureSelection::chooseClass);
    connect(m_table, &ClassTable::sourceRowActivated, this, [this](int row) {
        m_selection->chooseClass(row);
        m_right->setCurrentWidget(m_pictures);
    });
    connect(m_selection, &PictureSelection::changed, this, &EvaluationView::showChoice);
    m_right->setDocumentMode(true);
    m_right->addTab(m_table, tr("Classes"));
    m_right->addTab(m_pictures, tr("Pictures"));
    m_right->addTab(m_precisionRecall, tr("Precision"));
    m_right->addTab(m_calibration, tr("Calibration"));
    m_right->addTab(m_map, tr("Map"));
    m_right->addTab(m_curves, tr("Learning"));
    return m_right;
}

void EvaluationView::makeExportMenu()
{
    const auto copy = [](const std::string& text) { QGuiApplication::clipboard()->setText(toQString(text)); };
    m_export->addAction(tr("Cop&y the figures as Markdown"), this,
                        [this, copy] { copy(markdownOf(resultTable())); });
    m_export->addAction(tr("Copy the figures as La&TeX"), this,
                        [this, copy] { copy(latexOf(resultTable())); });
    m_export->addSeparator();
    m_export->addAction(tr("&Classes (CSV)…"), this, [this] {
        saveCsv(this, QByteArray::fromStdString(csvOf(*m_page->metrics)),
                fileName(QStringLiteral("classes.csv")));
    });
    m_export->addAction(tr("Confusion matri&x (CSV)…"), this, [this] {
        saveCsv(this, confusionCsv(*m_page->metrics), fileName(QStringLiteral("confusion.csv")));
    });
    m_export->addAction(tr("Confusion &matrix (PNG, SVG)…"), this, [this] {
        saveDrawing(this, m_matrix->drawing(), fileName(QStringLiteral("confusion.png")));
    });
    m_export->addAction(tr("P&recision and recall (PNG, SVG)…"), this, [this] {
        saveDrawing(this, m_precisionRecall->drawing(), fileName(QStringLiteral("precision-recall.png")));
    });
    m_export->addAction(tr("C&alibration (PNG, SVG)…"), this, [this] {
        saveDrawing(this, m_calibration->drawing(), fileName(QStringLiteral("calibration.png")));
    });
    m_export->addAction(tr("Ma&p (PNG, SVG)…"), this,
                        [this] { saveDrawing(this, m_map->drawing(), fileName(QStringLiteral("map.png"))); });
    m_export->addAction(tr("&Learning curves (PNG, SVG)…"), this, [this] {
        saveDrawing(this, m_curves->drawing(), fileName(QStringLiteral("curves.png")));
    });
}

ResultTable EvaluationView::resultTable() const
{
    return {std::string(evaluationSetName(m_page->set)), {{m_page->run.record.id, *m_page->metrics}}};
}

QString EvaluationView::fileName(const QString& what) const
{
    const QString run = toQString(m_page->run.record.id);
    return what.startsWith(QLatin1String("curves"))
               ? run + QLatin1Char('-') + what
               : QStringLiteral("%1-%2-%3").arg(run, toQString(evaluationSetName(m_page->set)), what);
}

void EvaluationView::clear()
{
    m_page.reset();
    m_selection->setChoice({});
    m_metrics->setMetrics(std::nullopt);
    m_left->setCurrentIndex(m_left->count() - 1);
    m_classes->setMetrics({});
    m_curves->setEpochs({}, 0);
    showPictures({});
}

void EvaluationView::setPage(EvaluationPage page)
{
    // What is chosen of other pictures means nothing here.
    PictureChoice choice;
    choice.list = m_selection->choice().list;
    m_selection->setChoice(choice);
    m_page = std::move(page);
    const auto& metrics = m_page->metrics;
    m_metrics->setMetrics(metrics);
    m_curves->setEpochs(m_page->run.epochs, m_page->run.record.bestEpoch);
    m_classes->setMetrics(metrics ? metrics->perClass : std::vector<ClassMetrics>());
    showPictures(*m_page);
    m_notEvaluated->setHeadline(notEvaluatedText(m_page->set));
    m_left->setCurrentWidget(metrics ? static_cast<QWidget*>(m_matrix) : m_notEvaluated);
}

void EvaluationView::showPictures(const EvaluationPage& page)
{
    if (page.metrics)
        m_matrix->setMetrics(*page.metrics, page.pictures);
    m_pictures->setPictures(page.pictures, page.now, toQString(page.picturesProblem));
    m_precisionRecall->setPictures(page.pictures);
    m_calibration->setPictures(*page.pictures, page.metrics);
    m_map->setPictures(page.pictures);
}

void EvaluationView::setNow(std::vector<PictureNow> now)
{
    m_page->now = now;
    m_pictures->setNow(std::move(now));
}

void EvaluationView::showChoice()
{
    const auto& choice = m_selection->choice();
    {
        const QSignalBlocker blocker(m_table); // what it would tell is what is shown
        m_table->setCurrentSourceRow(choice.trueClass.value_or(-1));
    }
    // A cell, a bin or a part of the map is chosen to see its pictures; a class may be looked at in any page.
    const QWidget* const page = m_right->currentWidget();
    if ((choice.predictedClass || choice.isPartial()) && page != m_calibration && page != m_map)
        m_right->setCurrentWidget(m_pictures);
}

void EvaluationView::setEvaluationProblem(const QString& problem)
{
    m_evaluate->setEnabled(problem.isEmpty());
    m_notEvaluated->setSentence(problem.isEmpty()
                                    ? tr("Its best epoch is asked about each picture of the set, and the "
                                         "answers are kept with the run.")
                                    : problem);
}

} // namespace nakama
