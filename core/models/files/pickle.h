#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** A value of a pickle. Texts are views of the file; containers are indexes into Pickle, so cycles are
 * harmless. */
struct PickleValue
{
    enum class Kind {
        None,
        Bool,
        Int,
        Float,
        Text,   ///< str, bytes, and integers beyond 64 bits as their bytes
        Global, ///< text: "module.name", one of those that are known
        Tuple,
        List,
        Dict,       ///< keys and values in turn; also an OrderedDict
        Call,       ///< the result of a known function that was not called: the function, then its arguments
        Persistent, ///< something outside the pickle: its id
    };
    Kind kind = Kind::None;
    std::int64_t integer = 0; ///< Bool, Int; for containers their index
    double real = 0;
    std::string_view text;
};

/** A read pickle: nothing in it was run. */
struct Pickle
{
    PickleValue root;
    std::vector<std::vector<PickleValue>> containers;
    std::vector<PickleValue> persistents; ///< in file order
    std::size_t bytesRead = 0;

    /** The items of a Tuple, List, Dict, Call or Persistent. */
    const std::vector<PickleValue>& items(const PickleValue& value) const
    {
        return containers[static_cast<std::size_t>(value.integer)];
    }
    /** The value of a text key of a Dict; null where there is none. */
    const PickleValue* find(const PickleValue& dict, std::string_view key) const;
};

/**
 * Reads one pickle from the start of bytes, which must outlive it. Understands the opcodes and the globals
 * that a saved state dict needs and refuses the others by name; calls are recorded, never made. Memory is
 * bounded by a number of values. Errors: CorruptData, Unsupported (a global or an opcode), TooLarge.
 */
Result<Pickle> readPickle(std::span<const std::byte> bytes, const std::string& file);

} // namespace nakama
