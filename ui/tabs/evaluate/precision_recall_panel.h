#pragma once

#include "ui/tabs/evaluate/evaluated_pictures.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

#include <memory>

class QLabel;
class QVBoxLayout;

namespace nakama
{

class LineChart;

/** Precision against recall: of the chosen class, or of the classes that are told worst. */
class PrecisionRecallPanel : public QWidget
{
    Q_OBJECT

public:
    explicit PrecisionRecallPanel(PictureSelection& selection, QWidget* parent = nullptr);

    void setPictures(std::shared_ptr<const EvaluatedPictures> pictures);
    Drawing drawing() const;

private:
    void show();
    std::vector<std::size_t> shownClasses() const;

    PictureSelection& m_selection;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    QLabel* m_headline;
    LineChart* m_chart = nullptr; ///< made anew for each choice, since its curves stay as many as they are
};

} // namespace nakama
