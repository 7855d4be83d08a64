#pragma once

#include "ui/tabs/evaluate/evaluated_pictures.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/widgets/drawing.h"

#include <QByteArray>
#include <QWidget>

#include <memory>

class QLabel;

namespace nakama
{

class ClassMetricsModel;
class ClassTable;

/** Each class with its precision, recall and F1 as bars: of all pictures, or of the part that is chosen. */
class ClassesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ClassesPanel(PictureSelection& selection, QWidget* parent = nullptr);

    /** pictures may have none: then the figures are always those of classes. */
    void setClasses(std::vector<ClassMetrics> classes, std::shared_ptr<const EvaluatedPictures> pictures);
    /** What is shown. */
    const std::vector<ClassMetrics>& classes() const;
    Drawing drawing() const;

private:
    void showChoice();

    PictureSelection& m_selection;
    std::vector<ClassMetrics> m_classes;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    bool m_partial = false; ///< the figures are of only some of the pictures
    QLabel* m_headline;
    ClassMetricsModel* m_model;
    ClassTable* m_table;
};

} // namespace nakama
