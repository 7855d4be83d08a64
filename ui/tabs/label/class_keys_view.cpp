#include "ui/tabs/label/class_keys_view.h"

#include "ui/viewmodels/convert.h"

#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace nakama
{

namespace
{

enum Column { KeyColumn, NameColumn, ProbabilityColumn };

} // namespace

ClassKeysView::ClassKeysView(QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(3);
    setHeaderLabels({tr("Key"), tr("Class"), tr("Likely")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(SingleSelection);
    setFocusPolicy(Qt::NoFocus); // keys are for the picture
    setAccessibleName(tr("Classes and their keys"));
    setHeaderHidden(true); // eighteen classes need the room
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(KeyColumn, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(ProbabilityColumn, QHeaderView::ResizeToContents);
    setColumnHidden(ProbabilityColumn, true);
    connect(this, &QTreeWidget::itemClicked, this,
            [this](QTreeWidgetItem* item) { Q_EMIT classClicked(indexOfTopLevelItem(item)); });
}

void ClassKeysView::setClasses(const LabelKeys& keys, const QStringList& names)
{
    clear();
    for (qsizetype i = 0; i < names.size(); ++i) {
        QStringList pressed;
        for (const QChar key : toQString(keys.of(static_cast<std::size_t>(i))))
            pressed << key.toUpper();
        auto* item = new QTreeWidgetItem(this, {pressed.join(QLatin1Char(' ')), names[i], QString()});
        item->setTextAlignment(KeyColumn, Qt::AlignCenter);
        item->setTextAlignment(ProbabilityColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void ClassKeysView::setSuggestions(const std::vector<SuggestedClass>& suggestions)
{
    setColumnHidden(ProbabilityColumn, suggestions.empty());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const auto found =
            std::find_if(suggestions.begin(), suggestions.end(),
                         [&](const SuggestedClass& suggested) { return suggested.classIndex == i; });
        auto* item = topLevelItem(i);
        item->setText(ProbabilityColumn,
                      found == suggestions.end()
                          ? QString()
                          : tr("%1 %").arg(QLocale().toString(100 * found->probability, 'f', 0)));
        const bool first = !suggestions.empty() && found == suggestions.begin();
        item->setFont(NameColumn, first ? strong : font());
        item->setFont(ProbabilityColumn, first ? strong : font());
    }
}

void ClassKeysView::show(const LabelInput& input, int answered)
{
    const auto matches = input.matches();
    const bool narrowed = !input.typed().isEmpty();
    for (int i = 0; i < topLevelItemCount(); ++i) {
        const bool matching =
            std::find(matches.begin(), matches.end(), static_cast<std::size_t>(i)) != matches.end();
        topLevelItem(i)->setDisabled(narrowed && !matching);
    }
    int chosen = narrowed ? -1 : answered;
    if (input.isName() && !matches.empty())
        chosen = static_cast<int>(matches.front()); // what Enter takes
    if (chosen < 0) {
        clearSelection();
        return;
    }
    setCurrentItem(topLevelItem(chosen));
    scrollToItem(topLevelItem(chosen));
}

} // namespace nakama
