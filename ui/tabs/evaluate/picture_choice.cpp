#include "ui/tabs/evaluate/picture_choice.h"

namespace nakama
{

bool PictureChoice::operator==(const PictureChoice& other) const
{
    const auto same = [](const std::optional<Interval>& a, const std::optional<Interval>& b) {
        return a.has_value() == b.has_value() && (!a || (a->low == b->low && a->high == b->high));
    };
    return list == other.list && trueClass == other.trueClass && predictedClass == other.predictedClass &&
           same(confidence, other.confidence) && picked == other.picked && threshold == other.threshold;
}

bool PictureChoice::matches(const PredictedPicture& picture, std::size_t number) const
{
    return (!trueClass || picture.trueClass == *trueClass) &&
           (!predictedClass || picture.predictedClass == *predictedClass) && matchesPart(picture, number);
}

bool PictureChoice::matchesPart(const PredictedPicture& picture, std::size_t number) const
{
    return (!confidence || (picture.predictedProbability > confidence->low &&
                            picture.predictedProbability <= confidence->high)) &&
           (!picked || (number < picked->size() && (*picked)[number]));
}

} // namespace nakama
