#include "core/models/files/byte_reader.h"
#include "core/models/files/torch_files.h"
#include "core/models/files/torch_objects.h"

#include <fmt/format.h>

#include <map>

namespace nakama
{

namespace
{

using Kind = PickleValue::Kind;

constexpr std::string_view magic = "\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19"; // 0x1950a86a20f9469cfc6c
constexpr std::int64_t knownProtocol = 1001;

Error damaged(const std::string& what, const std::string& file)
{
    return {ErrorCode::CorruptData, "this weight file is damaged: " + what, file};
}

/** Reads pickle after pickle. */
class Pickles
{
public:
    Pickles(std::span<std::byte> bytes, const std::string& file) : m_bytes(bytes), m_file(file) {}

    Result<Pickle> next()
    {
        NAKAMA_TRY(auto pickle, readPickle(m_bytes, m_file));
        m_bytes = m_bytes.subspan(pickle.bytesRead);
        return pickle;
    }

    std::span<std::byte> rest() const { return m_bytes; }

private:
    std::span<std::byte> m_bytes;
    const std::string& m_file;
};

Result<void> checkPreamble(Pickles& pickles, const std::string& file)
{
    NAKAMA_TRY(const auto number, pickles.next());
    NAKAMA_TRY(const auto protocol, pickles.next());
    NAKAMA_TRY(const auto system, pickles.next());
    if (number.root.text != magic)
        return fail(ErrorCode::Unsupported, "this is a pickle, but not one that torch.save wrote", file);
    if (protocol.root.kind != Kind::Int || protocol.root.integer != knownProtocol)
        return fail(ErrorCode::Unsupported, "the file has an unknown version of PyTorch's format", file);
    const auto* little = system.root.kind == Kind::Dict ? system.find(system.root, "little_endian") : nullptr;
    if (little && little->kind == Kind::Bool && little->integer == 0)
        return fail(ErrorCode::Unsupported,
                    "the file was written on a big-endian machine; save it again on a PC", file);
    return {};
}

using Storages = std::map<std::string_view, std::span<std::byte>>;

/** Finds the storages behind the pickles, in the order of their keys. */
Result<Storages> locateStorages(const Pickle& object, const Pickle& keys, std::span<std::byte> data,
                                const std::string& file)
{
    std::map<std::string_view, StorageReference> references;
    for (const auto& persistent : object.persistents) {
        NAKAMA_TRY(const auto reference, readStorageReference(object, persistent, file));
        references.emplace(reference.key, reference);
    }
    if (keys.root.kind != Kind::List)
        return fail(damaged("the list of its storages is missing", file));

    Storages storages;
    for (const auto& key : keys.items(keys.root)) {
        const auto found = references.find(key.text);
        if (key.kind != Kind::Text || found == references.end())
            return fail(damaged("it has a storage that nothing names", file));
        ByteReader reader(data);
        const auto elements = reader.read<std::int64_t>();
        if (!elements || *elements != found->second.elements)
            return fail(
                damaged(fmt::format("the storage \"{:.40}\" is not where it should be; the file may not "
                                    "have been downloaded whole",
                                    key.text),
                        file));
        const auto size = static_cast<std::uint64_t>(*elements) * dtypeSize(found->second.dtype);
        if (size > reader.left())
            return fail(damaged(
                fmt::format("it ends within the storage \"{:.40}\"; it was not downloaded whole", key.text),
                file));
        storages.emplace(key.text, data.subspan(sizeof(std::int64_t), size));
        data = data.subspan(sizeof(std::int64_t) + size);
    }
    return storages;
}

} // namespace

Result<WeightFile> parseTorchLegacy(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    Pickles pickles(file->bytes(), name);
    NAKAMA_CHECK(checkPreamble(pickles, name));
    NAKAMA_TRY(const auto object, pickles.next());
    NAKAMA_TRY(const auto keys, pickles.next());
    NAKAMA_TRY(const auto storages, locateStorages(object, keys, pickles.rest(), name));
    const auto resolve = [&](const StorageReference& storage) -> Result<std::span<std::byte>> {
        const auto found = storages.find(storage.key);
        if (found == storages.end())
            return fail(damaged(fmt::format("it has no data for the storage \"{:.40}\"", storage.key), name));
        return found->second;
    };
    NAKAMA_TRY(auto result, collectStateDict(object, rebuiltTensors(object, resolve, name), name));
    result.kind = "PyTorch (before 1.6)";
    result.mappings.push_back(std::move(file));
    return result;
}

} // namespace nakama
