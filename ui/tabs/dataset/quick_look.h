#pragma once

#include "ui/viewmodels/picture_list_model.h"

#include <QDialog>

class QLabel;

namespace nakama
{

class PictureView;

/** One picture of a list as large as there is room, with what is known of it: left and right go on. */
class QuickLook : public QDialog
{
    Q_OBJECT

public:
    QuickLook(Session& session, const PictureListModel& model, QWidget* parent = nullptr);

    void showRow(int row);

Q_SIGNALS:
    void rowChanged(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    Session& m_session;
    const PictureListModel& m_model;
    PictureView* m_view;
    QLabel* m_details;
    int m_row = -1;
};

} // namespace nakama
