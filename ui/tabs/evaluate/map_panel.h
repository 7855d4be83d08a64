#pragma once

#include "ui/tabs/evaluate/picture_map.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/widgets/drawing.h"

#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QPushButton;

namespace nakama
{

class ScatterView;

/** The map of the evaluated pictures: alike ones lie near each other, and a loop drawn around some picks
 * them. */
class MapPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MapPanel(PictureSelection& selection, QWidget* parent = nullptr);

    /** Empties the map. */
    void setPictures(std::shared_ptr<const EvaluatedPictures> pictures);
    void setMap(PictureMap map);
    /** What is said instead of a map, how far it is for instance; and whether it can be asked for now. */
    void setStatus(const QString& text, bool canMake);
    Drawing drawing() const;

Q_SIGNALS:
    void mapRequested();

private:
    void color();
    void showChoice();
    void pick(const std::vector<bool>& points);
    QString describe(int point) const;

    PictureSelection& m_selection;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    PictureMap m_map;
    QComboBox* m_coloring;
    QPushButton* m_make;
    ScatterView* m_view;
};

} // namespace nakama
