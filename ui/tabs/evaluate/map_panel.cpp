#include "ui/tabs/evaluate/map_panel.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/scatter_view.h"

#include <QComboBox>
#include <QHBoxLayout>
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
      m_coloring(new QComboBox(this)), m_make(new QPushButton(tr("Ma&ke the map"), this)),
      m_view(new ScatterView(this))
{
    m_coloring->addItem(tr("Mistakes in orange"), ByCorrectness);
    m_coloring->addItem(tr("Colour by true class"), ByTrueClass);
    m_coloring->addItem(tr("Colour by predicted class"), ByPrediction);
    m_coloring->setAccessibleName(tr("What the colours mean"));
    m_view->setToolTip(tr("Draw a loop around pictures to see them"));
    m_view->setDescription([this](int point) { return describe(point); });
    auto* const top = new QHBoxLayout;
    top->addWidget(m_coloring);
    top->addStretch();
    top->addWidget(m_make);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    connect(m_coloring, &QComboBox::currentIndexChanged, this, &MapPanel::color);
    connect(m_make, &QPushButton::clicked, this, &MapPanel::mapRequested);
    connect(m_view, &ScatterView::picked, this, &MapPanel::pick);
    connect(&m_selection, &PictureSelection::changed, this, &MapPanel::showChoice);
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
    showChoice();
}

void MapPanel::color()
{
    std::vector<int> colors;
    for (const auto number : m_map.numbers) {
        const auto& picture = m_pictures->pictures()[number];
        switch (m_coloring->currentData().toInt()) {
        case ByTrueClass:
            colors.push_back(picture.trueClass);
            break;
        case ByPrediction:
            colors.push_back(picture.predictedClass);
            break;
        default:
            colors.push_back(picture.isMistake() ? 1 : 0);
        }
    }
    m_view->setColors(std::move(colors));
}

void MapPanel::showChoice()
{
    const auto& choice = m_selection.choice();
    std::vector<bool> standOut;
    for (std::size_t i = 0; choice.isNarrowed() && i < m_map.numbers.size(); ++i)
        standOut.push_back(choice.matches(m_pictures->pictures()[m_map.numbers[i]], m_map.numbers[i]));
    m_view->setPicked(std::move(standOut));
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
    return m_view->drawing();
}

} // namespace nakama
