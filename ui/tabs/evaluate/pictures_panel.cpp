#include "ui/tabs/evaluate/pictures_panel.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/image_list_model.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int firstThumbnail = 112;

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 0) + QStringLiteral(" %");
}

} // namespace

bool PictureChoice::matches(const PredictedPicture& picture) const
{
    return (kind == Kind::All || picture.isMistake()) && (!trueClass || picture.trueClass == *trueClass) &&
           (!predictedClass || picture.predictedClass == *predictedClass);
}

PicturesPanel::PicturesPanel(QWidget* parent)
    : QWidget(parent), m_headline(new QLabel(this)), m_allMistakes(new QToolButton(this)),
      m_model(new ImageListModel(this)), m_grid(new ImageGrid(this)),
      m_empty(new EmptyState(EmptyState::Drops::Refused, this)), m_pages(new QStackedWidget(this))
{
    m_headline->setWordWrap(true);
    m_allMistakes->setText(tr("All mistakes"));
    m_allMistakes->setAutoRaise(true);
    m_grid->setModel(m_model);
    m_grid->setThumbnailSize(firstThumbnail);
    m_empty->setIcon(icon(Icon::Pictures));
    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_empty);

    auto* const size = new QSlider(Qt::Horizontal, this);
    size->setRange(ImageGrid::smallestThumbnail, ImageGrid::largestThumbnail);
    size->setValue(m_grid->thumbnailSize());
    size->setAccessibleName(tr("Size of the pictures"));
    size->setToolTip(tr("Size of the pictures"));
    size->setMaximumWidth(110);
    connect(size, &QSlider::valueChanged, m_grid, &ImageGrid::setThumbnailSize);
    connect(m_grid, &ImageGrid::thumbnailSizeChanged, size, &QSlider::setValue);
    connect(m_allMistakes, &QToolButton::clicked, this, [this] { show({}); });
    connect(m_grid, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { open(index.row()); });

    auto* const top = new QHBoxLayout;
    top->addWidget(m_headline, 1);
    top->addWidget(m_allMistakes);
    top->addWidget(size);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
}

void PicturesPanel::setPictures(std::vector<PredictedPicture> pictures, const QStringList& classes,
                                const QString& problem)
{
    m_pictures = std::move(pictures);
    std::stable_sort(m_pictures.begin(), m_pictures.end(),
                     [](const PredictedPicture& a, const PredictedPicture& b) {
                         return a.predictedProbability > b.predictedProbability;
                     });
    m_classes = classes;
    m_problem = problem;
    show({});
}

void PicturesPanel::show(const PictureChoice& choice)
{
    std::vector<ImageItem> items;
    for (const auto& picture : m_pictures) {
        if (!choice.matches(picture))
            continue;
        const QString name = toQString(picture.name);
        items.push_back(
            {picture.file,
             percent(picture.predictedProbability) + QStringLiteral("  ") +
                 name.section(QLatin1Char('/'), -1),
             tr("%1\nPredicted %2: %3\nTrue %4: %5")
                 .arg(name, className(picture.predictedClass), percent(picture.predictedProbability),
                      className(picture.trueClass), percent(picture.trueProbability))});
    }
    const int count = static_cast<int>(items.size());
    m_model->setItems(std::move(items));
    m_grid->scrollToTop();
    m_pages->setCurrentIndex(count > 0 ? 0 : 1);
    const bool allRight = !m_pictures.empty() && !choice.trueClass && !choice.predictedClass;
    m_empty->setHeadline(!m_problem.isEmpty() ? tr("The pictures cannot be listed")
                         : allRight           ? tr("No mistakes")
                                              : tr("No pictures here"));
    m_empty->setSentence(m_problem.isEmpty() ? tr("Choose a cell of the matrix to see its pictures.")
                                             : m_problem);
    m_headline->setText(headlineFor(choice, count));
    m_allMistakes->setVisible(choice.trueClass || choice.predictedClass);
}

int PicturesPanel::shownCount() const
{
    return m_model->rowCount();
}

QString PicturesPanel::headline() const
{
    return m_headline->text();
}

QString PicturesPanel::className(int index) const
{
    return index < 0 ? tr("unknown") : m_classes.value(index);
}

QString PicturesPanel::headlineFor(const PictureChoice& choice, int count) const
{
    const QString number = QLocale().toString(count);
    if (choice.trueClass && choice.predictedClass)
        return tr("True %1, predicted %2 (%3)")
            .arg(className(*choice.trueClass), className(*choice.predictedClass), number);
    if (choice.trueClass)
        return tr("True %1, not recognised (%2)").arg(className(*choice.trueClass), number);
    return tr("Mistakes, the most certain first (%1)").arg(number);
}

void PicturesPanel::open(int row) const
{
    const auto& item = m_model->items().at(static_cast<std::size_t>(row));
    if (!item.file.empty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(item.file)));
}

} // namespace nakama
