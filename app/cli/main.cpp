#include "app/cli/command_context.h"
#include "app/cli/commands.h"
#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/engine/engine_loader.h"

#include <QCoreApplication>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <string_view>

namespace
{

using namespace nakama;

enum ExitCode { done = 0, failed = 1, usage = 2, cancelled = 130 };

const CancelToken& interruptToken()
{
    static const CancelToken token;
    return token;
}

/** write() alone is allowed in a handler of a signal; where stderr is gone there is nobody to tell. */
void tell(std::string_view text)
{
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

/** The first Ctrl-C asks the job to end when the work at hand is kept, a second one to end without it; a
 * third one ends the process. */
void onInterrupt(int signal)
{
    if (!interruptToken().requested()) {
        interruptToken().request();
        tell("\nStopping after the batch or file at hand; Ctrl-C again: now, without it.\n");
        return;
    }
    interruptToken().request(StopMode::Now);
    tell("\nStopping now.\n");
    std::signal(signal, SIG_DFL);
}

void printJson(const nlohmann::json& json)
{
    // Names of files need not be UTF-8; what is not becomes U+FFFD rather than an exception.
    fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
}

int reportError(const Error& error, const CommandContext& context, bool asJson)
{
    const bool wasCancelled = error.code == ErrorCode::Cancelled;
    fmt::print(stderr, "{}{}\n", wasCancelled ? "" : "error: ", error.text());
    if (asJson) {
        auto json = context.stateKept();
        if (wasCancelled)
            json["cancelled"] = true;
        else
            json["error"] = {
                {"code", errorCodeName(error.code)}, {"message", error.message}, {"context", error.context}};
        printJson(json);
    }
    if (wasCancelled)
        return cancelled;
    return error.code == ErrorCode::InvalidArgument ? usage : failed;
}

int runCommand(Command& command, bool asJson)
{
    CommandContext context(interruptToken());
    Result<CommandOutput> output;
    try {
        output = command.run(context);
    } catch (const std::exception& exception) {
        output = fail(ErrorCode::Internal, exception.what());
    }
    if (!output)
        return reportError(output.error(), context, asJson);
    if (asJson)
        printJson(output->json);
    else
        fmt::print("{}", output->text);
    return done;
}

} // namespace

int main(int argc, char** argv)
{
    letWaitingThreadsSleep(argv);
    QCoreApplication qt(argc, argv); // finds the SQLite plugin
    QCoreApplication::setApplicationName(QStringLiteral("nakama"));
    startLogging(stateFolder(), LogToStderr::WarningsAndErrors);
    interruptToken();
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
    std::signal(SIGPIPE, SIG_IGN);

    CLI::App app(
        "Nakama makes a classifier of drawn characters: from a folder of pictures to a judged model.");
    app.name("nakama-cli");
    app.set_version_flag("--version", "nakama " NAKAMA_VERSION);
    bool asJson = false;
    app.add_flag("--json", asJson, "print exactly one JSON object on stdout, at the end");
    app.fallthrough(); // --json may also follow the command
    app.require_subcommand(1);

    const auto commands = allCommands();
    std::vector<std::pair<CLI::App*, Command*>> declared;
    for (const auto& command : commands)
        declared.emplace_back(command->declare(app), command.get());

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success);
        app.exit(error, std::cout, std::cerr);
        return asked ? done : usage;
    }
    for (const auto& [subcommand, command] : declared)
        if (subcommand->parsed())
            return runCommand(*command, asJson);
    return usage;
}
