#include "core/models/files/pickle.h"

#include "core/models/files/byte_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace nakama
{

namespace
{

using Kind = PickleValue::Kind;

/** Values that one pickle may make: far more than a checkpoint has, and some 100 MB at most. */
constexpr std::size_t mostValues = 1'000'000;

/** The one class of which files, those before PyTorch 0.4, hold objects. */
constexpr std::string_view parameterClass = "torch.nn.parameter.Parameter";

/** Everything that a state dict names. Functions are recorded, classes become data; none is looked up. */
constexpr std::array knownGlobals{
    std::string_view("collections.OrderedDict"),
    std::string_view("torch._utils._rebuild_tensor"),
    std::string_view("torch._utils._rebuild_tensor_v2"),
    std::string_view("torch._utils._rebuild_parameter"),
    parameterClass,
    std::string_view("torch.Size"),
    std::string_view("torch.device"),
    std::string_view("torch.BoolStorage"),
    std::string_view("torch.ByteStorage"),
    std::string_view("torch.CharStorage"),
    std::string_view("torch.ShortStorage"),
    std::string_view("torch.IntStorage"),
    std::string_view("torch.LongStorage"),
    std::string_view("torch.HalfStorage"),
    std::string_view("torch.BFloat16Storage"),
    std::string_view("torch.FloatStorage"),
    std::string_view("torch.DoubleStorage"),
    std::string_view("torch.FloatTensor"), // the oldest files name tensor types as well
    std::string_view("torch.DoubleTensor"),
    std::string_view("torch.HalfTensor"),
    std::string_view("torch.LongTensor"),
    std::string_view("torch.IntTensor"),
    std::string_view("torch.ByteTensor"),
};

class Machine
{
public:
    Machine(std::span<const std::byte> bytes, const std::string& file) : m_reader(bytes), m_file(file) {}

    Result<Pickle> run()
    {
        while (!m_stopped) {
            const auto opcode = m_reader.read<unsigned char>();
            if (!opcode)
                return fail(corrupt("it ends in the middle"));
            if (m_values > mostValues)
                return fail(ErrorCode::TooLarge,
                            fmt::format("its object tree has more than {} values, which no state dict needs",
                                        mostValues),
                            m_file);
            NAKAMA_CHECK(step(*opcode));
        }
        m_pickle.bytesRead = m_reader.position();
        return std::move(m_pickle);
    }

private:
    Error corrupt(const std::string& what) const
    {
        return {ErrorCode::CorruptData,
                fmt::format("the pickle in this file is damaged: {} (at byte {})", what, m_reader.position()),
                m_file};
    }

    Result<void> step(unsigned char opcode)
    {
        switch (opcode) {
        case 0x80: // PROTO
            return m_reader.take(1) ? Result<void>{} : fail(corrupt("no version"));
        case 0x95: // FRAME
            return m_reader.take(8) ? Result<void>{} : fail(corrupt("no frame"));
        case '.': // STOP
            return stop();
        case '(': // MARK
            ++m_values;
            m_marks.push_back(m_stack.size());
            return {};
        case 'N':
            return push({.kind = Kind::None, .text = {}});
        case 0x88: // NEWTRUE
        case 0x89: // NEWFALSE
            return push({.kind = Kind::Bool, .integer = opcode == 0x88, .text = {}});
        case 'J':
            return pushInteger(m_reader.read<std::int32_t>());
        case 'K':
            return pushInteger(m_reader.read<std::uint8_t>());
        case 'M':
            return pushInteger(m_reader.read<std::uint16_t>());
        case 0x8a: // LONG1
            return pushLong(m_reader.read<std::uint8_t>());
        case 'G':
            return pushFloat();
        case 'X':
        case 'T':
        case 'B':
            return pushText(m_reader.read<std::uint32_t>());
        case 'U':
        case 'C':
        case 0x8c: // SHORT_BINUNICODE
            return pushText(m_reader.read<std::uint8_t>());
        case 0x8d: // BINUNICODE8
            return pushText(m_reader.read<std::uint64_t>());
        case ')':
            return pushContainer(Kind::Tuple, {});
        case ']':
            return pushContainer(Kind::List, {});
        case '}':
            return pushContainer(Kind::Dict, {});
        case 0x85: // TUPLE1
        case 0x86:
        case 0x87: // TUPLE3
            return tuple(opcode - 0x84u);
        case 't':
            return tupleFromMark();
        case 'a':
            return extend(Kind::List, 1);
        case 'e':
            return extendFromMark(Kind::List);
        case 's':
            return extend(Kind::Dict, 2);
        case 'u':
            return extendFromMark(Kind::Dict);
        case 'c':
            return globalFromLines();
        case 0x93: // STACK_GLOBAL
            return stackGlobal();
        case 'R':
            return reduce();
        case 0x81: // NEWOBJ
            return newObject();
        case 'b':
            return build();
        case 'Q':
            return persistent();
        case 'q':
            return remember(m_reader.read<std::uint8_t>());
        case 'r':
            return remember(m_reader.read<std::uint32_t>());
        case 0x94: // MEMOIZE
            return remember(std::optional(static_cast<std::uint32_t>(m_memo.size())));
        case 'h':
            return recall(m_reader.read<std::uint8_t>());
        case 'j':
            return recall(m_reader.read<std::uint32_t>());
        default:
            return fail(
                ErrorCode::Unsupported,
                fmt::format("the pickle in this file uses the operation 0x{:02x}, which no state dict "
                            "needs; save the state dict alone and choose that file",
                            opcode),
                m_file);
        }
    }

    Result<void> push(PickleValue value)
    {
        ++m_values;
        m_stack.push_back(value);
        return {};
    }

    template<typename T>
    Result<void> pushInteger(std::optional<T> value)
    {
        if (!value)
            return fail(corrupt("a number is cut off"));
        return push({.kind = Kind::Int, .integer = *value, .text = {}});
    }

    /** Two's complement of any length; what does not fit 64 bits stays as its bytes. */
    Result<void> pushLong(std::optional<std::uint8_t> length)
    {
        const auto bytes = length ? m_reader.text(*length) : std::nullopt;
        if (!bytes)
            return fail(corrupt("a number is cut off"));
        if (bytes->size() > 8)
            return push({.kind = Kind::Text, .text = *bytes});
        const bool negative = !bytes->empty() && (bytes->back() & 0x80);
        std::uint64_t value = negative ? ~std::uint64_t{0} : 0;
        for (std::size_t i = bytes->size(); i-- > 0;)
            value = (value << 8) | static_cast<unsigned char>((*bytes)[i]);
        return push({.kind = Kind::Int, .integer = static_cast<std::int64_t>(value), .text = {}});
    }

    Result<void> pushFloat()
    {
        auto bits = m_reader.read<std::uint64_t>();
        if (!bits)
            return fail(corrupt("a number is cut off"));
        *bits = __builtin_bswap64(*bits); // the one big-endian value of a pickle
        return push({.kind = Kind::Float, .real = std::bit_cast<double>(*bits), .text = {}});
    }

    template<typename T>
    Result<void> pushText(std::optional<T> length)
    {
        const auto text = length ? m_reader.text(*length) : std::nullopt;
        return text ? push({.kind = Kind::Text, .text = *text}) : fail(corrupt("a text is cut off"));
    }

    Result<void> pushContainer(Kind kind, std::vector<PickleValue> items)
    {
        const auto index = static_cast<std::int64_t>(m_pickle.containers.size());
        m_values += items.size() + 1;
        m_pickle.containers.push_back(std::move(items));
        return push({.kind = kind, .integer = index, .text = {}});
    }

    /** Values that may be taken from the stack: those above the last mark. */
    std::size_t available() const { return m_stack.size() - (m_marks.empty() ? 0 : m_marks.back()); }

    Result<std::vector<PickleValue>> pop(std::size_t count)
    {
        if (available() < count)
            return fail(corrupt("it takes more than it has"));
        const auto begin = m_stack.end() - static_cast<std::ptrdiff_t>(count);
        std::vector<PickleValue> values(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
        return values;
    }

    Result<std::vector<PickleValue>> popToMark()
    {
        if (m_marks.empty())
            return fail(corrupt("a mark is missing"));
        NAKAMA_TRY(auto values, pop(available()));
        m_marks.pop_back();
        return values;
    }

    Result<void> tuple(std::size_t count)
    {
        NAKAMA_TRY(auto values, pop(count));
        return pushContainer(Kind::Tuple, std::move(values));
    }

    Result<void> tupleFromMark()
    {
        NAKAMA_TRY(auto values, popToMark());
        return pushContainer(Kind::Tuple, std::move(values));
    }

    Result<void> extend(Kind kind, std::size_t count)
    {
        NAKAMA_TRY(auto values, pop(count));
        return append(kind, values);
    }

    Result<void> extendFromMark(Kind kind)
    {
        NAKAMA_TRY(auto values, popToMark());
        if (kind == Kind::Dict && values.size() % 2 != 0)
            return fail(corrupt("a key has no value"));
        return append(kind, values);
    }

    Result<void> append(Kind kind, const std::vector<PickleValue>& values)
    {
        if (available() < 1 || m_stack.back().kind != kind)
            return fail(corrupt("it fills what is no container"));
        auto& items = m_pickle.containers[static_cast<std::size_t>(m_stack.back().integer)];
        items.insert(items.end(), values.begin(), values.end());
        m_values += values.size();
        return {};
    }

    Result<void> global(std::string_view module, std::string_view name)
    {
        const auto full = fmt::format("{}.{}", module, name);
        const auto* known = std::ranges::find(knownGlobals, full);
        if (known == knownGlobals.end())
            return fail(
                ErrorCode::Unsupported,
                fmt::format("the file asks for \"{:.100}\", which no state dict needs; nothing of it was "
                            "run. Save the state dict alone (torch.save(model.state_dict(), …)) where you "
                            "trust the file, or get it as .safetensors",
                            full),
                m_file);
        return push({.kind = Kind::Global, .text = *known});
    }

    Result<void> globalFromLines()
    {
        const auto module = m_reader.line();
        const auto name = m_reader.line();
        return module && name ? global(*module, *name) : fail(corrupt("a name is cut off"));
    }

    Result<void> stackGlobal()
    {
        NAKAMA_TRY(const auto names, pop(2));
        if (names[0].kind != Kind::Text || names[1].kind != Kind::Text)
            return fail(corrupt("a name is no text"));
        return global(names[0].text, names[1].text);
    }

    Result<void> reduce()
    {
        NAKAMA_TRY(const auto parts, pop(2));
        if (parts[0].kind != Kind::Global || parts[1].kind != Kind::Tuple)
            return fail(corrupt("it calls what is no function"));
        auto arguments = m_pickle.items(parts[1]);
        if (parts[0].text == "collections.OrderedDict")
            return orderedDict(arguments);
        arguments.insert(arguments.begin(), parts[0]);
        return pushContainer(Kind::Call, std::move(arguments));
    }

    /** Python 2 gives the pairs as an argument, Python 3 sets them afterwards. */
    Result<void> orderedDict(const std::vector<PickleValue>& arguments)
    {
        std::vector<PickleValue> items;
        if (!arguments.empty()) {
            if (arguments[0].kind != Kind::List)
                return fail(corrupt("an OrderedDict is not made of a list"));
            for (const auto& pair : m_pickle.items(arguments[0])) {
                if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || m_pickle.items(pair).size() != 2)
                    return fail(corrupt("an OrderedDict is not made of pairs"));
                items.push_back(m_pickle.items(pair)[0]);
                items.push_back(m_pickle.items(pair)[1]);
            }
        }
        return pushContainer(Kind::Dict, std::move(items));
    }

    Result<void> newObject()
    {
        NAKAMA_TRY(const auto parts, pop(2));
        if (parts[0].kind != Kind::Global || parts[0].text != parameterClass || parts[1].kind != Kind::Tuple)
            return fail(corrupt("it makes an object of what is no class"));
        return pushContainer(Kind::Call, {parts[0]});
    }

    /** A state dict's attributes (_metadata: versions of its modules) are left aside; a parameter's are its
     * tensor. */
    Result<void> build()
    {
        NAKAMA_TRY(const auto state, pop(1));
        if (available() < 1)
            return fail(corrupt("it gives attributes to nothing"));
        const auto object = m_stack.back();
        if (object.kind == Kind::Dict)
            return {};
        if (object.kind != Kind::Call || m_pickle.items(object)[0].text != parameterClass ||
            state[0].kind != Kind::Tuple)
            return fail(corrupt("it gives attributes to what is no state dict"));
        const auto attributes = m_pickle.items(state[0]);
        return append(Kind::Call, attributes);
    }

    Result<void> persistent()
    {
        NAKAMA_TRY(auto id, pop(1));
        NAKAMA_CHECK(pushContainer(Kind::Persistent, std::move(id)));
        m_pickle.persistents.push_back(m_stack.back());
        return {};
    }

    template<typename T>
    Result<void> remember(std::optional<T> id)
    {
        if (!id || available() < 1)
            return fail(corrupt("nothing to remember"));
        m_memo[*id] = m_stack.back();
        ++m_values;
        return {};
    }

    template<typename T>
    Result<void> recall(std::optional<T> id)
    {
        const auto found = id ? m_memo.find(*id) : m_memo.end();
        return found != m_memo.end() ? push(found->second) : fail(corrupt("it recalls what it never saw"));
    }

    Result<void> stop()
    {
        NAKAMA_TRY(const auto root, pop(1));
        m_pickle.root = root[0];
        m_stopped = true;
        return {};
    }

    ByteReader m_reader;
    const std::string& m_file;
    Pickle m_pickle;
    std::vector<PickleValue> m_stack;
    std::vector<std::size_t> m_marks;
    std::unordered_map<std::uint32_t, PickleValue> m_memo;
    std::size_t m_values = 0;
    bool m_stopped = false;
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
    return Machine(bytes, file).run();
}

} // namespace nakama
