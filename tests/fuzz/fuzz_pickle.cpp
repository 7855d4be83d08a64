// The pickle machine on whatever libFuzzer makes up; then a walk through everything that it kept.

#include "core/models/files/pickle.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto pickle = nakama::readPickle({reinterpret_cast<const std::byte*>(data), size}, "input");
    if (!pickle)
        return 0;
    if (pickle->bytesRead > size)
        std::abort();
    std::size_t characters = 0;
    for (const auto& items : pickle->containers)
        for (const auto& item : items)
            for (const char c : item.text)
                characters += static_cast<unsigned char>(c);
    return characters == SIZE_MAX ? 1 : 0;
}
