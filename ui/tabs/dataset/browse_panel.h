#pragma once

#include "ui/tabs/dataset/filter_bar.h"
#include "ui/viewmodels/picture_list_model.h"

#include <QPointer>
#include <QWidget>

class QLabel;

namespace nakama
{

class ImageGrid;
class PictureActions;
class QuickLook;

/** The pictures of the workspace that a filter lets through, to be looked at and changed by hand. */
class BrowsePanel : public QWidget
{
    Q_OBJECT

public:
    explicit BrowsePanel(Session& session, QWidget* parent = nullptr);

    /** Lists the pictures of a class alone; −1: those without a label. */
    void showClass(int classIndex);
    /** Lists these pictures, and takes the focus; text says what they are. */
    void showPictures(std::vector<std::int64_t> ids, const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeFooter();
    void relist();
    /** At once, or when a person comes to look. */
    void relistWhenShown();
    void showCount();
    void lookAt(int row);
    std::vector<std::int64_t> selectedIds() const;

    Session& m_session;
    FilterBar* m_filter;
    PictureListModel* m_model;
    ImageGrid* m_grid;
    PictureActions* m_actions;
    QLabel* m_count;
    QPointer<QuickLook> m_look;
    bool m_isStale = true; ///< something changed while nobody looked
};

} // namespace nakama
