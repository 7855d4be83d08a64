#pragma once

#include "ui/viewmodels/asked_pictures_model.h"
#include "ui/viewmodels/session.h"

#include <QWidget>

class QLabel;

namespace nakama
{

class ImageGrid;
class ImageListModel;

/** The training pictures that look, to the model, most like a picture; or why none are shown. */
class NearStrip : public QWidget
{
    Q_OBJECT

public:
    explicit NearStrip(Session& session, QWidget* parent = nullptr);

    /** Null: nothing is chosen. Pictures are looked up in the open workspace, by their content. */
    void show(const PictureToAsk* picture);

private:
    void lookUp(std::int64_t id, const std::vector<NearTraining>& near);
    void say(const QString& text);

    Session& m_session;
    QLabel* m_text;
    ImageListModel* m_model;
    ImageGrid* m_grid;
    std::int64_t m_shown = 0; ///< whose pictures are shown or looked up
    std::vector<NearTraining> m_near;
};

} // namespace nakama
