#include "ui/tabs/dataset/filter_chips.h"

#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"

#include <QCoreApplication>

namespace nakama
{

namespace
{

struct FilterText
{
    Q_DECLARE_TR_FUNCTIONS(nakama::FilterText)
};

QString labelStateText(LabelState state)
{
    switch (state) {
    case LabelState::Labelled:
        return FilterText::tr("With a label");
    case LabelState::Unlabelled:
        return FilterText::tr("Without a label");
    case LabelState::ByHand:
        break;
    }
    return FilterText::tr("Labelled by hand");
}

} // namespace

QString classText(int classIndex, const std::vector<ClassInfo>& classes)
{
    const auto index = static_cast<std::size_t>(classIndex);
    if (classIndex < 0 || index >= classes.size())
        return FilterText::tr("Without a label");
    return toQString(classes[index].displayName.empty() ? classes[index].name : classes[index].displayName);
}

QString useText(UseState state)
{
    switch (state) {
    case UseState::InUse:
        return FilterText::tr("In use");
    case UseState::NotInBin:
        return FilterText::tr("Not in the bin");
    case UseState::SetAside:
        return FilterText::tr("Excluded or set aside");
    case UseState::Marked:
        return FilterText::tr("Marked");
    case UseState::Bin:
        break;
    }
    return FilterText::tr("In the bin");
}

QString copyStateText(CopyState state)
{
    switch (state) {
    case CopyState::HasCopies:
        return FilterText::tr("In a group of copies");
    case CopyState::Keeper:
        return FilterText::tr("Best of its copies");
    case CopyState::Copy:
        return FilterText::tr("Copy of another");
    case CopyState::Single:
        break;
    }
    return FilterText::tr("Without copies");
}

QString ratingText(const std::string& rating)
{
    if (rating == "g")
        return FilterText::tr("General");
    if (rating == "s")
        return FilterText::tr("Sensitive");
    return rating == "q" ? FilterText::tr("Questionable") : FilterText::tr("Explicit");
}

QString sideText(const SideRange& side)
{
    if (side.to == 0)
        return FilterText::tr("Shorter side from %1 px").arg(side.from);
    return side.from == 0 ? FilterText::tr("Shorter side to %1 px").arg(side.to)
                          : FilterText::tr("Shorter side %1 to %2 px").arg(side.from).arg(side.to);
}

std::vector<SideRange> sideRanges()
{
    return {{0, 63}, {64, 127}, {128, 223}, {224, 511}, {512, 1023}, {1024, 0}};
}

std::vector<FilterChip> filterChips(const ImageFilter& filter, const std::vector<ClassInfo>& classes,
                                    const QString& amongText)
{
    std::vector<FilterChip> chips;
    const auto add = [&](const QString& text, auto ImageFilter::*field) {
        chips.push_back({text, [field](ImageFilter& changed) { changed.*field = {}; }});
    };
    const auto addEach = [&](auto ImageFilter::*field, const auto& textOf) {
        for (const auto& value : (filter.*field).values)
            chips.push_back(
                {textOf(value), [field, value](ImageFilter& changed) { (changed.*field).toggle(value); }});
    };
    if (filter.among)
        add(amongText, &ImageFilter::among);
    addEach(&ImageFilter::classIndex, [&](int index) { return classText(index, classes); });
    if (filter.label)
        add(labelStateText(*filter.label), &ImageFilter::label);
    if (filter.mark)
        add(FilterText::tr("Marked “%1”").arg(markText(*filter.mark)), &ImageFilter::mark);
    if (filter.pool)
        add(FilterText::tr("In %1", "a pool").arg(poolText(*filter.pool)), &ImageFilter::pool);
    if (filter.split)
        add(*filter.split ? FilterText::tr("Part: %1").arg(splitPartText(**filter.split))
                          : FilterText::tr("Not split"),
            &ImageFilter::split);
    addEach(&ImageFilter::source,
            [](const std::string& source) { return FilterText::tr("Source: %1").arg(toQString(source)); });
    if (filter.rating)
        add(FilterText::tr("Rating: %1").arg(ratingText(*filter.rating)), &ImageFilter::rating);
    addEach(&ImageFilter::side, sideText);
    if (filter.copies)
        add(copyStateText(*filter.copies), &ImageFilter::copies);
    if (filter.use && filter.use != UseState::NotInBin)
        chips.push_back(
            {useText(*filter.use), [](ImageFilter& changed) { changed.use = UseState::NotInBin; }});
    return chips;
}

} // namespace nakama
