#include "ui/tabs/evaluate/picture_selection.h"

#include <utility>

namespace nakama
{

void PictureSelection::setChoice(const PictureChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    Q_EMIT changed();
}

void PictureSelection::chooseList(PictureList list)
{
    PictureChoice choice = m_choice;
    choice.list = list;
    setChoice(choice);
}

void PictureSelection::chooseCell(int trueClass, int predictedClass)
{
    PictureChoice choice = m_choice;
    choice.list = PictureList::All;
    choice.trueClass = trueClass;
    choice.predictedClass = predictedClass;
    setChoice(choice);
}

void PictureSelection::openCell(int trueClass, int predictedClass)
{
    chooseCell(trueClass, predictedClass);
    Q_EMIT picturesRequested();
}

void PictureSelection::openClass(int trueClass)
{
    chooseClass(trueClass);
    Q_EMIT picturesRequested();
}

void PictureSelection::chooseClass(int trueClass)
{
    PictureChoice choice = m_choice;
    choice.trueClass = trueClass < 0 ? std::nullopt : std::optional(trueClass);
    choice.predictedClass.reset();
    setChoice(choice);
}

void PictureSelection::choosePredicted(int predictedClass)
{
    PictureChoice choice = m_choice;
    choice.list = PictureList::All;
    choice.trueClass.reset();
    choice.predictedClass = predictedClass < 0 ? std::nullopt : std::optional(predictedClass);
    setChoice(choice);
}

void PictureSelection::chooseConfidence(const std::optional<Interval>& confidence)
{
    PictureChoice choice = m_choice;
    choice.confidence = confidence;
    if (confidence)
        choice.list = PictureList::All;
    setChoice(choice);
}

void PictureSelection::choosePicked(std::shared_ptr<const std::vector<bool>> picked)
{
    PictureChoice choice = m_choice;
    choice.picked = std::move(picked);
    choice.threshold.reset();
    if (choice.picked)
        choice.list = PictureList::All;
    setChoice(choice);
}

void PictureSelection::chooseThreshold(const ClassThreshold& threshold,
                                       std::shared_ptr<const std::vector<bool>> picked)
{
    PictureChoice choice = m_choice;
    choice.list = PictureList::All;
    choice.trueClass.reset();
    choice.predictedClass.reset();
    choice.threshold = threshold;
    choice.picked = std::move(picked);
    setChoice(choice);
}

void PictureSelection::widen()
{
    PictureChoice choice;
    choice.list = m_choice.list;
    setChoice(choice);
}

} // namespace nakama
