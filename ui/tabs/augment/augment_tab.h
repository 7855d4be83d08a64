#pragma once

#include "ui/tabs/augment/preview.h"
#include "ui/viewmodels/session.h"
#include "ui/viewmodels/task.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace nakama
{

class AugmentForm;
class PreviewBar;

/** What training does to pictures: the settings of the workspace, and the very tiles that come of them. */
class AugmentTab : public QWidget
{
    Q_OBJECT

public:
    explicit AugmentTab(Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    /** There is no split yet, and the person wants to make one. */
    void splitRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeEmpty();
    QWidget* makeSettings();
    QWidget* makePreview();
    template<typename T, typename Done>
    void ask(const char* name, const QString& replaces, typename Task<T>::Work work, Done done);
    void readSettings();
    void readPictures();
    void keepSettings();
    void update();
    void startPreview();
    void showTiles(std::vector<PreviewTile> tiles);
    void say(const QString& text);

    Session& m_session;
    QStackedWidget* m_pages;
    AugmentForm* m_form;
    PreviewBar* m_bar;
    QListView* m_grid;
    QStandardItemModel* m_model;
    QLabel* m_note;
    QTimer m_patience; ///< a slider is not followed at every pixel
    bool m_unsaved = false;
    std::shared_ptr<const std::vector<LabelledPicture>> m_pictures;
    std::vector<PreviewTile> m_tiles;
};

} // namespace nakama
