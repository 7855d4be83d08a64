// One reader of weight files, NAKAMA_PARSER, on whatever libFuzzer makes up; then every element that it
// promises.

#include "core/models/files/open_weights.h"
#include "core/models/files/safetensors.h"
#include "core/models/files/torch_files.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

namespace
{

/** A file that lives in memory, made anew for every input. */
std::string fileWith(const std::uint8_t* data, std::size_t size)
{
    static const int descriptor = ::memfd_create("fuzz", 0);
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    return "/proc/self/fd/" + std::to_string(descriptor);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto mapped = nakama::MappedFile::open(fileWith(data, size));
    if (!mapped)
        return 0;
    const auto bytes = (*mapped)->bytes();
    const auto file = nakama::NAKAMA_PARSER(*mapped, "input");
    if (!file)
        return 0;
    for (const auto& tensor : file->tensors) {
        const auto count = nakama::elementCount(tensor.shape);
        if (!count || tensor.shape.size() != tensor.strides.size())
            std::abort();
        if (*count == 0)
            continue;
        if (tensor.bytes.data() < bytes.data() ||
            tensor.bytes.data() + tensor.bytes.size() > bytes.data() + bytes.size())
            std::abort();
        std::int64_t last = 0;
        for (std::size_t i = 0; i < tensor.shape.size(); ++i)
            last += (tensor.shape[i] - 1) * tensor.strides[i];
        if ((static_cast<std::uint64_t>(last) + 1) * nakama::dtypeSize(tensor.dtype) > tensor.bytes.size())
            std::abort();
    }
    return 0;
}
