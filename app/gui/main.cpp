#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/engine/engine_loader.h"
#include "ui/viewmodels/convert.h"
#include "ui/window/main_window.h"
#include "ui/window/window_host.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>

namespace
{

/** While the application is made, Qt ends the program where it finds no display; a person should know what to
 * do. */
void explainMissingDisplay(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg) {
        std::fputs(
            "nakama: there is no display to open a window on.\n"
            "Run it in a graphical session, or do the same work on the command line: nakama-cli demo\n",
            stderr);
        std::_Exit(1);
    }
    std::fprintf(stderr, "%s\n", qPrintable(message));
}

void traceStart(nakama::WindowHost& host, const QElapsedTimer& clock)
{
    QObject::connect(&host, &nakama::WindowHost::firstPainted, &host, [&clock] {
        std::fprintf(stderr, "first paint after %lld ms\n", static_cast<long long>(clock.elapsed()));
    });
    QObject::connect(&host.session(), &nakama::Session::engineReady, &host, [&clock] {
        std::fprintf(stderr, "engine ready after %lld ms\n", static_cast<long long>(clock.elapsed()));
    });
}

} // namespace

int main(int argc, char* argv[])
{
    nakama::letWaitingThreadsSleep(argv);
    QElapsedTimer clock;
    clock.start();
    const QtMessageHandler defaultHandler = qInstallMessageHandler(explainMissingDisplay);
    QApplication application(argc, argv);
    qInstallMessageHandler(defaultHandler);
    QCoreApplication::setApplicationName(QStringLiteral("nakama"));
    QCoreApplication::setOrganizationName(QStringLiteral("nakama"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NAKAMA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("nakama"));
    nakama::startLogging(nakama::stateFolder(), nakama::LogToStderr::WarningsAndErrors);

    nakama::WindowHost host;
    QCommandLineParser options;
    options.setApplicationDescription(
        QCoreApplication::translate("main", "Make a classifier of drawn characters."));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption sample(
        QStringLiteral("sample"), QCoreApplication::translate("main", "Open the built-in sample workspace."));
    options.addOption(sample);
    options.addPositionalArgument(QStringLiteral("workspace"),
                                  QCoreApplication::translate("main", "Folder of the workspace to open."),
                                  QStringLiteral("[workspace]"));
    options.process(application);

    if (qEnvironmentVariableIsSet("NAKAMA_TRACE_START"))
        traceStart(host, clock);
    QObject::connect(&host, &nakama::WindowHost::firstPainted, &host, [&] {
        if (options.isSet(sample))
            host.session().openSample();
        else if (!options.positionalArguments().isEmpty())
            host.session().openWorkspace(nakama::toPath(options.positionalArguments().constFirst()));
    });
    host.show();
    return QApplication::exec();
}
