#include "tests/ui/window/window_driver.h"

#include "ui/window/main_window.h"
#include "ui/window/window_host.h"

#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QPainter>
#include <QPixmap>

namespace nakama::test
{

TemporaryFolder& home()
{
    static TemporaryFolder folder;
    return folder;
}

void useOwnHome()
{
    const auto set = [&](const char* name, const char* below) {
        std::filesystem::create_directories(home() / below);
        qputenv(name, (home() / below).c_str());
    };
    set("HOME", ".");
    set("XDG_CONFIG_HOME", "config");
    set("XDG_DATA_HOME", "data");
    set("XDG_CACHE_HOME", "cache");
    set("XDG_STATE_HOME", "state");
    qputenv("LANGUAGE", "en");
    qputenv("LC_ALL", "C.UTF-8");
    QCoreApplication::setApplicationName(QStringLiteral("nakama"));
    QCoreApplication::setOrganizationName(QStringLiteral("nakama"));
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void showAndActivate(QWidget& window)
{
    window.resize(1280, 800);
    window.show();
    activate(window);
}

QAbstractButton* button(QWidget* parent, const QString& text)
{
    for (auto* candidate : parent->findChildren<QAbstractButton*>())
        if (candidate->isVisible() && candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    qFatal("there is no button '%s'", qPrintable(text));
}

void click(QWidget* widget)
{
    QVERIFY2(widget->isVisible() && widget->isEnabled(),
             qPrintable(widget->objectName() + widget->accessibleName()));
    // At the left, where the text of radio buttons is; beside it they do not listen.
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier, QPoint(12, widget->height() / 2));
}

void activate(QWidget& window)
{
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
}

void pressControl(QWidget& window, Qt::Key key)
{
    activate(window);
    QTest::keyClick(&window, key, Qt::ControlModifier);
}

void type(QWidget* editor, const QString& text)
{
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    for (const QChar letter : text) {
        if (letter == QLatin1Char('\n')) {
            QTest::keyClick(editor, Qt::Key_Return);
        } else if (letter.unicode() < 128) {
            QTest::keyClicks(editor, letter);
        } else { // keyClicks knows no others
            QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, letter);
            QApplication::sendEvent(editor, &press);
        }
    }
}

void inOtherLooks(WindowHost& host, const std::function<void(const QString& look)>& inLook)
{
    for (const auto& [appearance, language] :
         {std::pair{Appearance::Dark, "en"}, std::pair{Appearance::Light, "ru"},
          std::pair{Appearance::Dark, "ru"}}) {
        Q_EMIT host.window().languageRequested(QString::fromLatin1(language));
        QApplication::sendPostedEvents();
        host.appearance().setAppearance(appearance);
        showAndActivate(host.window());
        inLook(QString::fromLatin1(language) +
               (appearance == Appearance::Dark ? QStringLiteral("-dark") : QStringLiteral("-light")));
    }
}

void screenshot(QWidget& window, const QString& name)
{
    const QString folder = qEnvironmentVariable("NAKAMA_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QTest::qWait(400); // thumbnails and charts come in
    QDir().mkpath(folder);
    QPixmap picture = window.grab();
    if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
        QPainter painter(&picture);
        painter.fillRect(picture.rect(), QColor(0, 0, 0, 60));
        const QPixmap front = dialog->grab();
        painter.drawPixmap((picture.width() - front.width()) / 2, (picture.height() - front.height()) / 2,
                           front);
    }
    picture.save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace nakama::test
