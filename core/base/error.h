#pragma once

#include <string>
#include <string_view>

namespace nakama
{

/** What kind of failure happened; callers branch on it, people read the message. */
enum class ErrorCode {
    InvalidArgument, ///< the caller asked for something that makes no sense; exit 2 on the command line
    NotReady,        ///< an earlier step must be done first; the message says which
    NotFound,
    AlreadyExists,
    CorruptData, ///< a file's content contradicts its format
    Unsupported, ///< a valid file or request that Nakama does not handle
    TooLarge,    ///< beyond a stated bound
    Io,
    DiskFull,
    Busy,        ///< another process holds what is needed
    NewerFormat, ///< written by a newer Nakama
    OutOfMemory,
    OutOfDeviceMemory,
    Cancelled, ///< how a cancelled job leaves its call stack; not shown as an error
    Internal,
};

/** The stable name of a code, as it appears in logs and JSON ("corrupt-data"). */
std::string_view errorCodeName(ErrorCode code);

/** A failure that a person can act on: the message says what, where and what to do. */
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string context; ///< the file, field or row it is about; may be empty

    /** "context: message", or the message alone. */
    std::string text() const;
};

} // namespace nakama
