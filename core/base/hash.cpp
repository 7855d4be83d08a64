#include "core/base/hash.h"

#include "core/base/atomic_file.h"

#include <openssl/evp.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace nakama
{

struct Hasher::State
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

Hasher::Hasher(HashKind kind) : m_state(std::make_unique<State>())
{
    const EVP_MD* algorithm = kind == HashKind::Sha256 ? EVP_sha256() : EVP_md5();
    if (EVP_DigestInit_ex(m_state->context, algorithm, nullptr) != 1)
        throw std::runtime_error("OpenSSL refuses the hash algorithm on this machine");
}

Hasher::~Hasher() = default;
Hasher::Hasher(Hasher&&) noexcept = default;
Hasher& Hasher::operator=(Hasher&&) noexcept = default;

void Hasher::update(std::span<const std::byte> bytes)
{
    EVP_DigestUpdate(m_state->context, bytes.data(), bytes.size());
}

std::string Hasher::hexDigest()
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_DigestFinal_ex(m_state->context, digest, &length);
    std::string hex;
    hex.reserve(2 * length);
    for (unsigned i = 0; i < length; ++i) {
        constexpr char digits[] = "0123456789abcdef";
        hex += digits[digest[i] >> 4];
        hex += digits[digest[i] & 15];
    }
    return hex;
}

std::string sha256(std::span<const std::byte> bytes)
{
    Hasher hasher;
    hasher.update(bytes);
    return hasher.hexDigest();
}

std::string sha256(std::string_view text)
{
    return sha256(std::as_bytes(std::span(text)));
}

std::string md5(std::span<const std::byte> bytes)
{
    Hasher hasher(HashKind::Md5);
    hasher.update(bytes);
    return hasher.hexDigest();
}

namespace
{

Result<std::string> hashOfFile(HashKind kind, const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(systemError(errno, "read the file", path));
    Hasher hasher(kind);
    std::vector<char> block(1 << 20);
    while (file) {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        hasher.update(std::as_bytes(std::span(block.data(), static_cast<std::size_t>(file.gcount()))));
    }
    if (file.bad())
        return fail(ErrorCode::Io, "could not read the file to its end", path.string());
    return hasher.hexDigest();
}

} // namespace

Result<std::string> sha256OfFile(const std::filesystem::path& path)
{
    return hashOfFile(HashKind::Sha256, path);
}

Result<std::string> md5OfFile(const std::filesystem::path& path)
{
    return hashOfFile(HashKind::Md5, path);
}

} // namespace nakama
