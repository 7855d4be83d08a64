#include "core/models/files/safetensors.h"

#include "core/models/files/safetensors_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace nakama
{

namespace
{

static_assert(std::endian::native == std::endian::little,
              "weight files are little-endian and are read in place");

constexpr std::uint64_t lengthBytes = 8;
constexpr std::uint64_t mostHeaderBytes = 100'000'000; // the bound of the reference implementation

std::uint64_t headerLength(std::span<const std::byte> bytes)
{
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), lengthBytes);
    return length;
}

Result<TensorEntry> toEntry(const SafetensorsField& field, std::span<std::byte> data, const std::string& file)
{
    const auto dtype = dtypeFromName(field.dtype);
    if (!dtype)
        return fail(
            ErrorCode::Unsupported,
            fmt::format("the tensor \"{}\" has the unknown element type \"{}\"", field.name, field.dtype),
            file);

    const auto begin = static_cast<std::uint64_t>(field.offsets[0]);
    const auto end = static_cast<std::uint64_t>(field.offsets[1]);
    if (begin > end || end > data.size())
        return fail(
            ErrorCode::CorruptData,
            fmt::format("the tensor \"{}\" lies at bytes {} to {} of {}; the file is damaged or was not "
                        "downloaded whole",
                        field.name, begin, end, data.size()),
            file);

    const auto count = elementCount(field.shape);
    const auto size = dtypeSize(*dtype);
    if (!count || static_cast<std::uint64_t>(*count) > data.size() / size ||
        static_cast<std::uint64_t>(*count) * size != end - begin)
        return fail(ErrorCode::CorruptData,
                    fmt::format("the tensor \"{}\" of type {} and shape ({}) cannot have {} bytes",
                                field.name, field.dtype, fmt::join(field.shape, ","), end - begin),
                    file);

    return TensorEntry{.name = field.name,
                       .dtype = *dtype,
                       .shape = field.shape,
                       .strides = denseStrides(field.shape),
                       .bytes = data.subspan(begin, end - begin)};
}

/** The format allows neither overlaps nor holes, so that a file has no bytes that nobody looks at. */
Result<void> checkCoverage(const std::vector<TensorEntry>& tensors, std::span<std::byte> data,
                           const std::string& file)
{
    std::vector<const TensorEntry*> inOrder;
    for (const auto& tensor : tensors)
        inOrder.push_back(&tensor);
    std::ranges::sort(inOrder, {}, [](const TensorEntry* tensor) {
        return std::pair(tensor->bytes.data(), tensor->bytes.size());
    });

    const std::byte* end = data.data();
    for (const auto* tensor : inOrder) {
        if (tensor->bytes.data() != end)
            return fail(
                ErrorCode::CorruptData,
                fmt::format("the tensor \"{}\" overlaps the one before it, or leaves a hole", tensor->name),
                file);
        end += tensor->bytes.size();
    }
    if (end != data.data() + data.size())
        return fail(ErrorCode::CorruptData, "the file has more bytes than its tensors", file);
    return {};
}

} // namespace

bool looksLikeSafetensors(std::span<const std::byte> bytes)
{
    return bytes.size() > lengthBytes && bytes[lengthBytes] == std::byte{'{'} &&
           headerLength(bytes) <= mostHeaderBytes;
}

Result<WeightFile> parseSafetensors(std::shared_ptr<const MappedFile> file, const std::string& name)
{
    const auto bytes = file->bytes();
    if (bytes.size() < lengthBytes)
        return fail(ErrorCode::CorruptData, "the file is too short for a safetensors file", name);
    const auto length = headerLength(bytes);
    if (length > mostHeaderBytes)
        return fail(ErrorCode::CorruptData,
                    fmt::format("this is not a safetensors file: its header would have {} bytes", length),
                    name);
    if (length > bytes.size() - lengthBytes)
        return fail(ErrorCode::CorruptData, "the file ends within its header; it was not downloaded whole",
                    name);

    SafetensorsHeader header;
    const auto* text = reinterpret_cast<const char*>(bytes.data() + lengthBytes);
    if (!nlohmann::json::sax_parse(text, text + length, &header))
        return fail(ErrorCode::CorruptData, "this is not a sound safetensors file: " + header.error, name);

    WeightFile result;
    const auto data = bytes.subspan(lengthBytes + length);
    for (const auto& field : header.fields) {
        NAKAMA_TRY(auto entry, toEntry(field, data, name));
        result.tensors.push_back(std::move(entry));
    }
    NAKAMA_CHECK(checkCoverage(result.tensors, data, name));
    result.metadata = std::move(header.metadata);
    result.kind = "safetensors";
    result.mappings.push_back(std::move(file));
    return result;
}

} // namespace nakama
