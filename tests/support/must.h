#pragma once

#include "core/base/result.h"

#include <stdexcept>
#include <type_traits>
#include <utility>

namespace nakama::test
{

/** The value, or an exception with the error's text, which fails the test. */
template<typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace nakama::test
