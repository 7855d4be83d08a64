#pragma once

#include "ui/viewmodels/label_controller.h"
#include "ui/viewmodels/label_input.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace nakama
{

class ClassKeysView;
class PicturesAhead;
class PictureView;

/**
 * One big picture and the keys that label it. All keys are taken while this has the focus: those of the
 * classes, letters of their names, Space, F2 to F5, Backspace, Ctrl+Z; the arrows, Page Up and Down, Home and
 * End move and zoom the picture. A key that is held down counts once.
 */
class LabelView : public QWidget
{
    Q_OBJECT

public:
    LabelView(Session& session, LabelController& controller, QWidget* parent = nullptr);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeSide();
    void update();
    void showPicture();
    void showState();
    void showInput();
    bool moveOrZoom(const QKeyEvent& event);
    bool command(const QKeyEvent& event);
    void beginNote();
    void endNote();
    QString answerText(const Answer& answer) const;
    QString othersText() const;

    LabelController& m_controller;
    LabelInput m_input;
    QStringList m_names;
    std::vector<std::string> m_keysShown;
    PicturesAhead* m_pictures;
    PictureView* m_view;
    ClassKeysView* m_classes;
    QLabel* m_typed;
    QLabel* m_answer;
    QLabel* m_others;
    QLineEdit* m_note;
};

} // namespace nakama
