#include "core/models/files/pickle_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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

tl::unexpected<Error> corrupt(std::string what)
{
    return fail(ErrorCode::CorruptData, std::move(what));
}

} // namespace

Result<void> PickleBuilder::checkBound() const
{
    if (m_values <= mostValues)
        return {};
    return fail(
        ErrorCode::TooLarge,
        fmt::format("its object tree has more than {} values, which no state dict needs", mostValues));
}

Result<void> PickleBuilder::push(const PickleValue& value)
{
    ++m_values;
    m_stack.push_back(value);
    return {};
}

Result<void> PickleBuilder::pushContainer(Kind kind, std::vector<PickleValue> items)
{
    const auto index = static_cast<std::int64_t>(m_pickle.containers.size());
    m_values += items.size() + 1;
    m_pickle.containers.push_back(std::move(items));
    return push({.kind = kind, .integer = index, .text = {}});
}

Result<void> PickleBuilder::mark()
{
    ++m_values;
    m_marks.push_back(m_stack.size());
    return {};
}

/** Values that may be taken from the stack: those above the last mark. */
std::size_t PickleBuilder::available() const
{
    return m_stack.size() - (m_marks.empty() ? 0 : m_marks.back());
}

Result<std::vector<PickleValue>> PickleBuilder::pop(std::size_t count)
{
    if (available() < count)
        return corrupt("it takes more than it has");
    const auto begin = m_stack.end() - static_cast<std::ptrdiff_t>(count);
    std::vector<PickleValue> values(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    return values;
}

Result<std::vector<PickleValue>> PickleBuilder::popToMark()
{
    if (m_marks.empty())
        return corrupt("a mark is missing");
    NAKAMA_TRY(auto values, pop(available()));
    m_marks.pop_back();
    return values;
}

Result<void> PickleBuilder::tuple(std::size_t count)
{
    NAKAMA_TRY(auto values, pop(count));
    return pushContainer(Kind::Tuple, std::move(values));
}

Result<void> PickleBuilder::tupleFromMark()
{
    NAKAMA_TRY(auto values, popToMark());
    return pushContainer(Kind::Tuple, std::move(values));
}

Result<void> PickleBuilder::extend(Kind kind, std::size_t count)
{
    NAKAMA_TRY(const auto values, pop(count));
    return append(kind, values);
}

Result<void> PickleBuilder::extendFromMark(Kind kind)
{
    NAKAMA_TRY(const auto values, popToMark());
    if (kind == Kind::Dict && values.size() % 2 != 0)
        return corrupt("a key has no value");
    return append(kind, values);
}

Result<void> PickleBuilder::append(Kind kind, const std::vector<PickleValue>& values)
{
    if (available() < 1 || m_stack.back().kind != kind)
        return corrupt("it fills what is no container");
    auto& items = m_pickle.containers[static_cast<std::size_t>(m_stack.back().integer)];
    items.insert(items.end(), values.begin(), values.end());
    m_values += values.size();
    return {};
}

Result<void> PickleBuilder::global(std::string_view module, std::string_view name)
{
    const auto full = fmt::format("{}.{}", module, name);
    const auto* known = std::ranges::find(knownGlobals, full);
    if (known == knownGlobals.end())
        return fail(
            ErrorCode::Unsupported,
            fmt::format("the file asks for \"{:.100}\", which no state dict needs; nothing of it was "
                        "run. Save the state dict alone (torch.save(model.state_dict(), …)) where you "
                        "trust the file, or get it as .safetensors",
                        full));
    return push({.kind = Kind::Global, .text = *known});
}

Result<void> PickleBuilder::globalFromStack()
{
    NAKAMA_TRY(const auto names, pop(2));
    if (names[0].kind != Kind::Text || names[1].kind != Kind::Text)
        return corrupt("a name is no text");
    return global(names[0].text, names[1].text);
}

Result<void> PickleBuilder::reduce()
{
    NAKAMA_TRY(const auto parts, pop(2));
    if (parts[0].kind != Kind::Global || parts[1].kind != Kind::Tuple)
        return corrupt("it calls what is no function");
    auto arguments = m_pickle.items(parts[1]);
    if (parts[0].text == "collections.OrderedDict")
        return orderedDict(arguments);
    arguments.insert(arguments.begin(), parts[0]);
    return pushContainer(Kind::Call, std::move(arguments));
}

/** Python 2 gives the pairs as an argument, Python 3 sets them afterwards. */
Result<void> PickleBuilder::orderedDict(const std::vector<PickleValue>& arguments)
{
    std::vector<PickleValue> items;
    if (!arguments.empty()) {
        if (arguments[0].kind != Kind::List)
            return corrupt("an OrderedDict is not made of a list");
        for (const auto& pair : m_pickle.items(arguments[0])) {
            if ((pair.kind != Kind::List && pair.kind != Kind::Tuple) || m_pickle.items(pair).size() != 2)
                return corrupt("an OrderedDict is not made of pairs");
            items.push_back(m_pickle.items(pair)[0]);
            items.push_back(m_pickle.items(pair)[1]);
        }
    }
    return pushContainer(Kind::Dict, std::move(items));
}

Result<void> PickleBuilder::newObject()
{
    NAKAMA_TRY(const auto parts, pop(2));
    if (parts[0].kind != Kind::Global || parts[0].text != parameterClass || parts[1].kind != Kind::Tuple)
        return corrupt("it makes an object of what is no class");
    return pushContainer(Kind::Call, {parts[0]});
}

/** A state dict's attributes (_metadata: versions of its modules) are left aside; a parameter's are its
 * tensor. */
Result<void> PickleBuilder::build()
{
    NAKAMA_TRY(const auto state, pop(1));
    if (available() < 1)
        return corrupt("it gives attributes to nothing");
    const auto object = m_stack.back();
    if (object.kind == Kind::Dict)
        return {};
    if (object.kind != Kind::Call || m_pickle.items(object)[0].text != parameterClass ||
        state[0].kind != Kind::Tuple)
        return corrupt("it gives attributes to what is no state dict");
    const auto attributes = m_pickle.items(state[0]);
    return append(Kind::Call, attributes);
}

Result<void> PickleBuilder::persistent()
{
    NAKAMA_TRY(auto id, pop(1));
    NAKAMA_CHECK(pushContainer(Kind::Persistent, std::move(id)));
    m_pickle.persistents.push_back(m_stack.back());
    return {};
}

Result<void> PickleBuilder::remember(std::uint32_t id)
{
    if (available() < 1)
        return corrupt("nothing to remember");
    m_memo[id] = m_stack.back();
    ++m_values;
    return {};
}

Result<void> PickleBuilder::rememberNext()
{
    return remember(static_cast<std::uint32_t>(m_memo.size()));
}

Result<void> PickleBuilder::recall(std::uint32_t id)
{
    const auto found = m_memo.find(id);
    if (found == m_memo.end())
        return corrupt("it recalls what it never saw");
    return push(found->second);
}

Result<Pickle> PickleBuilder::finish()
{
    NAKAMA_TRY(const auto root, pop(1));
    m_pickle.root = root[0];
    return std::move(m_pickle);
}

} // namespace nakama
