#include "core/models/detail/state_dict.h"

#include "core/base/atomic_file.h"
#include "core/models/detail/tensors.h"
#include "core/models/files/open_weights.h"
#include "core/models/files/safetensors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <optional>

namespace nakama
{

namespace
{

std::optional<torch::Dtype> torchDtype(DType dtype)
{
    switch (dtype) {
    case DType::Bool:
        return torch::kBool;
    case DType::U8:
        return torch::kUInt8;
    case DType::I8:
        return torch::kInt8;
    case DType::I16:
        return torch::kInt16;
    case DType::I32:
        return torch::kInt32;
    case DType::I64:
        return torch::kInt64;
    case DType::F16:
        return torch::kFloat16;
    case DType::BF16:
        return torch::kBFloat16;
    case DType::F32:
        return torch::kFloat32;
    case DType::F64:
        return torch::kFloat64;
    default:
        return std::nullopt;
    }
}

std::optional<DType> fileDtype(torch::Dtype dtype)
{
    for (const auto candidate : {DType::Bool, DType::U8, DType::I8, DType::I16, DType::I32, DType::I64,
                                 DType::F16, DType::BF16, DType::F32, DType::F64})
        if (torchDtype(candidate) == dtype)
            return candidate;
    return std::nullopt;
}

void appendState(const torch::nn::Module& module, const std::string& prefix, StateDict& state)
{
    for (const auto& parameter : module.named_parameters(/*recurse=*/false))
        state.tensors.emplace_back(prefix + parameter.key(), parameter.value().detach());
    for (const auto& buffer : module.named_buffers(/*recurse=*/false))
        state.tensors.emplace_back(prefix + buffer.key(), buffer.value().detach());
    for (const auto& child : module.named_children())
        appendState(*child.value(), prefix + child.key() + ".", state);
}

} // namespace

const torch::Tensor* StateDict::find(const std::string& key) const
{
    const auto found = std::ranges::find(tensors, key, &decltype(tensors)::value_type::first);
    return found == tensors.end() ? nullptr : &found->second;
}

Result<torch::Tensor> toTensor(const WeightFile& file, const TensorEntry& entry, const std::string& name)
{
    const auto dtype = torchDtype(entry.dtype);
    if (!dtype)
        return fail(ErrorCode::Unsupported,
                    fmt::format("the tensor \"{}\" has elements of type {}, which cannot be used here; "
                                "convert the file to F32 or F16",
                                entry.name, dtypeName(entry.dtype)),
                    name);
    if (elementCount(entry.shape) == 0)
        return torch::empty(entry.shape, *dtype);
    if (!std::ranges::all_of(file.mappings, [](const auto& mapping) { return mapping->isWhole(); }))
        return fail(ErrorCode::Io, "another program cut the file short while it was read; choose it again",
                    name);

    const auto bytes = entry.bytes;
    const auto release = [bytes, mappings = file.mappings] {
        for (const auto& mapping : mappings)
            mapping->release(bytes);
    };
    // The formats do not promise alignment, and LibTorch reads elements in place.
    if (reinterpret_cast<std::uintptr_t>(bytes.data()) % dtypeSize(entry.dtype) == 0)
        return torch::from_blob(
            bytes.data(), entry.shape, entry.strides, [release](void*) { release(); }, *dtype);
    auto copy = torch::empty({static_cast<std::int64_t>(bytes.size())}, torch::kUInt8);
    std::memcpy(copy.data_ptr(), bytes.data(), bytes.size());
    release();
    return torch::from_blob(
        copy.data_ptr(), entry.shape, entry.strides, [copy](void*) {}, *dtype);
}

namespace
{

Result<StateDict> toStateDict(const WeightFile& file, const std::string& name)
{
    StateDict state;
    state.metadata = file.metadata;
    for (const auto& entry : file.tensors) {
        NAKAMA_TRY(auto tensor, toTensor(file, entry, name));
        state.tensors.emplace_back(entry.name, std::move(tensor));
    }
    return state;
}

} // namespace

Result<StateDict> readSafetensors(const std::filesystem::path& path)
{
    NAKAMA_TRY(auto file, MappedFile::open(path));
    NAKAMA_TRY(const auto parsed, parseSafetensors(std::move(file), path.string()));
    return toStateDict(parsed, path.string());
}

Result<StateDict> readWeights(const std::filesystem::path& path)
{
    NAKAMA_TRY(const auto file, openWeights(path));
    return toStateDict(file, path.string());
}

Result<void> writeSafetensors(const StateDict& state, const std::filesystem::path& path)
{
    // ordered_json: tensors stay in the order of the model.
    nlohmann::ordered_json header;
    if (!state.metadata.empty())
        header["__metadata__"] = state.metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : state.tensors) {
        const auto dtype = fileDtype(tensor.scalar_type());
        if (!dtype)
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the tensor \"{}\" has an element type that cannot be stored", name),
                        path.string());
        if (name == "__metadata__" || header.contains(name))
            return fail(ErrorCode::InvalidArgument, fmt::format("two tensors are called \"{}\"", name),
                        path.string());
        const auto bytes = static_cast<std::uint64_t>(tensor.numel()) * dtypeSize(*dtype);
        header[name] = {{"dtype", dtypeName(*dtype)},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    auto text = header.is_null() ? std::string("{}")
                                 : header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    text.append((8 - text.size() % 8) % 8, ' ');
    const std::uint64_t length = text.size();

    NAKAMA_TRY(auto file, AtomicFile::open(path));
    NAKAMA_CHECK(file.write(std::as_bytes(std::span(&length, 1))));
    NAKAMA_CHECK(file.write(text));
    for (const auto& [name, tensor] : state.tensors) {
        const auto dense = tensor.detach().to(torch::kCPU).contiguous();
        NAKAMA_CHECK(file.write(std::span(static_cast<const std::byte*>(dense.data_ptr()), dense.nbytes())));
    }
    return file.commit();
}

StateDict stateDictOf(const torch::nn::Module& module)
{
    StateDict state;
    appendState(module, {}, state);
    return state;
}

} // namespace nakama
