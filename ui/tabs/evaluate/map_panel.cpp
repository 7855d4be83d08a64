#include "ui/tabs/evaluate/map_panel.h"

#include "ui/tabs/evaluate/map_legend.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/scatter_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

enum Coloring { ByTrueClass, ByPrediction, ByCorrectness };

} // namespace

MapPanel::MapPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_coloring(new QComboBox(this)), m_method(new QComboBox(this)),
      m_make(new QPushButton(tr("Ma&ke the map"), this)), m_view(new ScatterView(this)),
      m_legend(new MapLegend(this))
{
    m_view->setToolTip(tr("Draw a loop around pictures to see them; arrow keys, Space and Enter do it too"));
    m_view->setDescription([this](int point) { return describe(point); });
    m_legend->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(makeTop());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_legend);
    connect(m_coloring, &QComboBox::currentIndexChanged, this, &MapPanel::color);
    connect(m_make, &QPushButton::clicked, this,
            [this] { Q_EMIT mapRequested(static_cast<ProjectionMethod>(m_method->currentData().toInt())); });
    connect(m_view, &ScatterView::picked, this, &MapPanel::pick);
    connect(m_view, &ScatterView::activated, this, &MapPanel::open);
    connect(m_legend, &MapLegend::categoryChosen, this, &MapPanel::chooseCategory);
    connect(&m_selection, &PictureSelection::changed, this, &MapPanel::showChoice);
}

QLayout* MapPanel::makeTop()
{
    m_coloring->addItem(tr("Mistakes in orange"), ByCorrectness);
    m_coloring->addItem(tr("Colour by true class"), ByTrueClass);
    m_coloring->addItem(tr("Colour by predicted class"), ByPrediction);
    m_coloring->setAccessibleName(tr("What the colours mean"));
    const auto addMethod = [this](ProjectionMethod method, const QString& name, const QString& meaning) {
        m_method->addItem(name, static_cast<int>(method));
        m_method->setItemData(m_method->count() - 1, meaning, Qt::ToolTipRole);
    };
    addMethod(ProjectionMethod::Neighbours, QStringLiteral("UMAP"),
              tr("Keeps near what is near; distances far apart say nothing"));
    addMethod(ProjectionMethod::Principal, QStringLiteral("PCA"),
              tr("The two directions in which the pictures differ most; quick, and distances count"));
    m_method->setAccessibleName(tr("How the map is laid out"));
    m_method->setToolTip(m_method->accessibleName());
    for (QComboBox* const box : {m_coloring, m_method})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* const top = new QHBoxLayout;
    top->addWidget(m_coloring);
    top->addStretch();
    top->addWidget(m_method);
    top->addWidget(m_make);
    return top;
}

void MapPanel::setPictures(std::shared_ptr<const EvaluatedPictures> pictures)
{
    m_pictures = std::move(pictures);
    setMap({});
}

void MapPanel::setStatus(const QString& text, bool canMake)
{
    m_view->setPlaceholder(text);
    m_make->setEnabled(canMake);
}

void MapPanel::setMap(PictureMap map)
{
    m_map = std::move(map);
    m_view->setPoints(m_map.places);
    color();
}

int MapPanel::categoryOf(std::size_t number) const
{
    const auto& picture = m_pictures->pictures()[number];
    switch (m_coloring->currentData().toInt()) {
    case ByTrueClass:
        return picture.trueClass;
    case ByPrediction:
        return picture.predictedClass;
    default:
        return picture.isMistake() ? 1 : 0;
    }
}

void MapPanel::color()
{
    const bool byClass = m_coloring->currentData().toInt() != ByCorrectness;
    const QStringList answers{tr("Right answers"), tr("Mistakes")};
    QStringList names(byClass ? static_cast<qsizetype>(m_pictures->classes().size()) : answers.size());
    std::vector<int> categories;
    for (const auto number : m_map.numbers) {
        const int category = categoryOf(number);
        categories.push_back(category);
        if (category >= 0)
            names[category] = byClass ? toQString(m_pictures->classes()[static_cast<std::size_t>(category)])
                                      : answers[category];
    }
    m_view->setColors(std::move(categories));
    m_legend->setCategories(names);
    m_legend->setVisible(!m_map.numbers.empty());
    showChoice();
}

void MapPanel::chooseCategory(int category)
{
    switch (m_coloring->currentData().toInt()) {
    case ByTrueClass:
        return m_selection.chooseClass(category);
    case ByPrediction:
        return m_selection.choosePredicted(category);
    default: {
        std::vector<bool> points;
        for (const auto number : m_map.numbers)
            points.push_back(categoryOf(number) == category);
        pick(points);
    }
    }
}

void MapPanel::showChoice()
{
    const auto& choice = m_selection.choice();
    std::vector<bool> standOut;
    for (std::size_t i = 0; choice.isNarrowed() && i < m_map.numbers.size(); ++i)
        standOut.push_back(choice.matches(m_pictures->pictures()[m_map.numbers[i]], m_map.numbers[i]));
    m_view->setPicked(std::move(standOut));
    const int coloring = m_coloring->currentData().toInt();
    if (coloring != ByCorrectness)
        m_legend->setCurrentCategory(
            (coloring == ByTrueClass ? choice.trueClass : choice.predictedClass).value_or(-1));
    else if (!choice.picked)
        m_legend->setCurrentCategory(-1);
}

void MapPanel::pick(const std::vector<bool>& points)
{
    std::vector<bool> pictures(m_pictures->pictures().size(), false);
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i])
            pictures[m_map.numbers[i]] = true;
    const bool any = std::find(points.begin(), points.end(), true) != points.end();
    m_selection.choosePicked(any ? std::make_shared<const std::vector<bool>>(std::move(pictures)) : nullptr);
}

void MapPanel::open(int point)
{
    const auto& choice = m_selection.choice();
    std::vector<std::size_t> numbers;
    int place = 0;
    for (int i = 0; i < static_cast<int>(m_map.numbers.size()); ++i) {
        const auto number = m_map.numbers[static_cast<std::size_t>(i)];
        if (i == point)
            place = static_cast<int>(numbers.size());
        if (i == point || choice.matches(m_pictures->pictures()[number], number))
            numbers.push_back(number);
    }
    Q_EMIT pictureRequested(numbers, place);
}

QString MapPanel::describe(int point) const
{
    const auto& picture = m_pictures->pictures()[m_map.numbers[static_cast<std::size_t>(point)]];
    const auto name = [this](int index) {
        return index < 0 ? tr("unknown") : toQString(m_pictures->classes()[static_cast<std::size_t>(index)]);
    };
    return tr("%1\nTrue %2, predicted %3", "name of a picture, classes")
        .arg(toQString(picture.name), name(picture.trueClass), name(picture.predictedClass));
}

Drawing MapPanel::drawing() const
{
    const Drawing map = m_view->drawing();
    const Drawing legend = m_legend->drawing();
    const QSize size(map.size.width() + legend.size.width(),
                     std::max(map.size.height(), legend.size.height()));
    return {size, map.background, [map, legend](QPainter& painter) {
                painter.save();
                map.paint(painter);
                painter.restore();
                painter.translate(map.size.width(), 0);
                legend.paint(painter);
            }};
}

} // namespace nakama
