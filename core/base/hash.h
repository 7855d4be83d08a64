#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace nakama
{

enum class HashKind { Sha256, Md5 };

/** Incremental hash; the digest is lower-case hex. */
class Hasher
{
public:
    explicit Hasher(HashKind kind = HashKind::Sha256);
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;

    void update(std::span<const std::byte> bytes);
    /** Ends the hash; call once. */
    std::string hexDigest();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string sha256(std::span<const std::byte> bytes);
std::string sha256(std::string_view text);
std::string md5(std::span<const std::byte> bytes);
/** Streams the file in blocks of 1 MiB. Errors: NotFound, Io. */
Result<std::string> sha256OfFile(const std::filesystem::path& path);
Result<std::string> md5OfFile(const std::filesystem::path& path);

} // namespace nakama
