#include "core/models/files/torch_objects.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace nakama
{

namespace
{

using Kind = PickleValue::Kind;

constexpr std::size_t mostDimensions = 32;
constexpr int deepestNesting = 4;

/** Under which keys people keep a state dict beside other things, the likeliest first. */
constexpr std::array<std::string_view, 7> nestKeys{"state_dict", "model_state_dict", "model",  "net",
                                                   "network",    "module",           "weights"};

Error corrupt(const std::string& what, const std::string& file)
{
    return {ErrorCode::CorruptData, "this weight file is damaged: " + what, file};
}

std::optional<std::vector<std::int64_t>> readIntegers(const Pickle& pickle, const PickleValue& value)
{
    auto list = value;
    if (list.kind == Kind::Call && pickle.items(list).size() == 2 &&
        pickle.items(list)[0].text == "torch.Size")
        list = pickle.items(list)[1];
    if (list.kind != Kind::Tuple && list.kind != Kind::List)
        return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const auto& item : pickle.items(list)) {
        if (item.kind != Kind::Int || numbers.size() == mostDimensions)
            return std::nullopt;
        numbers.push_back(item.integer);
    }
    return numbers;
}

bool isTensor(const Pickle& pickle, const PickleValue& value)
{
    const auto inner = unwrapParameter(pickle, value);
    return inner.kind == Kind::Persistent ||
           (inner.kind == Kind::Call &&
            pickle.items(inner)[0].text.starts_with("torch._utils._rebuild_tensor"));
}

bool holdsTensors(const Pickle& pickle, const PickleValue& dict)
{
    const auto& items = pickle.items(dict);
    for (std::size_t i = 1; i < items.size(); i += 2)
        if (isTensor(pickle, items[i]))
            return true;
    return false;
}

/** The keys of a dict, for a message. */
std::string keysText(const Pickle& pickle, const PickleValue& dict)
{
    constexpr std::size_t shown = 8;
    std::string text;
    const auto& items = pickle.items(dict);
    for (std::size_t i = 0; i < std::min(items.size(), 2 * shown); i += 2)
        if (items[i].kind == Kind::Text)
            text += fmt::format("{}{:.40}", text.empty() ? "" : ", ", items[i].text);
    return text.empty() ? "nothing with a name" : text;
}

struct Found
{
    PickleValue dict;
    std::string path;
};

Result<Found> findStateDict(const Pickle& pickle, const std::string& file)
{
    Found found{pickle.root, {}};
    for (int depth = 0; depth < deepestNesting && found.dict.kind == Kind::Dict; ++depth) {
        if (holdsTensors(pickle, found.dict))
            return found;
        const auto* const key = std::ranges::find_if(nestKeys, [&](std::string_view name) {
            const auto* value = pickle.find(found.dict, name);
            return value && value->kind == Kind::Dict;
        });
        if (key == nestKeys.end())
            break;
        found.dict = *pickle.find(found.dict, *key);
        found.path += fmt::format("{}{}", found.path.empty() ? "" : ".", *key);
    }
    const auto holds = found.dict.kind == Kind::Dict ? keysText(pickle, found.dict) : "a single value";
    return fail(ErrorCode::Unsupported,
                fmt::format("the file has no state dict, that is, no named tensors; it holds {}", holds),
                file);
}

/** rebuild(storage, offset, size, stride, …) */
Result<TensorEntry> rebuild(const Pickle& pickle, const std::vector<PickleValue>& call,
                            const StorageResolver& storages, const std::string& file)
{
    if (call.size() < 5 || call[1].kind != Kind::Persistent || call[2].kind != Kind::Int)
        return fail(corrupt("a tensor is not described as it should be", file));
    auto shape = readIntegers(pickle, call[3]);
    auto strides = readIntegers(pickle, call[4]);
    if (!shape || !strides)
        return fail(corrupt("the shape of a tensor is no list of numbers", file));
    NAKAMA_TRY(const auto storage, readStorageReference(pickle, call[1], file));
    NAKAMA_TRY(auto bytes, storages(storage));
    const auto size = dtypeSize(storage.dtype);
    const auto needed = static_cast<std::uint64_t>(storage.viewOffset + storage.viewElements);
    if (needed > bytes.size() / size)
        return fail(
            corrupt(fmt::format("the storage \"{:.40}\" has {} bytes, fewer than its {} elements need",
                                storage.key, bytes.size(), needed),
                    file));
    bytes = bytes.subspan(static_cast<std::size_t>(storage.viewOffset) * size,
                          static_cast<std::size_t>(storage.viewElements) * size);
    return placeTensor({storage.dtype, call[2].integer, std::move(*shape), std::move(*strides)}, bytes, file);
}

} // namespace

PickleValue unwrapParameter(const Pickle& pickle, const PickleValue& value)
{
    if (value.kind != Kind::Call || pickle.items(value).size() < 2)
        return value;
    const auto function = pickle.items(value)[0].text;
    const bool isParameter =
        function == "torch._utils._rebuild_parameter" || function == "torch.nn.parameter.Parameter";
    return isParameter ? pickle.items(value)[1] : value;
}

std::optional<DType> storageDtype(std::string_view global)
{
    static constexpr std::array<std::pair<std::string_view, DType>, 10> table{{
        {"torch.BoolStorage", DType::Bool},
        {"torch.ByteStorage", DType::U8},
        {"torch.CharStorage", DType::I8},
        {"torch.ShortStorage", DType::I16},
        {"torch.IntStorage", DType::I32},
        {"torch.LongStorage", DType::I64},
        {"torch.HalfStorage", DType::F16},
        {"torch.BFloat16Storage", DType::BF16},
        {"torch.FloatStorage", DType::F32},
        {"torch.DoubleStorage", DType::F64},
    }};
    const auto* found = std::ranges::find(table, global, [](const auto& row) { return row.first; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

Result<StorageReference> readStorageReference(const Pickle& pickle, const PickleValue& persistent,
                                              const std::string& file)
{
    const auto& id = pickle.items(persistent)[0];
    if (id.kind != Kind::Tuple)
        return fail(corrupt("a storage is not described as it should be", file));
    const auto& parts = pickle.items(id);
    if (parts.size() < 5 || parts[0].text != "storage" || parts[1].kind != Kind::Global ||
        parts[2].kind != Kind::Text || parts[4].kind != Kind::Int)
        return fail(corrupt("a storage is not described as it should be", file));

    const auto dtype = storageDtype(parts[1].text);
    if (!dtype)
        return fail(corrupt(fmt::format("\"{}\" is no storage", parts[1].text), file));
    StorageReference reference{*dtype, parts[2].text, parts[4].integer, 0, parts[4].integer};
    if (parts.size() > 5 && parts[5].kind != Kind::None) {
        // (key of the view, offset, elements)
        if (parts[5].kind != Kind::Tuple || pickle.items(parts[5]).size() != 3)
            return fail(corrupt("a part of a storage is not described as it should be", file));
        const auto& view = pickle.items(parts[5]);
        if (view[1].kind != Kind::Int || view[2].kind != Kind::Int)
            return fail(corrupt("a part of a storage is not described as it should be", file));
        reference.viewOffset = view[1].integer;
        reference.viewElements = view[2].integer;
    }
    constexpr auto most = std::int64_t{1} << 60;
    const bool sound = reference.elements >= 0 && reference.viewOffset >= 0 && reference.viewElements >= 0 &&
                       reference.elements < most && reference.viewOffset <= reference.elements &&
                       reference.viewElements <= reference.elements - reference.viewOffset;
    return sound ? Result<StorageReference>(reference)
                 : fail(corrupt(fmt::format("the storage \"{:.40}\" has an impossible size", reference.key),
                                file));
}

Result<TensorEntry> placeTensor(const TensorLayout& layout, std::span<std::byte> storage,
                                const std::string& file)
{
    const auto size = dtypeSize(layout.dtype);
    const auto elements = static_cast<std::int64_t>(storage.size() / size);
    const auto count = elementCount(layout.shape);
    if (!count || layout.shape.size() != layout.strides.size() || layout.offset < 0 ||
        layout.offset > elements ||
        std::ranges::any_of(layout.strides, [](auto stride) { return stride < 0; }))
        return fail(corrupt("a tensor has an impossible shape", file));
    TensorEntry entry{{}, layout.dtype, layout.shape, layout.strides, {}};
    if (*count == 0)
        return entry;
    if (*count > elements)
        return fail(ErrorCode::Unsupported,
                    "a tensor repeats the elements of its storage; save it with .contiguous()", file);

    std::int64_t last = layout.offset; // index of the last element in the storage
    for (std::size_t i = 0; i < layout.shape.size(); ++i) {
        std::int64_t reach = 0;
        if (__builtin_mul_overflow(layout.shape[i] - 1, layout.strides[i], &reach) ||
            __builtin_add_overflow(last, reach, &last) || last >= elements)
            return fail(corrupt("a tensor leaves its storage", file));
    }
    if (last >= elements)
        return fail(corrupt("a tensor leaves its storage", file));
    entry.bytes = storage.subspan(static_cast<std::size_t>(layout.offset) * size,
                                  static_cast<std::size_t>(last - layout.offset + 1) * size);
    return entry;
}

TensorResolver rebuiltTensors(const Pickle& pickle, StorageResolver storages, std::string file)
{
    return [&pickle, storages = std::move(storages),
            file = std::move(file)](const PickleValue& value) -> Result<std::optional<TensorEntry>> {
        const auto tensor = unwrapParameter(pickle, value);
        if (tensor.kind != Kind::Call ||
            !pickle.items(tensor)[0].text.starts_with("torch._utils._rebuild_tensor"))
            return std::nullopt;
        NAKAMA_TRY(auto entry, rebuild(pickle, pickle.items(tensor), storages, file));
        return entry;
    };
}

Result<WeightFile> collectStateDict(const Pickle& pickle, const TensorResolver& resolve,
                                    const std::string& file)
{
    NAKAMA_TRY(const auto found, findStateDict(pickle, file));
    WeightFile result;
    const auto& items = pickle.items(found.dict);
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        if (items[i].kind != Kind::Text)
            continue;
        NAKAMA_TRY(auto entry, resolve(items[i + 1]));
        if (!entry)
            continue;
        entry->name = std::string(items[i].text);
        result.tensors.push_back(std::move(*entry));
    }
    if (!found.path.empty())
        result.notes.push_back("the weights lay under \"" + found.path + "\"");
    return result;
}

} // namespace nakama
