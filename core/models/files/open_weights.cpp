#include "core/models/files/open_weights.h"

#include "core/models/files/hugging_face_folder.h"
#include "core/models/files/safetensors.h"
#include "core/models/files/torch_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace nakama
{

namespace
{

/** DataParallel, torch.compile and Lightning modules put these before every key. */
constexpr std::array<std::string_view, 4> wrapperPrefixes{"module.", "_orig_mod.", "model.", "net."};

std::string_view textOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool isPrintable(std::string_view text)
{
    return std::ranges::all_of(
        text, [](unsigned char c) { return c >= 0x20 || c == '\n' || c == '\r' || c == '\t'; });
}

/** What a file that holds no weights is, in words that help. */
Error notWeights(std::span<const std::byte> bytes, const std::string& name)
{
    const auto head = textOf(bytes.first(std::min<std::size_t>(bytes.size(), 256)));
    const auto refuse = [&](ErrorCode code, std::string message) {
        return Error{code, std::move(message), name};
    };
    if (head.starts_with("version https://git-lfs"))
        return refuse(ErrorCode::Unsupported,
                      "this is a Git LFS pointer, which only says where the weights are; fetch "
                      "the file itself with \"git lfs pull\", or from its web page");
    if (head.starts_with("\x89HDF"))
        return refuse(ErrorCode::Unsupported,
                      "this is an HDF5 file (Keras); Nakama reads PyTorch and safetensors files");
    if (head.starts_with("GGUF"))
        return refuse(ErrorCode::Unsupported, "this is a GGUF file, made for language models");
    if (head.starts_with("<") && isPrintable(head))
        return refuse(ErrorCode::Unsupported,
                      "this is a web page, not weights: the download gave an error page or "
                      "wants a log-in");
    if (isPrintable(head)) {
        const auto line = head.substr(0, std::min<std::size_t>(head.find_first_of("\r\n"), 80));
        return refuse(ErrorCode::Unsupported,
                      fmt::format("this is a text file, not weights; it starts with \"{}\"", line));
    }
    return refuse(
        ErrorCode::Unsupported,
        "this is no weight file that Nakama knows (.safetensors, .pth, .bin or a Hugging Face folder)");
}

bool isTar(std::string_view text)
{
    // The oldest tar programs wrote no "ustar"; torch's first member tells those.
    return text.size() > 512 && (text.substr(257, 5) == "ustar" || text.starts_with("sys_info"));
}

Result<WeightFile> parseContainer(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    const auto bytes = file->bytes();
    const auto text = textOf(bytes);
    if (text.starts_with("PK\x03\x04") || text.starts_with("PK\x05\x06"))
        return parseTorchZip(std::move(file), name);
    if (looksLikeSafetensors(bytes))
        return parseSafetensors(std::move(file), name);
    if (isTar(text))
        return parseTorchTar(std::move(file), name);
    if (text.starts_with("\x80"))
        return parseTorchLegacy(std::move(file), name);
    return fail(notWeights(bytes, name));
}

/** Well-formed UTF-8 without control characters, so that a name can be shown and written as JSON. */
bool isCleanUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xc2 ? 0
                                   : lead < 0xe0 ? 2
                                   : lead < 0xf0 ? 3
                                   : lead < 0xf5 ? 4
                                                 : 0;
        if (length == 0 || lead < 0x20 || i + length > text.size())
            return false;
        std::uint32_t point = length == 1 ? lead : lead & (0x7fu >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xc0) != 0x80)
                return false;
            point = (point << 6) | (next & 0x3fu);
        }
        const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        if (overlong || (point >= 0xd800 && point < 0xe000) || point > 0x10ffff)
            return false;
        i += length;
    }
    return true;
}

void takeOffPrefixes(WeightFile& file)
{
    for (bool again = true; again;) {
        again = false;
        for (const auto prefix : wrapperPrefixes) {
            const bool onAll =
                !file.tensors.empty() && std::ranges::all_of(file.tensors, [&](const auto& tensor) {
                    return tensor.name.starts_with(prefix) && tensor.name.size() > prefix.size();
                });
            if (!onAll)
                continue;
            for (auto& tensor : file.tensors)
                tensor.name.erase(0, prefix.size());
            file.notes.push_back(fmt::format("the prefix \"{}\" was taken off every name", prefix));
            again = true;
        }
    }
}

} // namespace

Result<WeightFile> parseWeights(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    NAKAMA_TRY(auto result, parseContainer(std::move(file), name));
    std::set<std::string_view> names;
    for (const auto& tensor : result.tensors) {
        if (!isCleanUtf8(tensor.name))
            return fail(ErrorCode::CorruptData, "the name of a tensor is not readable text", name);
        if (!names.insert(tensor.name).second)
            return fail(ErrorCode::CorruptData, fmt::format("it holds the tensor \"{}\" twice", tensor.name),
                        name);
    }
    return result;
}

Result<WeightFile> openWeights(const std::filesystem::path& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        NAKAMA_TRY(auto folder, openHuggingFaceFolder(path));
        takeOffPrefixes(folder);
        return folder;
    }
    NAKAMA_TRY(auto mapped, MappedFile::open(path));
    NAKAMA_TRY(auto file, parseWeights(std::move(mapped), path.string()));
    takeOffPrefixes(file);
    return file;
}

} // namespace nakama
