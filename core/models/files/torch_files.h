#pragma once

#include "core/base/result.h"
#include "core/models/files/weight_file.h"

namespace nakama
{

// The three containers in which torch.save has kept objects. All give the same errors: CorruptData,
// Unsupported (a pickle that asks for more than a state dict needs, compressed members), TooLarge.

/** PyTorch 1.6 and later: a zip archive with NAME/data.pkl and one member a storage, NAME/data/KEY. */
Result<WeightFile> parseTorchZip(std::shared_ptr<const MappedFile> file, const std::string& name);

/**
 * Before 1.6: pickles of a magic number, the protocol, the system, the object and the storage keys, then each
 * storage as an i64 count of elements and its bytes.
 */
Result<WeightFile> parseTorchLegacy(std::shared_ptr<const MappedFile> file, const std::string& name);

/** Before 0.1.12: a TAR archive with the members sys_info, pickle, tensors and storages. */
Result<WeightFile> parseTorchTar(std::shared_ptr<const MappedFile> file, const std::string& name);

} // namespace nakama
