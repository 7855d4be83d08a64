#pragma once

#include "tests/support/temporary_folder.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
#include <QWidget>

#include <functional>

namespace nakama
{
class WindowHost;
}

namespace nakama::test
{

/** The empty home of this test program, removed at its end. */
TemporaryFolder& home();
/** Makes home() the program's home, so that no test reads or writes the person's settings. Call from
 * initMain(). */
void useOwnHome();

/** Shows a window in the size that screenshots have, and waits until it takes keys. */
void showAndActivate(QWidget& window);

/** A visible button below parent by its text without mnemonics; the test fails where there is none. */
QAbstractButton* button(QWidget* parent, const QString& text);
void click(QWidget* widget);
/** Makes a window take keys again, as a window manager does when a dialog is closed. */
void activate(QWidget& window);
/** Ctrl with a key, in a window that takes keys again after a dialog. */
void pressControl(QWidget& window, Qt::Key key);
/** Replaces the text of an editor by typing. */
void type(QWidget* editor, const QString& text);

/** The dialog that is open now; waits for one. Null after ten seconds. */
template<typename Dialog>
Dialog* openDialog()
{
    Dialog* dialog = nullptr;
    [[maybe_unused]] const bool found = QTest::qWaitFor(
        [&] {
            dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            return dialog && dialog->isVisible();
        },
        10'000);
    return dialog;
}

/** Makes the window dark, Russian, and both, one after the other; look: "en-dark", "ru-light", "ru-dark". */
void inOtherLooks(WindowHost& host, const std::function<void(const QString& look)>& inLook);

/** Saves a picture of the window as $NAKAMA_SCREENSHOTS/NAME.png; does nothing where the variable is not set.
 */
void screenshot(QWidget& window, const QString& name);

} // namespace nakama::test
