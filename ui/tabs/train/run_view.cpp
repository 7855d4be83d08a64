#include "ui/tabs/train/run_view.h"

#include "ui/tabs/train/class_f1_model.h"
#include "ui/tabs/train/settings_panel.h"
#include "ui/tabs/train/worst_panel.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/class_table.h"

#include <QGridLayout>
#include <QLabel>
#include <QSlider>

namespace nakama
{

namespace
{

constexpr int mostSmoothing = 99; ///< percent

QStringList classNames(const TrainingConfig& config)
{
    QStringList names;
    for (const auto& name : config.classes)
        names << toQString(name);
    return names;
}

QWidget* pageOf(QLayout* layout)
{
    auto* page = new QWidget;
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(12);
    page->setLayout(layout);
    return page;
}

} // namespace

RunView::RunView(QWidget* parent) : QTabWidget(parent), m_worst(new WorstPanel), m_settings(new SettingsPanel)
{
    setDocumentMode(true);
    setObjectName(QStringLiteral("runView"));
    addTab(makeCurves(), tr("Curves"));
    addTab(makeBatches(), tr("Batches"));
    addTab(makeSpeed(), tr("Rate and speed"));
    addTab(makeClasses(), tr("Classes"));
    addTab(m_worst, tr("Worst pictures"));
    addTab(m_settings, tr("Settings"));
    setCornerWidget(makeSmoothing());
}

QWidget* RunView::makeCurves()
{
    m_loss = new MeasureChart(tr("Loss"),
                              {{tr("Train"), [](const EpochRecord& epoch) { return epoch.trainLoss; }},
                               {tr("Validation"), [](const EpochRecord& epoch) { return epoch.valLoss; }}},
                              1);
    m_f1 = new MeasureChart(tr("F1 on validation"),
                            {{tr("Macro"), [](const EpochRecord& epoch) { return epoch.val.macro; }},
                             {tr("Micro"), [](const EpochRecord& epoch) { return epoch.val.micro; }},
                             {tr("Weighted"), [](const EpochRecord& epoch) { return epoch.val.weighted; }}});
    m_loss->setYLimits(0, std::nullopt);
    m_f1->setYLimits(0, 1);
    auto* layout = new QHBoxLayout;
    layout->addWidget(m_loss);
    layout->addWidget(m_f1);
    return pageOf(layout);
}

QWidget* RunView::makeBatches()
{
    m_batches = new LineChart;
    m_batches->setAxisTitles(tr("Batch"), tr("Loss of the batch"));
    m_batches->setAccessibleName(tr("Loss over the batches"));
    m_batches->setPlaceholder(tr("The loss of each batch appears here while a training goes on; afterwards "
                                 "TensorBoard has it, in the run's folder"));
    m_batches->setYLimits(0, std::nullopt);
    m_batches->addSeries(tr("Loss"));
    m_batchRate = new LineChart;
    m_batchRate->setAxisTitles(tr("Batch"), tr("Learning rate"));
    m_batchRate->setAccessibleName(tr("Learning rate over the batches"));
    m_batchRate->setYLimits(0, std::nullopt);
    m_batchRate->addSeries(tr("Rate"));
    auto* layout = new QHBoxLayout;
    layout->addWidget(m_batches, 2);
    layout->addWidget(m_batchRate, 1);
    return pageOf(layout);
}

QWidget* RunView::makeSpeed()
{
    m_rate = new MeasureChart(tr("Learning rate"),
                              {{tr("Rate"), [](const EpochRecord& epoch) { return epoch.learningRate; }}});
    m_speed = new MeasureChart(tr("Pictures a second"), {{tr("Pictures/s"), [](const EpochRecord& epoch) {
                                                              return epoch.imagesPerSecond;
                                                          }}});
    m_wait = new MeasureChart(
        tr("Waiting for pictures, %"),
        {{tr("Share of time"), [](const EpochRecord& epoch) { return 100 * epoch.dataWaitShare; }}});
    m_memory =
        new MeasureChart(tr("Memory, MB"), {{tr("Memory"), [](const EpochRecord& epoch) {
                                                 return static_cast<double>(epoch.deviceMemoryBytes) / 1e6;
                                             }}});
    auto* layout = new QGridLayout;
    int place = 0;
    for (auto* chart : {m_rate, m_speed, m_wait, m_memory}) {
        chart->setYLimits(0, std::nullopt);
        chart->setMinimumHeight(110);
        layout->addWidget(chart, place / 2, place % 2);
        ++place;
    }
    return pageOf(layout);
}

QWidget* RunView::makeClasses()
{
    m_classModel = new ClassF1Model(this);
    m_classes = new ClassTable;
    m_classes->setSource(m_classModel);
    m_classes->showBars(ClassF1Model::F1);
    m_classes->setAccessibleName(tr("F1 of each class on validation"));
    auto* layout = new QHBoxLayout;
    layout->addWidget(m_classes);
    return pageOf(layout);
}

QWidget* RunView::makeSmoothing()
{
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName(QStringLiteral("smoothing"));
    slider->setRange(0, mostSmoothing);
    slider->setMaximumWidth(110);
    slider->setToolTip(tr("Draws a running mean over the curves, which stay behind it: an exponential mean "
                          "without bias, as TensorBoard has it"));
    auto* label = new QLabel(tr("&Smoothing"));
    label->setBuddy(slider);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 2);
    row->addWidget(label);
    row->addWidget(slider);
    connect(slider, &QSlider::valueChanged, this, &RunView::setSmoothing);
    return box;
}

void RunView::setSmoothing(int percent)
{
    for (auto* chart : epochCharts())
        chart->setSmoothing(percent / 100.0);
    for (auto* chart : {m_batches, m_batchRate})
        chart->setSmoothing(percent / 100.0);
}

void RunView::showRun(const RunDetails& run)
{
    showEpochs(classNames(run.config), run.epochs);
    showFiles(run);
}

void RunView::showTraining(const QStringList& classes, const std::vector<EpochRecord>& epochs)
{
    showEpochs(classes, epochs);
    m_worst->clear();
    m_settings->show({}, {});
}

void RunView::showEpochs(const QStringList& classes, const std::vector<EpochRecord>& epochs)
{
    for (auto* chart : epochCharts())
        chart->showRun(epochs);
    for (auto* chart : {m_batches, m_batchRate})
        chart->clearPoints();
    m_classModel->setRun(classes, epochs);
    m_bestMacro = -1;
    for (const auto& epoch : epochs)
        markBest(epoch);
}

void RunView::append(const EpochRecord& epoch)
{
    for (auto* chart : epochCharts())
        chart->append(epoch);
    m_classModel->append(epoch);
    markBest(epoch);
}

void RunView::addSteps(const std::vector<StepRecord>& steps)
{
    for (const auto& step : steps) {
        const double batch = (step.epoch - 1.0) * step.steps + step.step;
        m_batches->append(0, batch, step.loss);
        m_batchRate->append(0, batch, step.learningRate);
    }
}

void RunView::showFiles(const RunDetails& run)
{
    m_worst->show(run.worst, run.worstFiles, classNames(run.config));
    m_settings->show({run}, {toQString(run.record.id)});
}

void RunView::compare(const std::vector<RunDetails>& runs, const QStringList& titles)
{
    std::vector<NamedRun> named;
    for (std::size_t i = 0; i < runs.size(); ++i)
        named.push_back({titles.at(static_cast<qsizetype>(i)), runs[i].epochs});
    for (auto* chart : epochCharts())
        chart->compare(named);
    for (auto* chart : {m_batches, m_batchRate})
        chart->clearPoints();
    m_classModel->setRun({}, {});
    m_worst->clear();
    m_settings->show(runs, titles);
}

void RunView::clear()
{
    showTraining({}, {});
}

void RunView::markBest(const EpochRecord& epoch)
{
    if (epoch.val.macro <= m_bestMacro)
        return;
    m_bestMacro = epoch.val.macro;
    for (auto* chart : {m_loss, m_f1})
        chart->setMarker(epoch.epoch, tr("best"));
}

void RunView::setPlaceholder(const QString& text)
{
    for (auto* chart : epochCharts())
        chart->setPlaceholder(text);
}

} // namespace nakama
