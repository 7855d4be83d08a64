#include "ui/tabs/dataset/filter_bar.h"

#include "ui/tabs/dataset/filter_chips.h"
#include "ui/tabs/dataset/flow_layout.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

#include <initializer_list>

namespace nakama
{

namespace
{

constexpr int chipSpacing = 6;

} // namespace

FilterBar::FilterBar(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_text(new QLineEdit), m_menu(new QMenu(this)),
      m_order(new QComboBox), m_chips(new QWidget), m_chipRow(new FlowLayout(m_chips, chipSpacing))
{
    m_filter.use = UseState::NotInBin;
    m_text->setPlaceholderText(tr("Search names and tags"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    auto* typed = new QTimer(this);
    typed->setSingleShot(true);
    typed->setInterval(200);
    connect(m_text, &QLineEdit::textChanged, typed, qOverload<>(&QTimer::start));
    connect(typed, &QTimer::timeout, this, [this] {
        m_filter.text = toStdString(m_text->text());
        Q_EMIT changed();
    });

    auto* button = new QPushButton(tr("Fil&ter"));
    button->setObjectName(QStringLiteral("filter"));
    button->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);

    for (const auto& [order, text] :
         {std::pair{ImageOrder::Oldest, tr("Oldest first")},
          std::pair{ImageOrder::Newest, tr("Newest first")}, std::pair{ImageOrder::Name, tr("By name")},
          std::pair{ImageOrder::Class, tr("By class")},
          std::pair{ImageOrder::LargestFirst, tr("Largest first")},
          std::pair{ImageOrder::SmallestFirst, tr("Smallest first")},
          std::pair{ImageOrder::Source, tr("By source")}})
        m_order->addItem(text, static_cast<int>(order));
    m_order->setAccessibleName(tr("Order of the pictures"));
    connect(m_order, &QComboBox::currentIndexChanged, this, &FilterBar::changed);

    auto* row = new QHBoxLayout;
    row->addWidget(m_text, 1);
    row->addWidget(button);
    row->addWidget(m_order);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(m_chips);
    showChips();
}

ImageOrder FilterBar::order() const
{
    return static_cast<ImageOrder>(m_order->currentData().toInt());
}

void FilterBar::setFilter(const ImageFilter& filter, const QString& amongText)
{
    m_filter = filter;
    m_amongText = amongText;
    const QSignalBlocker blocker(m_text);
    m_text->setText(toQString(filter.text));
    showChips();
    Q_EMIT changed();
}

void FilterBar::apply(const Change& change)
{
    change(m_filter);
    showChips();
    Q_EMIT changed();
}

void FilterBar::addChoice(QMenu* menu, const QString& text, Change change)
{
    // An ampersand of a name is no mnemonic.
    connect(menu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&"))),
            &QAction::triggered, this, [this, change = std::move(change)] { apply(change); });
}

template<typename T>
void FilterBar::addTick(QMenu* menu, const QString& text, AnyOf<T> ImageFilter::*field, const T& value)
{
    auto* action = menu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked((m_filter.*field).contains(value));
    connect(action, &QAction::triggered, this, [this, field, value] {
        apply([field, value](ImageFilter& filter) { (filter.*field).toggle(value); });
    });
}

void FilterBar::fillMenu()
{
    m_menu->clear();
    const auto& snapshot = m_session.snapshot();
    auto* menu = m_menu->addMenu(tr("&Class"));
    for (int index = 0; index < static_cast<int>(snapshot.classes.size()); ++index)
        addTick(menu, classText(index, snapshot.classes), &ImageFilter::classIndex, index);
    menu->addSeparator();
    addTick(menu, classText(-1, snapshot.classes), &ImageFilter::classIndex, -1);
    menu = m_menu->addMenu(tr("&Label"));
    for (const auto& [state, text] : {std::pair{LabelState::Labelled, tr("With a label")},
                                      std::pair{LabelState::Unlabelled, tr("Without a label")},
                                      std::pair{LabelState::ByHand, tr("Labelled by hand")}})
        addChoice(menu, text, [state = state](ImageFilter& filter) { filter.label = state; });
    for (const auto mark : {PictureMark::SeveralCharacters, PictureMark::NoneOfThese, PictureMark::Unsure})
        addChoice(menu, tr("Marked “%1”").arg(markText(mark)),
                  [mark](ImageFilter& filter) { filter.mark = mark; });
    menu = m_menu->addMenu(tr("&Source"));
    for (const auto& [source, count] : snapshot.counts.perSource)
        addTick(menu, toQString(source), &ImageFilter::source, source);
    fillSplit(m_menu->addMenu(tr("S&plit")));
    menu = m_menu->addMenu(tr("Si&ze"));
    for (const auto& side : sideRanges())
        addTick(menu, sideText(side), &ImageFilter::side, side);
    menu = m_menu->addMenu(tr("&Rating"));
    for (const char* rating : {"g", "s", "q", "e"})
        addChoice(menu, ratingText(rating), [rating](ImageFilter& filter) { filter.rating = rating; });
    menu = m_menu->addMenu(tr("C&opies"));
    for (const auto state : {CopyState::HasCopies, CopyState::Keeper, CopyState::Copy, CopyState::Single})
        addChoice(menu, copyStateText(state), [state](ImageFilter& filter) { filter.copies = state; });
    menu = m_menu->addMenu(tr("&Use"));
    for (const auto state : {UseState::InUse, UseState::SetAside, UseState::Marked, UseState::Bin})
        addChoice(menu, useText(state), [state](ImageFilter& filter) { filter.use = state; });
}

void FilterBar::fillSplit(QMenu* menu)
{
    for (const auto part : {SplitPart::Train, SplitPart::Val, SplitPart::Test})
        addChoice(menu, splitPartText(part), [part](ImageFilter& filter) { filter.split = part; });
    addChoice(menu, tr("Not split"), [](ImageFilter& filter) { filter.split.emplace(std::nullopt); });
    menu->addSeparator();
    for (const auto pool : {Pool::Pool, Pool::TrueTest})
        addChoice(menu, tr("In %1", "a pool").arg(poolText(pool)),
                  [pool](ImageFilter& filter) { filter.pool = pool; });
}

void FilterBar::showChips()
{
    while (QLayoutItem* item = m_chipRow->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto chips = filterChips(m_filter, m_session.snapshot().classes, m_amongText);
    for (const auto& chip : chips) {
        auto* button = new QToolButton;
        button->setObjectName(QStringLiteral("chip"));
        button->setText(QString(chip.text).replace(QLatin1Char('&'), QStringLiteral("&&")) +
                        QStringLiteral("  ✕"));
        button->setToolTip(tr("Remove this filter"));
        button->setAccessibleName(tr("Remove the filter %1").arg(chip.text));
        connect(button, &QToolButton::clicked, this, [this, clear = chip.clear] { apply(clear); });
        m_chipRow->addWidget(button);
    }
    m_chips->setVisible(!chips.empty());
}

} // namespace nakama
