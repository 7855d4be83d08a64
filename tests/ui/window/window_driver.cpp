#include "tests/ui/window/window_driver.h"

#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPixmap>

namespace nakama::test
{

void useHome(const std::filesystem::path& folder)
{
    const auto set = [&](const char* name, const char* below) {
        std::filesystem::create_directories(folder / below);
        qputenv(name, (folder / below).c_str());
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
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
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
    QTest::mouseClick(widget, Qt::LeftButton);
}

void type(QWidget* editor, const QString& text)
{
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    for (const QChar letter : text)
        if (letter == QLatin1Char('\n'))
            QTest::keyClick(editor, Qt::Key_Return);
        else
            QTest::keyClicks(editor, letter);
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
