#include "ui/tabs/evaluate/pictures_panel.h"

#include "ui/tabs/evaluate/picture_edit_bar.h"
#include "ui/tabs/evaluate/predicted_pictures_model.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

constexpr int firstThumbnail = 112;

} // namespace

PicturesPanel::PicturesPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_list(new QComboBox(this)), m_widen(new QToolButton(this)), m_headline(new QLabel(this)),
      m_model(new PredictedPicturesModel(this)), m_grid(new ImageGrid(this)),
      m_empty(new EmptyState(EmptyState::Drops::Refused, this)), m_pages(new QStackedWidget(this)),
      m_edits(new PictureEditBar(*m_grid, this))
{
    m_grid->setModel(m_model);
    m_grid->setCaptionLines(2);
    m_grid->setThumbnailSize(firstThumbnail);
    m_empty->setIcon(icon(Icon::Pictures));
    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_empty);
    m_headline->setWordWrap(true);

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addLayout(makeTop());
    layout->addWidget(m_headline);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_edits);

    connect(&m_selection, &PictureSelection::changed, this, &PicturesPanel::show);
    connect(m_grid, &QAbstractItemView::activated, this, &PicturesPanel::open);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PicturesPanel::updateActions);
    auto* const back = new QShortcut(Qt::Key_Escape, this, this, &PicturesPanel::left);
    back->setContext(Qt::WidgetWithChildrenShortcut);
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu); // what the bar has added to it
    show();
}

QLayout* PicturesPanel::makeTop()
{
    const auto add = [this](PictureList list, const QString& text, const QString& meaning) {
        m_list->addItem(text, static_cast<int>(list));
        m_list->setItemData(m_list->count() - 1, meaning, Qt::ToolTipRole);
    };
    add(PictureList::ConfidentMistakes, tr("Mistakes, the surest first"),
        tr("Wrong answers by the probability that they were given"));
    add(PictureList::LargestLosses, tr("Largest losses"),
        tr("Pictures by how little probability their true class was given"));
    add(PictureList::SuspectedLabels, tr("Suspected wrong labels"),
        tr("Labels that the model contradicts more surely than is usual for the class (confident learning)"));
    add(PictureList::NearBorder, tr("Near the border"),
        tr("Pictures whose two likeliest classes are almost equally likely"));
    add(PictureList::All, tr("All pictures"), tr("Right answers too, the surest first"));
    m_list->setAccessibleName(tr("List of pictures"));
    connect(m_list, &QComboBox::activated, this,
            [this] { m_selection.chooseList(static_cast<PictureList>(m_list->currentData().toInt())); });

    m_widen->setText(tr("Show all"));
    m_widen->setToolTip(tr("Of all classes, not only of what is chosen"));
    m_widen->setAutoRaise(true);
    connect(m_widen, &QToolButton::clicked, &m_selection, &PictureSelection::widen);

    auto* const size = new QSlider(Qt::Horizontal, this);
    size->setRange(ImageGrid::smallestThumbnail, ImageGrid::largestThumbnail);
    size->setValue(m_grid->thumbnailSize());
    size->setAccessibleName(tr("Size of the pictures"));
    size->setToolTip(tr("Size of the pictures"));
    size->setMaximumWidth(90);
    connect(size, &QSlider::valueChanged, m_grid, &ImageGrid::setThumbnailSize);
    connect(m_grid, &ImageGrid::thumbnailSizeChanged, size, &QSlider::setValue);

    auto* const top = new QHBoxLayout;
    top->addWidget(m_list);
    top->addWidget(m_widen);
    top->addStretch();
    top->addWidget(size);
    return top;
}

void PicturesPanel::setPictures(std::shared_ptr<const EvaluatedPictures> pictures,
                                std::vector<PictureNow> now, const QString& problem)
{
    m_pictures = std::move(pictures);
    m_model->setPictures(m_pictures, std::move(now));
    m_problem = problem;
    show();
}

void PicturesPanel::setNow(std::vector<PictureNow> now)
{
    m_model->setNow(std::move(now));
    updateActions();
}

void PicturesPanel::show()
{
    const auto& choice = m_selection.choice();
    m_shown.clear();
    for (const auto number : m_pictures->list(choice.list))
        if (choice.matches(m_pictures->pictures()[number], number))
            m_shown.push_back(number);
    m_model->setRows(m_shown);
    m_grid->scrollToTop();
    m_list->setCurrentIndex(m_list->findData(static_cast<int>(choice.list)));
    m_widen->setVisible(choice.isNarrowed());
    m_pages->setCurrentIndex(m_shown.empty() ? 1 : 0);
    const bool any = !m_pictures->pictures().empty();
    m_empty->setHeadline(!m_problem.isEmpty()          ? tr("The pictures cannot be listed")
                         : any && !choice.isNarrowed() ? tr("None of these")
                                                       : tr("No pictures here"));
    m_empty->setSentence(!m_problem.isEmpty() ? m_problem
                         : choice.isNarrowed() && choice.list != PictureList::All
                             ? tr("Another list may have pictures of what is chosen.")
                             : tr("Choose a cell of the matrix to see its pictures."));
    updateHeadline();
    updateActions();
}

bool PicturesPanel::focusPictures()
{
    if (m_shown.empty())
        return false;
    m_grid->setCurrentIndex(m_model->index(0)); // selected: what is done next is done to it
    m_grid->setFocus(Qt::OtherFocusReason);
    return true;
}

int PicturesPanel::shownCount() const
{
    return m_model->rowCount();
}

QString PicturesPanel::listName() const
{
    switch (m_selection.choice().list) {
    case PictureList::All:
        return QStringLiteral("pictures");
    case PictureList::ConfidentMistakes:
        return QStringLiteral("mistakes");
    case PictureList::LargestLosses:
        return QStringLiteral("largest-losses");
    case PictureList::SuspectedLabels:
        return QStringLiteral("suspected-labels");
    case PictureList::NearBorder:
        return QStringLiteral("near-the-border");
    }
    return {};
}

QImage PicturesPanel::picture() const
{
    return m_grid->viewport()->grab().toImage();
}

QString PicturesPanel::headline() const
{
    return m_headline->text();
}

QString PicturesPanel::className(int index) const
{
    return toQString(m_pictures->classes()[static_cast<std::size_t>(index)]);
}

void PicturesPanel::updateHeadline()
{
    const auto& choice = m_selection.choice();
    const QLocale locale;
    QStringList parts;
    if (choice.trueClass)
        parts << tr("True %1").arg(className(*choice.trueClass));
    if (choice.predictedClass)
        parts << tr("Predicted %1").arg(className(*choice.predictedClass));
    if (choice.confidence)
        parts << tr("%1–%2 % sure")
                     .arg(locale.toString(100 * choice.confidence->low, 'f', 0),
                          locale.toString(100 * choice.confidence->high, 'f', 0));
    if (choice.threshold)
        parts << tr("%1 at least %2 % likely", "a class, a probability")
                     .arg(className(choice.threshold->classIndex),
                          locale.toString(100 * choice.threshold->atLeast, 'f', 1));
    else if (choice.picked)
        parts << tr("Picked on the map");
    parts << tr("%n picture(s)", nullptr, static_cast<int>(m_shown.size()));
    m_headline->setText(parts.join(QStringLiteral(" · ")));
}

std::vector<std::int64_t> PicturesPanel::selectedIds() const
{
    std::vector<std::int64_t> ids;
    for (const int row : m_grid->selectedRows())
        if (const auto id = m_model->nowAt(row).imageId; id != 0)
            ids.push_back(id);
    return ids;
}

QString PicturesPanel::agreedPrediction() const
{
    const auto rows = m_grid->selectedRows();
    const auto predicted = [this](int row) {
        return m_pictures->pictures()[m_model->numberAt(row)].predictedClass;
    };
    if (rows.isEmpty())
        return {};
    const int first = predicted(rows.first());
    const bool agreed =
        first >= 0 && std::all_of(rows.begin(), rows.end(), [&](int row) { return predicted(row) == first; });
    return agreed ? className(first) : QString();
}

void PicturesPanel::updateActions()
{
    m_edits->setPictures(selectedIds(), agreedPrediction());
}

void PicturesPanel::open(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT pictureRequested(m_shown, index.row());
}

} // namespace nakama
