#pragma once

#include <QApplication>
#include <QTest>
#include <QWidget>

namespace nakama::test
{

/** What has the focus; null where nothing has it, or what is hidden. */
inline QWidget* visibleFocus()
{
    auto* focus = QApplication::focusWidget();
    return focus && focus->isVisible() ? focus : nullptr;
}

/** Presses a key where the focus is; false where nothing has it that is seen. */
inline bool press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto* focus = visibleFocus();
    if (focus)
        QTest::keyClick(focus, static_cast<Qt::Key>(key), modifiers);
    return focus != nullptr;
}

/** The same with the letters of an ASCII text. */
inline bool typeText(const QString& text)
{
    auto* focus = visibleFocus();
    if (focus)
        QTest::keyClicks(focus, text);
    return focus != nullptr;
}

} // namespace nakama::test
