#include "core/training/tensorboard_record.h"

#include <array>
#include <bit>

namespace nakama
{

namespace
{

// Wire types and field numbers of Event, Summary, Summary.Value and SessionLog.
constexpr int varintType = 0;
constexpr int fixed64Type = 1;
constexpr int bytesType = 2;
constexpr int fixed32Type = 5;

constexpr int eventWallTime = 1;
constexpr int eventStep = 2;
constexpr int eventFileVersion = 3;
constexpr int eventSummary = 5;
constexpr int eventSessionLog = 7;
constexpr int summaryValue = 1;
constexpr int valueTag = 1;
constexpr int valueSimple = 2;
constexpr int sessionStatus = 1;
constexpr std::uint64_t sessionStart = 1;

template<typename Number>
void putFixed(std::string& out, Number number)
{
    for (std::size_t byte = 0; byte < sizeof number; ++byte)
        out += static_cast<char>(number >> (8 * byte));
}

void putVarint(std::string& out, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        out += static_cast<char>(number | 0x80);
    out += static_cast<char>(number);
}

void putKey(std::string& out, int field, int type)
{
    putVarint(out, static_cast<std::uint64_t>(field << 3 | type));
}

void putNumber(std::string& out, int field, std::uint64_t number)
{
    putKey(out, field, varintType);
    putVarint(out, number);
}

void putBytes(std::string& out, int field, std::string_view bytes)
{
    putKey(out, field, bytesType);
    putVarint(out, bytes.size());
    out += bytes;
}

std::string eventAt(double wallTime, std::int64_t step)
{
    std::string event;
    putKey(event, eventWallTime, fixed64Type);
    putFixed(event, std::bit_cast<std::uint64_t>(wallTime));
    putNumber(event, eventStep, static_cast<std::uint64_t>(step));
    return event;
}

std::string framed(std::string_view message)
{
    std::string record;
    putFixed(record, static_cast<std::uint64_t>(message.size()));
    putFixed(record, maskedCrc32c(record));
    record += message;
    putFixed(record, maskedCrc32c(message));
    return record;
}

constexpr std::array<std::uint32_t, 256> crcTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t rest = byte;
        for (int bit = 0; bit < 8; ++bit)
            rest = rest >> 1 ^ (rest & 1 ? 0x82f63b78U : 0);
        table[byte] = rest;
    }
    return table;
}();

} // namespace

std::uint32_t maskedCrc32c(std::string_view bytes)
{
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes)
        crc = crc >> 8 ^ crcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xff];
    return std::rotr(~crc, 15) + 0xa282ead8;
}

std::string tensorBoardVersion(double wallTime)
{
    std::string event = eventAt(wallTime, 0);
    putBytes(event, eventFileVersion, "brain.Event:2");
    return framed(event);
}

std::string tensorBoardScalars(double wallTime, std::int64_t step, std::span<const TensorBoardScalar> scalars)
{
    std::string summary;
    for (const auto& scalar : scalars) {
        std::string value;
        putBytes(value, valueTag, scalar.tag);
        putKey(value, valueSimple, fixed32Type);
        putFixed(value, std::bit_cast<std::uint32_t>(static_cast<float>(scalar.value)));
        putBytes(summary, summaryValue, value);
    }
    std::string event = eventAt(wallTime, step);
    putBytes(event, eventSummary, summary);
    return framed(event);
}

std::string tensorBoardRestart(double wallTime, std::int64_t step)
{
    std::string session;
    putNumber(session, sessionStatus, sessionStart);
    std::string event = eventAt(wallTime, step);
    putBytes(event, eventSessionLog, session);
    return framed(event);
}

} // namespace nakama
