#include "core/models/files/pickle.h"

#include "core/models/files/byte_reader.h"
#include "core/models/files/pickle_builder.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

using Kind = PickleValue::Kind;

/** Reads operation after operation, with what follows it in the file, and lets the builder carry it out. */
class Reader
{
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    Result<Pickle> run()
    {
        for (;;) {
            NAKAMA_CHECK(m_builder.checkBound());
            NAKAMA_TRY(const auto opcode, number<std::uint8_t>());
            if (opcode == '.') {
                NAKAMA_TRY(auto pickle, m_builder.finish());
                pickle.bytesRead = position();
                return pickle;
            }
            NAKAMA_CHECK(step(opcode));
        }
    }

    std::size_t position() const { return m_bytes.position(); }

private:
    Result<void> step(std::uint8_t opcode)
    {
        switch (opcode) {
        case 0x80: // PROTO
            return skip(1);
        case 0x95: // FRAME
            return skip(8);
        case '(':
            return m_builder.mark();
        case 'N':
            return m_builder.push({.kind = Kind::None, .text = {}});
        case 0x88: // NEWTRUE
        case 0x89: // NEWFALSE
            return m_builder.push({.kind = Kind::Bool, .integer = opcode == 0x88, .text = {}});
        case 'J':
            return integer<std::int32_t>();
        case 'K':
            return integer<std::uint8_t>();
        case 'M':
            return integer<std::uint16_t>();
        case 0x8a: // LONG1
            return longInteger();
        case 'G':
            return real();
        case 'X':
        case 'T':
        case 'B':
            return text<std::uint32_t>();
        case 'U':
        case 'C':
        case 0x8c: // SHORT_BINUNICODE
            return text<std::uint8_t>();
        case 0x8d: // BINUNICODE8
            return text<std::uint64_t>();
        case ')':
            return m_builder.pushContainer(Kind::Tuple);
        case ']':
            return m_builder.pushContainer(Kind::List);
        case '}':
            return m_builder.pushContainer(Kind::Dict);
        case 0x85: // TUPLE1
        case 0x86:
        case 0x87: // TUPLE3
            return m_builder.tuple(opcode - 0x84u);
        case 't':
            return m_builder.tupleFromMark();
        case 'a':
            return m_builder.extend(Kind::List, 1);
        case 'e':
            return m_builder.extendFromMark(Kind::List);
        case 's':
            return m_builder.extend(Kind::Dict, 2);
        case 'u':
            return m_builder.extendFromMark(Kind::Dict);
        case 'c':
            return global();
        case 0x93: // STACK_GLOBAL
            return m_builder.globalFromStack();
        case 'R':
            return m_builder.reduce();
        case 0x81: // NEWOBJ
            return m_builder.newObject();
        case 'b':
            return m_builder.build();
        case 'Q':
            return m_builder.persistent();
        case 'q':
            return remember<std::uint8_t>();
        case 'r':
            return remember<std::uint32_t>();
        case 0x94: // MEMOIZE
            return m_builder.rememberNext();
        case 'h':
            return recall<std::uint8_t>();
        case 'j':
            return recall<std::uint32_t>();
        default:
            return fail(
                ErrorCode::Unsupported,
                fmt::format("the pickle in this file uses the operation 0x{:02x}, which no state dict "
                            "needs; save the state dict alone and choose that file",
                            opcode));
        }
    }

    /** What was read, or the error that the file ended. */
    template<typename T>
    static Result<T> whole(std::optional<T> value)
    {
        return value ? Result<T>(*value) : fail(ErrorCode::CorruptData, "it ends in the middle");
    }

    template<typename T>
    Result<T> number()
    {
        return whole(m_bytes.read<T>());
    }

    Result<void> skip(std::uint64_t count)
    {
        NAKAMA_CHECK(whole(m_bytes.take(count)));
        return {};
    }

    template<typename T>
    Result<void> integer()
    {
        NAKAMA_TRY(const auto value, number<T>());
        return m_builder.push({.kind = Kind::Int, .integer = value, .text = {}});
    }

    /** Two's complement of any length; what does not fit 64 bits stays as its bytes. */
    Result<void> longInteger()
    {
        NAKAMA_TRY(const auto length, number<std::uint8_t>());
        NAKAMA_TRY(const auto bytes, whole(m_bytes.text(length)));
        if (bytes.size() > 8)
            return m_builder.push({.kind = Kind::Text, .text = bytes});
        const bool negative = !bytes.empty() && (bytes.back() & 0x80);
        std::uint64_t value = negative ? ~std::uint64_t{0} : 0;
        for (std::size_t i = bytes.size(); i-- > 0;)
            value = (value << 8) | static_cast<unsigned char>(bytes[i]);
        return m_builder.push({.kind = Kind::Int, .integer = static_cast<std::int64_t>(value), .text = {}});
    }

    Result<void> real()
    {
        NAKAMA_TRY(const auto bits, number<std::uint64_t>());
        // The one big-endian value of a pickle.
        return m_builder.push(
            {.kind = Kind::Float, .real = std::bit_cast<double>(__builtin_bswap64(bits)), .text = {}});
    }

    template<typename Length>
    Result<void> text()
    {
        NAKAMA_TRY(const auto length, number<Length>());
        NAKAMA_TRY(const auto text, whole(m_bytes.text(length)));
        return m_builder.push({.kind = Kind::Text, .text = text});
    }

    Result<void> global()
    {
        NAKAMA_TRY(const auto module, whole(m_bytes.line()));
        NAKAMA_TRY(const auto name, whole(m_bytes.line()));
        return m_builder.global(module, name);
    }

    template<typename Id>
    Result<void> remember()
    {
        NAKAMA_TRY(const auto id, number<Id>());
        return m_builder.remember(id);
    }

    template<typename Id>
    Result<void> recall()
    {
        NAKAMA_TRY(const auto id, number<Id>());
        return m_builder.recall(id);
    }

    ByteReader m_bytes;
    PickleBuilder m_builder;
};

} // namespace

const PickleValue* Pickle::find(const PickleValue& dict, std::string_view key) const
{
    const auto& list = items(dict);
    for (std::size_t i = 0; i + 1 < list.size(); i += 2)
        if (list[i].kind == Kind::Text && list[i].text == key)
            return &list[i + 1];
    return nullptr;
}

Result<Pickle> readPickle(std::span<const std::byte> bytes, const std::string& file)
{
    Reader reader(bytes);
    auto pickle = reader.run();
    if (pickle)
        return pickle;
    auto error = std::move(pickle).error();
    if (error.code == ErrorCode::CorruptData)
        error.message = fmt::format("the pickle in this file is damaged: {} (at byte {})", error.message,
                                    reader.position());
    error.context = file;
    return fail(std::move(error));
}

} // namespace nakama
