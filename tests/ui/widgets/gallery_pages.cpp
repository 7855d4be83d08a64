#include "tests/ui/widgets/gallery_pages.h"

#include "tests/ui/widgets/example_data.h"
#include "ui/theme/icons.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/class_metrics_model.h"
#include "ui/widgets/class_table.h"
#include "ui/widgets/collapsible_section.h"
#include "ui/widgets/confusion_matrix_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/metric_card.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QPixmap>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabWidget>

#include <cmath>

namespace nakama::gallery
{

namespace
{

QWidget* page(const QList<QWidget*>& widgets, QBoxLayout::Direction direction)
{
    auto* const whole = new QWidget;
    auto* const layout = new QBoxLayout(direction, whole);
    layout->setSpacing(12);
    layout->setContentsMargins(16, 16, 16, 16);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, 1);
    return whole;
}

QWidget* lineCharts()
{
    auto* const loss = new LineChart;
    loss->setAxisTitles(QStringLiteral("Epoch"), QStringLiteral("Cross-entropy"));
    loss->setPoints(loss->addSeries(QStringLiteral("train")), example::curve(24, 2.9, 0.18, 0.05, 1));
    loss->setPoints(loss->addSeries(QStringLiteral("val")), example::curve(24, 2.9, 0.55, 0.09, 2));
    loss->setYLimits(0, std::nullopt);
    loss->setMarker(19, QStringLiteral("best"));

    auto* const steps = new LineChart;
    steps->setAxisTitles(QStringLiteral("Step"), QStringLiteral("Loss"));
    steps->setPoints(steps->addSeries(QStringLiteral("batch loss")), example::curve(6000, 2.9, 0.2, 0.22, 3));
    steps->setSmoothing(0.97);

    auto* const f1 = new LineChart;
    f1->setAxisTitles(QStringLiteral("Epoch"), QStringLiteral("F1"));
    f1->setYLimits(0, 1);
    for (const char* name : {"macro", "micro", "weighted"})
        f1->setPoints(f1->addSeries(QString::fromLatin1(name)), example::curve(24, 0.05, 0.9, 0.02, name[1]));

    auto* const empty = new LineChart;
    empty->setAxisTitles(QStringLiteral("Epoch"), QStringLiteral("F1"));
    return page({page({loss, f1}, QBoxLayout::LeftToRight), page({steps, empty}, QBoxLayout::LeftToRight)},
                QBoxLayout::TopToBottom);
}

QWidget* barChart(int classes)
{
    auto* const chart = new BarChart;
    std::vector<BarPart> parts{
        {QStringLiteral("train"), {}}, {QStringLiteral("val"), {}}, {QStringLiteral("test"), {}}};
    for (int index = 0; index < classes; ++index) {
        const double total = 20 + std::fmod(index * 37.0, 100);
        parts[0].values.push_back(std::round(total * 0.7));
        parts[1].values.push_back(std::round(total * 0.15));
        parts[2].values.push_back(std::round(total * 0.15));
    }
    chart->setData(example::classNames(classes), parts);
    chart->setAxisTitle(QStringLiteral("Pictures"));
    chart->setCurrentClass(3);
    return chart;
}

QWidget* matrix(int classes, MatrixScale scale)
{
    auto* const view = new ConfusionMatrixView;
    view->setMatrix(example::confusion(classes), example::classNames(classes));
    view->setScale(scale);
    view->setCurrentCell(MatrixCell{1, 2});
    return view;
}

QWidget* table(QWidget* parent = nullptr)
{
    auto* const view = new ClassTable(parent);
    auto* const model = new ClassMetricsModel(view);
    model->setMetrics(example::metrics(18).perClass);
    view->setSource(model);
    for (const int column : {ClassMetricsModel::Precision, ClassMetricsModel::Recall, ClassMetricsModel::F1})
        view->showBars(column);
    view->selectRow(4);
    return view;
}

QWidget* cards()
{
    auto* const whole = new QWidget;
    auto* const layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto* const loss = new MetricCard(QStringLiteral("Cross-entropy loss"), MetricCard::Kind::Loss);
    loss->setFigure(MetricFigure{0.412, std::nullopt, 158});
    layout->addWidget(loss);
    for (const auto& [name, value] :
         {std::pair{"Macro F1", 0.913}, {"Micro F1", 0.931}, {"Weighted F1", 0.929}}) {
        auto* const card = new MetricCard(QString::fromLatin1(name), MetricCard::Kind::Share);
        card->setFigure(MetricFigure{value, Interval{value - 0.05, value + 0.04}, 158});
        layout->addWidget(card);
    }
    layout->addWidget(new MetricCard(QStringLiteral("Not measured"), MetricCard::Kind::Share));
    return whole;
}

QWidget* pictures()
{
    auto* const grid = new ImageGrid;
    auto* const model = new QStandardItemModel(grid);
    for (int number = 0; number < 60; ++number) {
        auto* const item =
            new QStandardItem(QStringLiteral("train/Class %1/picture_%2.png").arg(number % 18).arg(number));
        if (number % 11 != 7) // some are not decoded yet
            item->setData(example::picture(number, number % 3 == 0 ? QSize(200, 300) : QSize(300, 220)),
                          Qt::DecorationRole);
        model->appendRow(item);
    }
    grid->setModel(model);
    grid->setCurrentIndex(model->index(2, 0));
    auto* const slider = new QSlider(Qt::Horizontal);
    slider->setRange(ImageGrid::smallestThumbnail, ImageGrid::largestThumbnail);
    slider->setValue(grid->thumbnailSize());
    QObject::connect(slider, &QSlider::valueChanged, grid, &ImageGrid::setThumbnailSize);
    QObject::connect(grid, &ImageGrid::thumbnailSizeChanged, slider, &QSlider::setValue);
    return page({grid, slider}, QBoxLayout::TopToBottom);
}

QWidget* emptyStates()
{
    auto* const start = new EmptyState(EmptyState::Drops::Accepted);
    start->setIcon(icon(Icon::Pictures));
    start->setHeadline(QStringLiteral("No pictures yet"));
    start->setSentence(QStringLiteral("Drop a folder of class folders or a .zip here, or choose one. "
                                      "Originals are copied; nothing is changed where they are."));
    start->addButton(QStringLiteral("Import folder…"));
    start->addButton(QStringLiteral("Import .zip…"));

    auto* const settings = new QWidget;
    auto* const form = new QFormLayout(settings);
    form->addRow(QStringLiteral("Seed"), new QSpinBox);
    form->addRow(QStringLiteral("Loader threads"), new QSpinBox);
    auto* const more = new CollapsibleSection(QStringLiteral("More settings"));
    more->setContent(settings);
    more->setExpanded(true);
    auto* const folded = new CollapsibleSection(QStringLiteral("Still more settings"));
    auto* const sections = page({more, folded}, QBoxLayout::TopToBottom);
    static_cast<QBoxLayout*>(sections->layout())->addStretch(20);
    return page({start, sections}, QBoxLayout::LeftToRight);
}

QWidget* overview()
{
    auto* const whole = new QWidget;
    auto* const layout = new QVBoxLayout(whole);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(cards());
    auto* const row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(matrix(18, MatrixScale::Counts), 3);
    row->addWidget(table(), 2);
    layout->addLayout(row, 1);
    return whole;
}

} // namespace

void addPages(QTabWidget& window)
{
    window.addTab(overview(), QStringLiteral("Overview"));
    window.addTab(lineCharts(), QStringLiteral("Lines"));
    window.addTab(page({barChart(18), barChart(60)}, QBoxLayout::LeftToRight), QStringLiteral("Bars"));
    window.addTab(page({matrix(3, MatrixScale::PerTrueClass), matrix(100, MatrixScale::Counts)},
                       QBoxLayout::LeftToRight),
                  QStringLiteral("Matrices"));
    window.addTab(pictures(), QStringLiteral("Pictures"));
    window.addTab(emptyStates(), QStringLiteral("Small parts"));
}

} // namespace nakama::gallery
