#include "core/models/files/torch_files.h"
#include "core/models/files/torch_objects.h"
#include "core/models/files/zip_directory.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace nakama
{

namespace
{

using Members = std::map<std::string_view, std::span<std::byte>>;

/** The folder that all members lie in, with its slash. Errors: Unsupported, CorruptData (two data.pkl). */
Result<std::string> findFolder(const Members& members, const std::string& file)
{
    constexpr std::string_view wanted = "data.pkl";
    const auto isPickle = [&](const auto& member) {
        return member.first == wanted || member.first.ends_with("/data.pkl");
    };
    const auto count = std::ranges::count_if(members, isPickle);
    if (count == 0)
        return fail(ErrorCode::Unsupported,
                    "this is a zip archive, but not one that PyTorch wrote (it has no data.pkl)", file);
    if (count > 1)
        return fail(ErrorCode::CorruptData,
                    "the archive holds two data.pkl, so it is not clear which to read", file);
    const auto name = std::ranges::find_if(members, isPickle)->first;
    return std::string(name.substr(0, name.size() - wanted.size()));
}

/** PyTorch never packs; a storage that is packed could not be used in place, and could be a bomb. */
Result<void> requireStored(const std::vector<ZipMember>& members, const std::string& file)
{
    const auto packed =
        std::ranges::find_if(members, [](const auto& m) { return m.packing != ZipPacking::Stored; });
    if (packed == members.end())
        return {};
    if (packed->packing == ZipPacking::Encrypted)
        return fail(ErrorCode::Unsupported, fmt::format("\"{:.100}\" in it is encrypted", packed->name),
                    file);
    return fail(
        ErrorCode::Unsupported,
        fmt::format("\"{:.100}\" in it is compressed, which PyTorch never does: the file was packed again "
                    "by another program; unpack it and choose what is inside",
                    packed->name),
        file);
}

} // namespace

Result<WeightFile> parseTorchZip(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    NAKAMA_TRY(const auto list, listZip(file->bytes(), name));
    Members members;
    for (const auto& member : list)
        members.emplace(member.name, member.bytes);
    NAKAMA_TRY(const auto folder, findFolder(members, name));
    if (members.contains(folder + "constants.pkl"))
        return fail(
            ErrorCode::Unsupported,
            "this is a TorchScript program, not weights alone; save its state_dict() in Python and choose "
            "that file",
            name);
    NAKAMA_CHECK(requireStored(list, name));
    if (const auto order = members.find(folder + "byteorder");
        order != members.end() && std::string_view(reinterpret_cast<const char*>(order->second.data()),
                                                   order->second.size()) != "little")
        return fail(ErrorCode::Unsupported,
                    "the file was written on a big-endian machine; save it again on a PC", name);

    NAKAMA_TRY(const auto pickle, readPickle(members.at(folder + "data.pkl"), name));
    const auto storages = [&](const StorageReference& storage) -> Result<std::span<std::byte>> {
        const auto found = members.find(fmt::format("{}data/{}", folder, storage.key));
        if (found == members.end())
            return fail(ErrorCode::CorruptData,
                        fmt::format("the archive has no data for the storage \"{:.40}\"", storage.key), name);
        return found->second;
    };
    NAKAMA_TRY(auto result, collectStateDict(pickle, rebuiltTensors(pickle, storages, name), name));
    result.kind = "PyTorch (zip)";
    result.mappings.push_back(std::move(file));
    return result;
}

} // namespace nakama
