#pragma once

#include "core/models/files/pickle.h"
#include "core/models/files/weight_file.h"

#include <functional>
#include <optional>

namespace nakama
{

/** A storage as a pickle names it: torch's persistent id ("storage", type, key, location, elements, view). */
struct StorageReference
{
    DType dtype = DType::F32;
    std::string_view key;
    std::int64_t elements = 0;
    std::int64_t viewOffset = 0;   ///< in elements; a view is a part of a storage that files before 0.4 name
    std::int64_t viewElements = 0; ///< elements where there is no view
};

/** The element type of a storage class, "torch.FloatStorage"; nothing where it is no storage class. */
std::optional<DType> storageDtype(std::string_view global);

/** Errors: CorruptData. */
Result<StorageReference> readStorageReference(const Pickle& pickle, const PickleValue& persistent,
                                              const std::string& file);

/** Where the elements of a tensor lie in its storage. */
struct TensorLayout
{
    DType dtype = DType::F32;
    std::int64_t offset = 0;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides;
};

/**
 * The entry of a tensor, with the name still empty; its bytes are the part of the storage that it uses.
 * Errors: CorruptData (it leaves the storage), Unsupported (it has more elements than its storage).
 */
Result<TensorEntry> placeTensor(const TensorLayout& layout, std::span<std::byte> storage,
                                const std::string& file);

/** The tensor inside a parameter, or the value itself where it is no parameter. */
PickleValue unwrapParameter(const Pickle& pickle, const PickleValue& value);

/** Gives the tensor that a value of a dict stands for; nothing where it is no tensor. */
using TensorResolver = std::function<Result<std::optional<TensorEntry>>(const PickleValue&)>;

/** Gives the bytes of a storage; they may be more than its elements. */
using StorageResolver = std::function<Result<std::span<std::byte>>(const StorageReference&)>;

/** The resolver of files since PyTorch 0.1.12: a tensor is a recorded call of _rebuild_tensor_v2. */
TensorResolver rebuiltTensors(const Pickle& pickle, StorageResolver storages, std::string file);

/**
 * The tensors of the state dict in a pickle: the root, or what lies under "state_dict", "model" and the like.
 * Values that are no tensors (epochs, scores) are left aside. Errors: CorruptData, Unsupported (no state
 * dict).
 */
Result<WeightFile> collectStateDict(const Pickle& pickle, const TensorResolver& resolve,
                                    const std::string& file);

} // namespace nakama
