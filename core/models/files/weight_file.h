#pragma once

#include "core/models/files/dtype.h"
#include "core/models/files/mapped_file.h"
#include "core/models/identify.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A tensor inside a weight file; its elements lie within bytes, which the parser has checked. */
struct TensorEntry
{
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> strides; ///< in elements; as many as shape
    std::span<std::byte> bytes;        ///< from the tensor's first element on
};

/** A parsed weight file: tensors in file order, as views of the mapped files. Nothing is converted or copied
 * yet. */
struct WeightFile
{
    std::vector<TensorEntry> tensors;
    std::string kind;                            ///< "safetensors", "PyTorch zip", …, for people
    std::map<std::string, std::string> metadata; ///< texts beside the tensors
    std::vector<std::string> notes;              ///< what reading it changed: prefixes, nesting
    std::vector<std::shared_ptr<const MappedFile>> mappings; ///< keep every TensorEntry::bytes valid
};

/** Names, element types and shapes. */
std::vector<TensorInfo> listTensors(const WeightFile& file);

/** Strides of a dense row-major tensor. */
std::vector<std::int64_t> denseStrides(const std::vector<std::int64_t>& shape);

/** Elements of a shape; nothing where it is negative or does not fit 62 bits. */
std::optional<std::int64_t> elementCount(const std::vector<std::int64_t>& shape);

} // namespace nakama
