#include "core/base/error.h"

namespace nakama
{

std::string_view errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid-argument";
    case ErrorCode::NotReady:
        return "not-ready";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::AlreadyExists:
        return "already-exists";
    case ErrorCode::CorruptData:
        return "corrupt-data";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::TooLarge:
        return "too-large";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::DiskFull:
        return "disk-full";
    case ErrorCode::Busy:
        return "busy";
    case ErrorCode::NewerFormat:
        return "newer-format";
    case ErrorCode::OutOfMemory:
        return "out-of-memory";
    case ErrorCode::OutOfDeviceMemory:
        return "out-of-device-memory";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

std::string Error::text() const
{
    return context.empty() ? message : context + ": " + message;
}

} // namespace nakama
