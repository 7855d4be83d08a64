#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace nakama
{

/** Reads little-endian values one after the other; nothing where the bytes have ended. */
class ByteReader
{
public:
    explicit ByteReader(std::span<const std::byte> bytes) : m_bytes(bytes) {}

    std::size_t position() const { return m_position; }
    std::size_t left() const { return m_bytes.size() - m_position; }

    template<typename T>
    std::optional<T> read()
    {
        static_assert(std::is_trivially_copyable_v<T> && std::endian::native == std::endian::little);
        if (left() < sizeof(T))
            return std::nullopt;
        T value{};
        std::memcpy(&value, m_bytes.data() + m_position, sizeof(T));
        m_position += sizeof(T);
        return value;
    }

    std::optional<std::span<const std::byte>> take(std::uint64_t count)
    {
        if (left() < count)
            return std::nullopt;
        const auto taken = m_bytes.subspan(m_position, static_cast<std::size_t>(count));
        m_position += taken.size();
        return taken;
    }

    std::optional<std::string_view> text(std::uint64_t count)
    {
        const auto taken = take(count);
        if (!taken)
            return std::nullopt;
        return std::string_view(reinterpret_cast<const char*>(taken->data()), taken->size());
    }

    /** Up to a newline, which is read too. */
    std::optional<std::string_view> line()
    {
        const std::string_view rest(reinterpret_cast<const char*>(m_bytes.data()) + m_position, left());
        const auto end = rest.find('\n');
        if (end == std::string_view::npos)
            return std::nullopt;
        m_position += end + 1;
        return rest.substr(0, end);
    }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_position = 0;
};

} // namespace nakama
