#pragma once

#include "ui/viewmodels/collect_controller.h"
#include "ui/viewmodels/image_list_model.h"

#include <QWidget>

class QLabel;

namespace nakama
{

/** The pictures that have just been collected, the newest first; no more than the controller keeps. */
class ArrivalsPanel : public QWidget
{
    Q_OBJECT

public:
    ArrivalsPanel(Session& session, CollectController& controller, QWidget* parent = nullptr);

private:
    void show(const std::vector<CollectedPicture>& pictures);
    void clear();
    ImageItem itemOf(const CollectedPicture& picture) const;

    Session& m_session;
    ImageListModel* m_model;
    QLabel* m_title;
};

} // namespace nakama
