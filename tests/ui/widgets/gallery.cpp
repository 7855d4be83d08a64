// All widgets with example data, light and dark: `widget_gallery` opens a window, `widget_gallery --save
// FOLDER` writes a picture of each page and theme instead.
#include "tests/ui/widgets/example_data.h"
#include "tests/ui/widgets/gallery_pages.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QTabWidget>
#include <QTextStream>
#include <QTimer>

#include <array>

namespace
{

/** Lets layouts, coalesced chart updates and painting happen. */
void settle()
{
    QEventLoop loop;
    QTimer::singleShot(250, &loop, &QEventLoop::quit);
    loop.exec();
}

int savePages(QTabWidget& window, const QString& folder)
{
    QDir().mkpath(folder);
    window.resize(1280, 760);
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? nakama::darkPalette() : nakama::lightPalette());
        for (int page = 0; page < window.count(); ++page) {
            window.setCurrentIndex(page);
            settle();
            const QString name =
                QStringLiteral("%1-%2.png")
                    .arg(window.tabText(page).toLower().replace(QLatin1Char(' '), QLatin1Char('-')),
                         dark ? QStringLiteral("dark") : QStringLiteral("light"));
            if (!window.grab().save(QDir(folder).filePath(name))) {
                QTextStream(stderr) << "cannot write " << QDir(folder).filePath(name) << '\n';
                return 1;
            }
        }
    }
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const nakama::AppearanceControl appearance;
    const QStringList arguments = QApplication::arguments();
    if (arguments.contains(QStringLiteral("--dark")))
        QApplication::setPalette(nakama::darkPalette());
    QTabWidget window;
    nakama::gallery::addPages(window);
    window.resize(1280, 760);
    window.show();
    const auto save = arguments.indexOf(QStringLiteral("--save"));
    if (save >= 0)
        return savePages(window, arguments.value(save + 1, QStringLiteral(".")));
    return QApplication::exec();
}
