#include "core/training/run_log.h"

#include "core/base/atomic_file.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

namespace nakama
{

namespace
{

constexpr std::string_view fixedColumns =
    "epoch,train_loss,val_loss,val_micro,val_macro,val_weighted,learning_rate,seconds,images_per_second,"
    "data_wait_share";
constexpr std::string_view memoryColumn = ",device_memory_bytes"; ///< runs of version 0.1 have none
constexpr std::size_t fixedNumbers = 10;

constexpr int batchesPerLoss = 10; ///< in TensorBoard, where all of a long run's would be too many

std::filesystem::path tensorBoardFolder(const std::filesystem::path& runFolder)
{
    return runFolder / "tensorboard";
}

std::filesystem::path metricsFile(const std::filesystem::path& runFolder)
{
    return runFolder / "metrics.csv";
}

std::filesystem::path eventsFile(const std::filesystem::path& runFolder)
{
    return runFolder / "events.jsonl";
}

std::string headerFor(const EpochRecord& record)
{
    auto header = std::string(fixedColumns).append(memoryColumn);
    for (std::size_t i = 0; i < record.valF1PerClass.size(); ++i)
        header += fmt::format(",val_f1_{}", i);
    return header + "\n";
}

/** Numbers in their shortest form that reads back as the same double. */
std::string rowOf(const EpochRecord& r)
{
    auto row = fmt::format("{},{},{},{},{},{},{},{},{},{},{}", r.epoch, r.trainLoss, r.valLoss, r.val.micro,
                           r.val.macro, r.val.weighted, r.learningRate, r.seconds, r.imagesPerSecond,
                           r.dataWaitShare, r.deviceMemoryBytes);
    for (const double f1 : r.valF1PerClass)
        row += fmt::format(",{}", f1);
    return row + "\n";
}

std::optional<EpochRecord> parseRow(std::string_view header, std::string_view row)
{
    std::vector<double> numbers;
    for (const char* at = row.data(); at <= row.data() + row.size();) {
        double number = 0;
        const auto [end, error] = std::from_chars(at, row.data() + row.size(), number);
        if (error != std::errc{} || (end != row.data() + row.size() && *end != ','))
            return std::nullopt;
        numbers.push_back(number);
        at = end + 1;
    }
    const bool hasMemory = header.find(memoryColumn) != std::string_view::npos;
    const std::size_t firstF1 = fixedNumbers + (hasMemory ? 1 : 0);
    if (numbers.size() < firstF1)
        return std::nullopt;
    EpochRecord r;
    r.epoch = static_cast<int>(numbers[0]);
    r.trainLoss = numbers[1];
    r.valLoss = numbers[2];
    r.val = {numbers[3], numbers[4], numbers[5]};
    r.learningRate = numbers[6];
    r.seconds = numbers[7];
    r.imagesPerSecond = numbers[8];
    r.dataWaitShare = numbers[9];
    if (hasMemory)
        r.deviceMemoryBytes = static_cast<std::uint64_t>(numbers[fixedNumbers]);
    r.valF1PerClass.assign(numbers.begin() + static_cast<std::ptrdiff_t>(firstF1), numbers.end());
    return r;
}

std::vector<TensorBoardScalar> scalarsOf(const EpochRecord& r)
{
    return {{"epoch", static_cast<double>(r.epoch)},
            {"loss/train", r.trainLoss},
            {"loss/val", r.valLoss},
            {"f1/micro", r.val.micro},
            {"f1/macro", r.val.macro},
            {"f1/weighted", r.val.weighted},
            {"learning_rate", r.learningRate},
            {"speed/images_per_second", r.imagesPerSecond},
            {"speed/data_wait_share", r.dataWaitShare},
            {"memory/device_mb", static_cast<double>(r.deviceMemoryBytes) / 1e6}};
}

/** The lines that end in a newline; what follows the last newline was torn. */
std::vector<std::string_view> wholeLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t end; (end = text.find('\n')) != std::string_view::npos; text.remove_prefix(end + 1))
        lines.push_back(text.substr(0, end));
    return lines;
}

constexpr auto writeLog = "write the run's log"; ///< for messages

Result<void> keepMetrics(const std::filesystem::path& runFolder, int keepEpochs)
{
    NAKAMA_TRY(const auto epochs, readEpochs(runFolder));
    std::string text;
    for (const auto& record : epochs)
        if (record.epoch <= keepEpochs)
            text += (text.empty() ? headerFor(record) : "") + rowOf(record);
    return writeFileAtomically(metricsFile(runFolder), text);
}

Result<void> keepEvents(const std::filesystem::path& runFolder, int keepEpochs)
{
    NAKAMA_TRY(const auto text, readTextFile(eventsFile(runFolder)));
    std::string kept;
    for (const auto line : wholeLines(text)) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        const auto epoch = json.is_object() ? json.find("epoch") : json.end();
        const bool later = epoch != json.end() && epoch->is_number() && *epoch > keepEpochs;
        if (json.is_object() && !later)
            kept.append(line).append("\n");
    }
    return writeFileAtomically(eventsFile(runFolder), kept);
}

/** A log that is not there yet has nothing to keep. */
Result<void> unlessMissing(Result<void> result)
{
    if (!result && result.error().code == ErrorCode::NotFound)
        return {};
    return result;
}

} // namespace

RunLog::RunLog(std::filesystem::path folder)
    : m_folder(std::move(folder)), m_tensorBoard(tensorBoardFolder(m_folder))
{
}

Result<RunLog> RunLog::open(const std::filesystem::path& runFolder, int keepEpochs)
{
    if (keepEpochs > 0) {
        NAKAMA_CHECK(unlessMissing(keepMetrics(runFolder, keepEpochs)));
        NAKAMA_CHECK(unlessMissing(keepEvents(runFolder, keepEpochs)));
    } else {
        NAKAMA_CHECK(writeFileAtomically(metricsFile(runFolder), std::string_view{}));
        NAKAMA_CHECK(writeFileAtomically(eventsFile(runFolder), std::string_view{}));
        std::error_code error;
        std::filesystem::remove_all(tensorBoardFolder(runFolder), error);
        if (error)
            return fail(systemError(error.value(), "begin a new log", tensorBoardFolder(runFolder)));
    }
    return RunLog(runFolder);
}

Result<void> RunLog::write(std::function<Result<void>()> entry)
{
    m_pending.push_back(std::move(entry));
    return flush();
}

Result<void> RunLog::flush()
{
    for (; !m_pending.empty(); m_pending.pop_front())
        NAKAMA_CHECK(m_pending.front()());
    return {};
}

Result<void> RunLog::step(const StepRecord& record)
{
    m_batches = std::int64_t{record.epoch - 1} * record.steps + record.step;
    m_lossSum += record.loss;
    const bool complete = ++m_losses == batchesPerLoss || record.step == record.steps;
    std::vector<TensorBoardScalar> scalars;
    if (complete)
        scalars = {{"loss/batch", std::exchange(m_lossSum, 0) / std::exchange(m_losses, 0)},
                   {"learning_rate/batch", record.learningRate}};
    return write([this, step = m_batches, scalars]() -> Result<void> {
        NAKAMA_CHECK(m_tensorBoard.begin(step));
        return scalars.empty() ? Result<void>() : m_tensorBoard.write(step, scalars);
    });
}

Result<void> RunLog::epoch(const EpochRecord& record)
{
    // An entry that cannot be written keeps back the later ones, so the last one's error tells of all.
    std::ignore = write([this, step = m_batches, record]() -> Result<void> {
        NAKAMA_CHECK(m_tensorBoard.begin(step));
        return m_tensorBoard.write(step, scalarsOf(record));
    });
    std::ignore = write([file = metricsFile(m_folder), record]() -> Result<void> {
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        const bool first = error || size == 0;
        return appendToFile(file, (first ? headerFor(record) : "") + rowOf(record), writeLog);
    });
    return event("epoch", record);
}

Result<void> RunLog::event(const std::string& kind, const nlohmann::json& details)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    nlohmann::json json = {{"time", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(now))}, {"event", kind}};
    json.update(details);
    // File names need not be UTF-8; the log must not fail over one.
    auto line = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    return write(
        [file = eventsFile(m_folder), line = std::move(line)] { return appendToFile(file, line, writeLog); });
}

Result<std::vector<EpochRecord>> readEpochs(const std::filesystem::path& runFolder)
{
    NAKAMA_TRY(const auto text, readTextFile(metricsFile(runFolder)));
    std::vector<EpochRecord> epochs;
    const auto lines = wholeLines(text);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto record = parseRow(lines.front(), lines[i]);
        if (!record)
            return fail(ErrorCode::CorruptData,
                        fmt::format("line {} is not a row of numbers as this program writes them; repair or "
                                    "delete the line",
                                    i + 1),
                        metricsFile(runFolder).string());
        epochs.push_back(std::move(*record));
    }
    return epochs;
}

void to_json(nlohmann::json& json, const EpochRecord& record)
{
    json = {
        {"epoch", record.epoch},
        {"train_loss", record.trainLoss},
        {"val",
         {{"loss", record.valLoss},
          {"micro", record.val.micro},
          {"macro", record.val.macro},
          {"weighted", record.val.weighted},
          {"f1", record.valF1PerClass}}},
        {"learning_rate", record.learningRate},
        {"seconds", record.seconds},
        {"images_per_second", record.imagesPerSecond},
        {"data_wait_share", record.dataWaitShare},
        {"device_memory_bytes", record.deviceMemoryBytes},
    };
}

void from_json(const nlohmann::json& json, EpochRecord& record)
{
    json.at("epoch").get_to(record.epoch);
    json.at("train_loss").get_to(record.trainLoss);
    const auto& val = json.at("val");
    val.at("loss").get_to(record.valLoss);
    val.at("micro").get_to(record.val.micro);
    val.at("macro").get_to(record.val.macro);
    val.at("weighted").get_to(record.val.weighted);
    val.at("f1").get_to(record.valF1PerClass);
    json.at("learning_rate").get_to(record.learningRate);
    json.at("seconds").get_to(record.seconds);
    json.at("images_per_second").get_to(record.imagesPerSecond);
    json.at("data_wait_share").get_to(record.dataWaitShare);
    record.deviceMemoryBytes = json.value("device_memory_bytes", std::uint64_t{0}); // newer than some runs
}

} // namespace nakama
