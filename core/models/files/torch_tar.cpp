#include "core/models/files/byte_reader.h"
#include "core/models/files/torch_files.h"
#include "core/models/files/torch_objects.h"

#include <fmt/format.h>

#include <charconv>
#include <map>

namespace nakama
{

namespace
{

using Kind = PickleValue::Kind;
using Members = std::map<std::string, std::span<std::byte>>;

constexpr std::size_t blockBytes = 512;
constexpr std::int64_t mostObjects = 1'000'000;

Error damaged(const std::string& what, const std::string& file)
{
    return {ErrorCode::CorruptData, "this old weight file (a TAR archive) is damaged: " + what, file};
}

std::optional<std::uint64_t> readOctal(std::string_view field)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value, 8);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

/** Regular members by name. Errors: CorruptData (one that leaves the file). */
Result<Members> listTar(std::span<std::byte> archive, const std::string& file)
{
    Members members;
    while (archive.size() >= blockBytes && archive[0] != std::byte{0}) {
        const std::string_view header(reinterpret_cast<const char*>(archive.data()), blockBytes);
        const auto name = std::string(header.substr(0, header.substr(0, 100).find('\0')));
        const auto size = readOctal(header.substr(124, 12));
        archive = archive.subspan(blockBytes);
        if (!size || *size > archive.size())
            return fail(
                damaged(fmt::format("it ends within \"{:.40}\"; it was not downloaded whole", name), file));
        if (const char type = header[156]; type == '0' || type == '\0')
            members.emplace(name, archive.first(*size));
        const auto padded = (*size + blockBytes - 1) / blockBytes * blockBytes;
        archive = archive.subspan(std::min<std::size_t>(padded, archive.size()));
    }
    return members;
}

/** A member as a run of pickles with raw data between them. */
class Member
{
public:
    Member(std::span<std::byte> bytes, const std::string& file) : m_bytes(bytes), m_file(file) {}

    Result<Pickle> pickle()
    {
        NAKAMA_TRY(auto pickle, readPickle(m_bytes, m_file));
        m_bytes = m_bytes.subspan(pickle.bytesRead);
        return pickle;
    }

    /** The count that a member starts with. */
    Result<std::int64_t> count()
    {
        NAKAMA_TRY(const auto value, pickle());
        if (value.root.kind != Kind::Int || value.root.integer < 0 || value.root.integer > mostObjects)
            return fail(damaged("a count is missing", m_file));
        return value.root.integer;
    }

    Result<std::int64_t> integer()
    {
        NAKAMA_TRY(const auto bytes, take(sizeof(std::int64_t)));
        return *ByteReader(bytes).read<std::int64_t>();
    }

    Result<std::span<std::byte>> take(std::uint64_t size)
    {
        if (size > m_bytes.size())
            return fail(damaged("it ends too early", m_file));
        const auto taken = m_bytes.first(size);
        m_bytes = m_bytes.subspan(size);
        return taken;
    }

private:
    std::span<std::byte> m_bytes;
    const std::string& m_file;
};

struct Storage
{
    DType dtype = DType::F32;
    std::span<std::byte> bytes;
};
using Storages = std::map<std::int64_t, Storage>;

/** The items of a tuple of this many values that starts with integers. */
Result<std::vector<PickleValue>> readTuple(const Pickle& pickle, const PickleValue& value, std::size_t size,
                                           std::size_t integers, const std::string& file)
{
    if (value.kind != Kind::Tuple || pickle.items(value).size() != size)
        return fail(damaged("an entry is not described as it should be", file));
    const auto& items = pickle.items(value);
    for (std::size_t i = 0; i < integers; ++i)
        if (items[i].kind != Kind::Int)
            return fail(damaged("an entry has no number", file));
    return items;
}

/** storages: a count; for each (key, location, type), an i64 count of elements and the elements; then the
 * views. */
Result<Storages> readStorages(std::span<std::byte> bytes, const std::string& file)
{
    Member member(bytes, file);
    Storages storages;
    NAKAMA_TRY(const auto count, member.count());
    for (std::int64_t i = 0; i < count; ++i) {
        NAKAMA_TRY(const auto pickle, member.pickle());
        NAKAMA_TRY(const auto entry, readTuple(pickle, pickle.root, 3, 1, file));
        const auto dtype = storageDtype(entry[2].text);
        NAKAMA_TRY(const auto elements, member.integer());
        if (!dtype || elements < 0 || elements > std::int64_t{1} << 58)
            return fail(damaged("a storage has an impossible size or type", file));
        NAKAMA_TRY(const auto data, member.take(static_cast<std::uint64_t>(elements) * dtypeSize(*dtype)));
        storages[entry[0].integer] = {*dtype, data};
    }

    NAKAMA_TRY(const auto views, member.pickle());
    if (views.root.kind != Kind::List)
        return fail(damaged("the list of views is missing", file));
    for (const auto& item : views.items(views.root)) {
        NAKAMA_TRY(const auto view, readTuple(views, item, 4, 4, file));
        const auto root = storages.find(view[1].integer);
        if (root == storages.end())
            return fail(damaged("a view has no storage", file));
        const auto size = dtypeSize(root->second.dtype);
        const auto elements = static_cast<std::int64_t>(root->second.bytes.size() / size);
        const auto offset = view[2].integer;
        const auto length = view[3].integer;
        if (offset < 0 || length < 0 || offset > elements || length > elements - offset)
            return fail(damaged("a view leaves its storage", file));
        const auto part = root->second.bytes.subspan(static_cast<std::size_t>(offset) * size,
                                                     static_cast<std::size_t>(length) * size);
        storages[view[0].integer] = {root->second.dtype, part};
    }
    return storages;
}

/** tensors: a count; for each (key, storage, type), i32 dimensions, i32 padding, sizes, strides, offset. */
Result<std::map<std::int64_t, TensorEntry>> readTensors(std::span<std::byte> bytes, const Storages& storages,
                                                        const std::string& file)
{
    Member member(bytes, file);
    std::map<std::int64_t, TensorEntry> tensors;
    NAKAMA_TRY(const auto count, member.count());
    for (std::int64_t i = 0; i < count; ++i) {
        NAKAMA_TRY(const auto pickle, member.pickle());
        NAKAMA_TRY(const auto entry, readTuple(pickle, pickle.root, 3, 2, file));
        const auto storage = storages.find(entry[1].integer);
        if (storage == storages.end())
            return fail(damaged("a tensor has no storage", file));
        NAKAMA_TRY(const auto head, member.integer());
        const auto dimensions = static_cast<std::int32_t>(head); // the upper half was always noise
        if (dimensions < 0 || dimensions > 32)
            return fail(damaged("a tensor has an impossible shape", file));
        TensorLayout layout{.dtype = storage->second.dtype, .shape = {}, .strides = {}};
        for (auto* list : {&layout.shape, &layout.strides})
            for (std::int32_t d = 0; d < dimensions; ++d) {
                NAKAMA_TRY(const auto number, member.integer());
                list->push_back(number);
            }
        NAKAMA_TRY(layout.offset, member.integer());
        NAKAMA_TRY(tensors[entry[0].integer], placeTensor(layout, storage->second.bytes, file));
    }
    return tensors;
}

} // namespace

Result<WeightFile> parseTorchTar(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    NAKAMA_TRY(const auto members, listTar(file->bytes(), name));
    for (const auto* wanted : {"storages", "tensors", "pickle"})
        if (!members.contains(wanted))
            return fail(
                ErrorCode::Unsupported,
                fmt::format("this is a TAR archive, but not one that PyTorch wrote (it has no \"{}\")",
                            wanted),
                name);
    NAKAMA_TRY(const auto storages, readStorages(members.at("storages"), name));
    NAKAMA_TRY(const auto tensors, readTensors(members.at("tensors"), storages, name));
    NAKAMA_TRY(const auto pickle, readPickle(members.at("pickle"), name));

    // Here a tensor is a persistent id: its key, written out.
    const auto resolve = [&](const PickleValue& value) -> Result<std::optional<TensorEntry>> {
        const auto tensor = unwrapParameter(pickle, value);
        if (tensor.kind != Kind::Persistent)
            return std::nullopt;
        const auto& id = pickle.items(tensor)[0];
        std::int64_t key = 0;
        if (id.kind == Kind::Text)
            std::from_chars(id.text.data(), id.text.data() + id.text.size(), key);
        const auto found = tensors.find(key);
        if (found == tensors.end())
            return fail(damaged("a named tensor is missing", name));
        return found->second;
    };
    NAKAMA_TRY(auto result, collectStateDict(pickle, resolve, name));
    result.kind = "PyTorch (before 0.1.12)";
    result.mappings.push_back(std::move(file));
    return result;
}

} // namespace nakama
