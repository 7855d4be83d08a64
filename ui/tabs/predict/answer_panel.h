#pragma once

#include "ui/viewmodels/asked_pictures_model.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QSlider;
class QStandardItemModel;
class QTableView;

namespace nakama
{

/** What the model says about one picture: the verdict, the classes by probability, and why. */
class AnswerPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    /** Null: nothing is chosen. */
    void show(const PictureToAsk* picture);
    /** What answers, in words: the model and what is done to a picture before. */
    void setModelText(const QString& text);

    /** The class whose reasons are wanted, by its place in the answer; nothing where none are. */
    std::optional<int> explainedRank() const;
    double overlayOpacity() const;

Q_SIGNALS:
    /** Whether reasons are wanted, or of another class. */
    void explainedRankChanged();
    void overlayOpacityChanged(double opacity);

private:
    void showState(const PictureToAsk& picture);
    void showAnswer(const PictureAnswer& answer);

    QLabel* m_name;
    QLabel* m_verdict;
    QLabel* m_sentence;
    QStandardItemModel* m_classes;
    QTableView* m_table;
    QCheckBox* m_why;
    QSlider* m_opacity;
    QLabel* m_model;
};

} // namespace nakama
