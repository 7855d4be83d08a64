#include "ui/tabs/evaluate/evaluation_view.h"

#include "ui/tabs/evaluate/calibration_panel.h"
#include "ui/tabs/evaluate/classes_panel.h"
#include "ui/tabs/evaluate/curves_panel.h"
#include "ui/tabs/evaluate/export_menu.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/matrix_panel.h"
#include "ui/tabs/evaluate/metrics_panel.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/precision_recall_panel.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QPushButton>
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
      m_classes(new ClassesPanel(*m_selection, this)), m_pictures(new PicturesPanel(*m_selection, this)),
      m_precisionRecall(new PrecisionRecallPanel(*m_selection, this)),
      m_calibration(new CalibrationPanel(*m_selection, this)), m_map(new MapPanel(*m_selection, this)),
      m_curves(new CurvesPanel(this)), m_export(new ExportMenu(*this))
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
    connect(m_selection, &PictureSelection::picturesRequested, this, &EvaluationView::openPictures);
    connect(m_pictures, &PicturesPanel::left, this, &EvaluationView::leavePictures);
    m_right->setDocumentMode(true);
    m_right->addTab(m_classes, tr("Classes"));
    m_right->addTab(m_pictures, tr("Pictures"));
    m_right->addTab(m_precisionRecall, tr("Precision"));
    m_right->addTab(m_calibration, tr("Calibration"));
    m_right->addTab(m_map, tr("Map"));
    m_right->addTab(m_curves, tr("Learning"));
    return m_right;
}

void EvaluationView::clear()
{
    m_page.reset();
    m_selection->setChoice({});
    m_metrics->setMetrics(std::nullopt);
    m_left->setCurrentIndex(m_left->count() - 1);
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
    showPictures(*m_page);
    m_notEvaluated->setHeadline(notEvaluatedText(m_page->set));
    m_left->setCurrentWidget(metrics ? static_cast<QWidget*>(m_matrix) : m_notEvaluated);
}

void EvaluationView::showPictures(const EvaluationPage& page)
{
    if (page.metrics)
        m_matrix->setMetrics(*page.metrics, page.pictures);
    m_classes->setClasses(page.metrics ? page.metrics->perClass : std::vector<ClassMetrics>(), page.pictures);
    m_pictures->setPictures(page.pictures, page.now, toQString(page.picturesProblem));
    m_precisionRecall->setPictures(page.pictures);
    m_calibration->setPictures(*page.pictures, page.metrics);
    m_map->setPictures(page.pictures);
}

void EvaluationView::setNow(std::vector<PictureNow> now)
{
    m_page->now = std::move(now);
    m_pictures->setNow(m_page->now);
    Q_EMIT nowChanged(m_page->now);
}

void EvaluationView::openPictures()
{
    QWidget* const before = QApplication::focusWidget();
    m_right->setCurrentWidget(m_pictures);
    if (m_pictures->focusPictures() && before != nullptr && isAncestorOf(before) &&
        !m_pictures->isAncestorOf(before))
        m_cameFrom = before;
    else if (before != nullptr && !m_pictures->isAncestorOf(before) && before->isVisible())
        before->setFocus(); // an empty cell: the next one is a key away
}

void EvaluationView::leavePictures()
{
    if (!m_cameFrom)
        return;
    for (int page = 0; page < m_right->count(); ++page)
        if (m_right->widget(page)->isAncestorOf(m_cameFrom) || m_right->widget(page) == m_cameFrom)
            m_right->setCurrentIndex(page);
    m_cameFrom->setFocus();
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
