#include "ui/tabs/evaluate/pictures_panel.h"

#include "ui/tabs/evaluate/predicted_pictures_model.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSlider>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

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
      m_labelMenu(new QMenu(this)), m_undo(new QToolButton(this))
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
    layout->addLayout(makeActions());

    connect(&m_selection, &PictureSelection::changed, this, &PicturesPanel::show);
    connect(m_grid, &QAbstractItemView::activated, this, &PicturesPanel::open);
    connect(m_grid->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PicturesPanel::updateActions);
    setUndo({});
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

QToolButton* PicturesPanel::addAction(QLayout& row, const QString& text, const QString& toolTip,
                                      const QKeySequence& shortcut, void (PicturesPanel::*slot)())
{
    auto* const action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(toolTip + QStringLiteral(" (") + shortcut.toString(QKeySequence::NativeText) +
                       QLatin1Char(')'));
    m_grid->addAction(action); // also its context menu
    connect(action, &QAction::triggered, this, slot);
    auto* const button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    row.addWidget(button);
    return button;
}

QLayout* PicturesPanel::makeActions()
{
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* const row = new QHBoxLayout;
    m_relabel = addAction(*row, tr("Change label…"), tr("Gives the selected pictures another class"),
                          Qt::Key_L, &PicturesPanel::openLabels);
    m_several = addAction(*row, tr("Several characters"),
                          tr("Marks the selected pictures as showing no single character, which takes them "
                             "out of use"),
                          Qt::Key_M, &PicturesPanel::markSeveral);
    m_exclude = addAction(*row, tr("Exclude"), tr("Takes the selected pictures out of use"), Qt::Key_Delete,
                          &PicturesPanel::exclude);
    m_undo->setText(tr("Undo"));
    m_undo->setFocusPolicy(Qt::StrongFocus);
    connect(m_undo, &QToolButton::clicked, this, &PicturesPanel::undoRequested);
    row->addStretch();
    row->addWidget(m_undo);
    return row;
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

void PicturesPanel::setLabels(const QStringList& labels)
{
    m_labels = labels;
}

void PicturesPanel::setUndo(const QString& edit)
{
    m_undo->setEnabled(!edit.isEmpty());
    m_undo->setToolTip(edit.isEmpty() ? tr("Nothing was changed yet") : tr("Takes back: %1").arg(edit));
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
    if (choice.picked)
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

void PicturesPanel::updateActions()
{
    const bool any = !selectedIds().empty();
    for (QToolButton* const button : {m_relabel, m_several, m_exclude})
        button->defaultAction()->setEnabled(any);
}

void PicturesPanel::fillLabels()
{
    m_labelMenu->clear();
    // What the model says is what a wrong label most often should be.
    const auto rows = m_grid->selectedRows();
    const auto predicted = [this](int row) {
        return m_pictures->pictures()[m_model->numberAt(row)].predictedClass;
    };
    const int first = rows.isEmpty() ? -1 : predicted(rows.first());
    const bool agreed =
        first >= 0 && std::all_of(rows.begin(), rows.end(), [&](int row) { return predicted(row) == first; });
    const auto add = [this](int label, const QString& text) {
        m_labelMenu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                               [this, label] { relabel(label); });
    };
    if (const auto label = agreed ? m_labels.indexOf(className(first)) : -1; label >= 0) {
        add(static_cast<int>(label), tr("%1, as predicted").arg(m_labels[label]));
        m_labelMenu->addSeparator();
    }
    for (int label = 0; label < m_labels.size(); ++label)
        add(label, m_labels[label]);
}

void PicturesPanel::openLabels()
{
    fillLabels();
    m_labelMenu->popup(m_relabel->mapToGlobal(QPoint(0, 0)));
    m_labelMenu->setActiveAction(m_labelMenu->actions().value(0));
}

void PicturesPanel::relabel(int label)
{
    if (const auto ids = selectedIds(); !ids.empty())
        Q_EMIT editRequested(relabelPictures(ids, label));
}

void PicturesPanel::markSeveral()
{
    if (const auto ids = selectedIds(); !ids.empty())
        Q_EMIT editRequested(markPictures(ids, PictureMark::SeveralCharacters));
}

void PicturesPanel::exclude()
{
    if (const auto ids = selectedIds(); !ids.empty())
        Q_EMIT editRequested(excludePictures(ids));
}

void PicturesPanel::open(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT pictureRequested(m_shown, index.row());
}

} // namespace nakama
