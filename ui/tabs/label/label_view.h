#pragma once

#include "ui/tabs/label/suggestions.h"
#include "ui/viewmodels/label_controller.h"
#include "ui/viewmodels/label_input.h"

#include <QWidget>

class QStackedWidget;

namespace nakama
{

class EmptyState;
class LabelSide;
class PicturesAhead;
class PictureView;

/**
 * One big picture and the keys that label it. All keys are taken while this has the focus: those of the
 * classes, letters of their names, those of LabelAction, Ctrl+Z and Ctrl+Shift+Z; the arrows, Page Up and
 * Down, Home and End move and zoom the picture. A key that is held down counts once. Where all is answered it
 * says so, and the keys go on working.
 */
class LabelView : public QWidget
{
    Q_OBJECT

public:
    LabelView(Session& session, LabelController& controller, const Suggestions& suggestions,
              QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void update();
    void showPicture();
    void showInput();
    bool moveOrZoom(const QKeyEvent& event);
    bool command(const QKeyEvent& event);
    void act(LabelAction action);
    void confirm();
    void takeSuggestion();

    LabelController& m_controller;
    const Suggestions& m_suggestions;
    LabelInput m_input;
    PicturesAhead* m_pictures;
    PictureView* m_view;
    EmptyState* m_done;
    QStackedWidget* m_stage;
    LabelSide* m_side;
};

} // namespace nakama
