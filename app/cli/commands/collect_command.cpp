#include "app/cli/commands/collect_command.h"

#include "app/cli/api_key.h"
#include "core/workspace/catalogue.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace nakama
{

namespace
{

constexpr std::size_t failuresShown = 20;

Result<int> classNamed(const std::vector<ClassInfo>& classes, const std::string& name, const char* option)
{
    const int index = matchClass(classes, name);
    if (index >= 0)
        return index;
    std::string known;
    for (const auto& info : classes)
        known += (known.empty() ? "" : ", ") + info.name;
    return fail(ErrorCode::InvalidArgument, fmt::format("there is no class '{}'; there is: {}", name, known),
                option);
}

nlohmann::json jsonOf(const CollectedClass& standing, CollectMode mode)
{
    nlohmann::json json{{"wanted", standing.wanted},           {"found", standing.found},
                        {"downloaded", standing.downloaded},   {"already_there", standing.alreadyThere},
                        {"unavailable", standing.unavailable}, {"rejected", standing.rejected},
                        {"failed", standing.failed},           {"in_other_class", standing.inOtherClass},
                        {"bytes", standing.downloadedBytes}};
    if (!standing.problem.empty())
        json["problem"] = standing.problem;
    if (mode == CollectMode::DryRun) {
        json["would_download"] = standing.wouldDownload;
        json["estimated_bytes"] = standing.estimatedBytes;
        json["on_server"] =
            standing.countOnServer ? nlohmann::json(*standing.countOnServer) : nlohmann::json();
    }
    return json;
}

std::string lineOf(const std::string& name, const CollectedClass& standing, CollectMode mode)
{
    auto line = mode == CollectMode::DryRun
                    ? fmt::format("{}: {} would come (about {:.1f} MB), {} there already", name,
                                  standing.wouldDownload, static_cast<double>(standing.estimatedBytes) / 1e6,
                                  standing.alreadyThere)
                    : fmt::format("{}: {} of {}, {} of them new", name, standing.have(), standing.wanted,
                                  standing.downloaded);
    if (mode == CollectMode::DryRun && standing.countOnServer)
        line += fmt::format("; {} on the server", *standing.countOnServer);
    const std::pair<int, const char*> rest[] = {{standing.unavailable, "hidden by the server"},
                                                {standing.rejected, "rejected"},
                                                {standing.inOtherClass, "in another class"},
                                                {standing.failed, "failed"}};
    for (const auto& [count, what] : rest)
        if (count > 0)
            line += fmt::format("; {} {}", count, what);
    return line + (standing.problem.empty() ? "" : "; " + standing.problem) + "\n";
}

} // namespace

CLI::App* CollectCommand::declare(CLI::App& app)
{
    m_server = ClientParams{}.server;
    auto* command = app.add_subcommand("collect", "collect pictures of the classes from a Danbooru server");
    command->add_option("DIR", m_folder, "the workspace")->required();
    command->add_option("--class", m_classes, "a class to collect for; without, all that have a tag");
    command->add_option("--limit", m_limit, "pictures wanted a class, earlier ones counted")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--server", m_server, "any server of Danbooru's kind")->capture_default_str();
    command->add_option("--rating", m_ratings, "of g, s, q, e")->capture_default_str();
    command->add_option("--min-score", m_minScore, "least score of a post");
    command->add_option("--min-side", m_minSide, "least width and height in px");
    command->add_flag("--solo", m_solo, "only posts tagged solo (costs one of the two tags of a search)");
    command->add_flag("--one-character", m_oneCharacter, "only posts tagged with one character");
    command->add_option("--variant", m_variant, "original, sample or 720x720")
        ->check(CLI::IsMember({"original", "sample", "720x720"}));
    command->add_option("--login", m_login, "with the API key in NAKAMA_DANBOORU_KEY or --key-file");
    command->add_option("--key-file", m_keyFile, "a file with the API key that only you can read");
    command->add_option("--tag", m_tags, "CLASS=TAGS: remembers what this class is searched by");
    command->add_flag("--retry-failed", m_retryFailed, "try again what failed for good earlier");
    command->add_flag("--dry-run", m_dryRun, "tell what would come, fetch and keep nothing");
    command->add_option("--max-requests-per-second", m_requestsPerSecond, "to the API; at most 10")
        ->capture_default_str();
    command->add_option("--parallel", m_parallel, "pictures at once, 1 to 8")->capture_default_str();
    return command;
}

Result<std::optional<Credentials>> CollectCommand::credentials(CommandContext& context) const
{
    if (m_login.empty()) {
        if (!m_keyFile.empty())
            return fail(ErrorCode::InvalidArgument, "a key needs its login: name it with --login",
                        "--key-file");
        context.say("asking without an account");
        return std::nullopt;
    }
    NAKAMA_TRY(auto key, readApiKey(m_keyFile));
    return Credentials{m_login, std::move(key)};
}

Result<void> CollectCommand::setTags(const Workspace& workspace) const
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    for (const auto& entry : m_tags) {
        const auto equals = entry.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorCode::InvalidArgument, "write it as CLASS=TAGS, not '" + entry + "'", "--tag");
        NAKAMA_TRY(const int index, classNamed(classes, entry.substr(0, equals), "--tag"));
        NAKAMA_CHECK(catalogue.setDanbooruTag(index, entry.substr(equals + 1)));
    }
    return {};
}

Result<CollectParams> CollectCommand::params(const Workspace& workspace, CommandContext& context) const
{
    CollectParams params;
    params.client.server = m_server;
    params.client.requestsPerSecond = m_requestsPerSecond;
    params.client.parallelPictures = m_parallel;
    NAKAMA_TRY(params.client.credentials, credentials(context));
    params.filter.ratings = m_ratings;
    params.filter.minScore = m_minScore;
    params.filter.minSide = m_minSide;
    params.filter.solo = m_solo ? Solo::Required : Solo::Any;
    params.filter.characters = m_oneCharacter ? CharactersShown::OneOnly : CharactersShown::Any;
    params.variant = *postVariantFromName(m_variant);
    params.mode = m_dryRun ? CollectMode::DryRun : CollectMode::Download;
    params.failed = m_retryFailed ? FailedPosts::TryAgain : FailedPosts::LeaveOut;
    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    for (const auto& name : m_classes) {
        NAKAMA_TRY(const int index, classNamed(classes, name, "--class"));
        params.wishes.push_back({index, m_limit});
    }
    for (std::size_t i = 0; i < classes.size() && m_classes.empty(); ++i)
        if (!classes[i].danbooruTag.empty())
            params.wishes.push_back({static_cast<int>(i), m_limit});
    return params;
}

CommandOutput CollectCommand::output(const CollectReport& report, const std::vector<ClassInfo>& classes) const
{
    const auto nameOf = [&](int index) {
        return index < 0 ? std::string() : classes.at(static_cast<std::size_t>(index)).name;
    };
    const auto mode = m_dryRun ? CollectMode::DryRun : CollectMode::Download;
    CommandOutput output;
    output.json = {{"per_class", nlohmann::json::object()},
                   {"failed", nlohmann::json::array()},
                   {"shared", nlohmann::json::array()},
                   {"dry_run", m_dryRun}};
    for (const auto& standing : report.classes) {
        output.json["per_class"][nameOf(standing.classIndex)] = jsonOf(standing, mode);
        output.text += lineOf(nameOf(standing.classIndex), standing, mode);
    }
    for (const auto& failure : report.failed)
        output.json["failed"].push_back({{"url", failure.url},
                                         {"reason", failure.reason},
                                         {"class", nameOf(failure.classIndex)},
                                         {"post", failure.postId}});
    for (std::size_t i = 0; i < std::min(report.failed.size(), failuresShown); ++i)
        output.text += fmt::format("  failed {}: {}\n", report.failed[i].url, report.failed[i].reason);
    if (report.failed.size() > failuresShown)
        output.text +=
            fmt::format("  … and {} more; --json lists them all\n", report.failed.size() - failuresShown);
    for (const auto& post : report.shared)
        output.json["shared"].push_back(
            {{"post", post.postId},
             {"class", post.classIndex < 0 ? "true-test" : nameOf(post.classIndex)},
             {"also_in", nameOf(post.otherClassIndex)}});
    return output;
}

Result<CommandOutput> CollectCommand::run(CommandContext& context)
{
    // A dry run writes nothing, and may look at a workspace that somebody is working in.
    const auto access = m_dryRun && m_tags.empty() ? Access::ReadOnly : Access::ReadWrite;
    NAKAMA_TRY(const auto workspace, Workspace::open(m_folder, access));
    NAKAMA_CHECK(setTags(workspace));
    NAKAMA_TRY(auto collectParams, params(workspace, context));
    CollectJob job(workspace, std::move(collectParams));
    const auto outcome = context.run(job);

    NAKAMA_TRY(const auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto classes, catalogue.classes());
    auto result = output(job.report(), classes);
    if (!outcome) {
        context.setStateKept(result.json);
        return fail(outcome.error());
    }
    return result;
}

} // namespace nakama
