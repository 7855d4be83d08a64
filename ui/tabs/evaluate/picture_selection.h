#pragma once

#include "ui/tabs/evaluate/picture_choice.h"

#include <QObject>

namespace nakama
{

/**
 * What a person has chosen anywhere on the page: the matrix, the table of classes, the charts, the map and
 * the pictures all show this one choice, so that choosing in one filters the others.
 */
class PictureSelection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const PictureChoice& choice() const { return m_choice; }
    void setChoice(const PictureChoice& choice);

    // Each changes one side of the choice and leaves the rest.
    void chooseList(PictureList list);
    /** All pictures of a cell, right ones included. */
    void chooseCell(int trueClass, int predictedClass);
    /** Chooses, and asks that the pictures be shown: also where they are chosen already. */
    void openCell(int trueClass, int predictedClass);
    void openClass(int trueClass);
    /** Pictures of a class, whatever was predicted; −1: of all. */
    void chooseClass(int trueClass);
    /** Pictures that were given a class, whatever they are. */
    void choosePredicted(int predictedClass);
    void chooseConfidence(const std::optional<Interval>& confidence);
    void choosePicked(std::shared_ptr<const std::vector<bool>> picked);
    /** picked: the pictures of threshold; right ones and wrong ones of the class are shown together. */
    void chooseThreshold(const ClassThreshold& threshold, std::shared_ptr<const std::vector<bool>> picked);
    /** Lets go of all but the list. */
    void widen();

Q_SIGNALS:
    void changed();
    /** The person wants to see the chosen pictures, wherever they are looking now. */
    void picturesRequested();

private:
    PictureChoice m_choice;
};

} // namespace nakama
