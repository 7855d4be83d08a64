#pragma once

#include "ui/viewmodels/class_balance_model.h"
#include "ui/viewmodels/image_list_model.h"

#include <QWidget>

class QLabel;

namespace nakama
{

class ImageGrid;

/** The pictures of one class as a grid; listed and decoded in the background. */
class ClassPicturesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ClassPicturesPanel(Session& session, QWidget* parent = nullptr);

    void showClass(const ClassBalance& balance);
    void clear();

private:
    void openPicture(const QModelIndex& index);

    Session& m_session;
    ImageListModel* m_model;
    ImageGrid* m_grid;
    QLabel* m_title;
};

} // namespace nakama
