#include "ui/tabs/label/key_edit.h"

#include "ui/viewmodels/label_input.h"

#include <QKeyEvent>

namespace nakama
{

namespace
{

bool isForTheDialog(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    default:
        return keyNameOf(event).empty();
    }
}

} // namespace

KeyEdit::KeyEdit(QWidget* parent) : QLineEdit(parent)
{
    setReadOnly(true); // what is in it is the name of a key, not to be typed
    setContextMenuPolicy(Qt::NoContextMenu);
}

void KeyEdit::setKey(const std::string& key)
{
    m_key = key;
    setText(keyText(key));
}

bool KeyEdit::event(QEvent* event)
{
    // A function key may be a shortcut of the window; here it is only a key.
    if (event->type() == QEvent::ShortcutOverride && !isForTheDialog(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyEdit::keyPressEvent(QKeyEvent* event)
{
    if (isForTheDialog(*event)) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    setKey(keyNameOf(*event));
    Q_EMIT keyChosen();
}

} // namespace nakama
