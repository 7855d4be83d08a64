#pragma once

#include "core/workspace/image_filter.h"
#include "core/workspace/preset.h"

#include <QString>

#include <functional>
#include <vector>

namespace nakama
{

/** A part of a filter as a person reads it, and how it is taken away. */
struct FilterChip
{
    QString text;
    std::function<void(ImageFilter&)> clear;
};

/** What a filter does beside hiding the bin; the text that is searched for has a field of its own. */
std::vector<FilterChip> filterChips(const ImageFilter& filter, const std::vector<ClassInfo>& classes,
                                    const QString& amongText);

QString classText(int classIndex, const std::vector<ClassInfo>& classes);
QString useText(UseState state);
QString copyStateText(CopyState state);
QString ratingText(const std::string& rating);
QString sideText(const SideRange& side);
/** The sizes that a person may choose among; each picture is in one of them. */
std::vector<SideRange> sideRanges();

} // namespace nakama
