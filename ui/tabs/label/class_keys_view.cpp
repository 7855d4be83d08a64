#include "ui/tabs/label/class_keys_view.h"

#include "ui/viewmodels/convert.h"

#include <QHeaderView>

#include <algorithm>

namespace nakama
{

namespace
{

enum Column { KeyColumn, NameColumn };

} // namespace

ClassKeysView::ClassKeysView(QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderLabels({tr("Key"), tr("Class")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(SingleSelection);
    setFocusPolicy(Qt::NoFocus); // keys are for the picture
    setAccessibleName(tr("Classes and their keys"));
    header()->setSectionResizeMode(KeyColumn, QHeaderView::ResizeToContents);
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
        auto* item = new QTreeWidgetItem(this, {pressed.join(QLatin1Char(' ')), names[i]});
        item->setTextAlignment(KeyColumn, Qt::AlignCenter);
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
