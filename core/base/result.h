#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace nakama
{

/** A value, or the Error that a person can act on. */
template<typename T>
using Result = tl::expected<T, Error>;

/** The error half of a Result: `return fail(ErrorCode::NotFound, "there is no …", path);` */
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string context = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(context)});
}

/** Passes an error on: `return fail(result.error());` */
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace nakama

#define NAKAMA_CONCAT_INNER(a, b) a##b
#define NAKAMA_CONCAT(a, b) NAKAMA_CONCAT_INNER(a, b)

/** `NAKAMA_TRY(auto value, compute());` declares value, or returns compute()'s error. */
#define NAKAMA_TRY(declaration, expression)                                                                  \
    auto NAKAMA_CONCAT(nakamaTry, __LINE__) = (expression);                                                  \
    if (!NAKAMA_CONCAT(nakamaTry, __LINE__))                                                                 \
        return ::nakama::fail(std::move(NAKAMA_CONCAT(nakamaTry, __LINE__)).error());                        \
    declaration = std::move(*NAKAMA_CONCAT(nakamaTry, __LINE__))

/** `NAKAMA_CHECK(save());` returns save()'s error, if it has one. */
#define NAKAMA_CHECK(expression)                                                                             \
    do {                                                                                                     \
        if (auto nakamaCheck = (expression); !nakamaCheck)                                                   \
            return ::nakama::fail(std::move(nakamaCheck).error());                                           \
    } while (false)
