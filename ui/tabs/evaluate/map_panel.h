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

class MapLegend;
class ScatterView;
enum class ProjectionMethod;

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
    const PictureMap& map() const { return m_map; }
    /** What is said instead of a map, how far it is for instance; and whether it can be asked for now. */
    void setStatus(const QString& text, bool canMake);
    /** With its legend. */
    Drawing drawing() const;

Q_SIGNALS:
    void mapRequested(nakama::ProjectionMethod method);
    /** Numbers of the pictures to go through, those that stand out; and the place of the one to begin with.
     */
    void pictureRequested(const std::vector<std::size_t>& numbers, int place);

private:
    QLayout* makeTop();
    void color();
    void showChoice();
    void chooseCategory(int category);
    void pick(const std::vector<bool>& points);
    void open(int point);
    int categoryOf(std::size_t number) const;
    QString describe(int point) const;

    PictureSelection& m_selection;
    std::shared_ptr<const EvaluatedPictures> m_pictures;
    PictureMap m_map;
    QComboBox* m_coloring;
    QComboBox* m_method;
    QPushButton* m_make;
    ScatterView* m_view;
    MapLegend* m_legend;
};

} // namespace nakama
