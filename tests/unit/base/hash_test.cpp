#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace nakama
{

TEST(Hash, KnownDigests)
{
    // FIPS 180-4 and RFC 1321 examples.
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    Hasher md5(HashKind::Md5);
    md5.update(std::as_bytes(std::span(std::string_view("abc"))));
    EXPECT_EQ(md5.hexDigest(), "900150983cd24fb0d6963f7d28e17f72");
}

TEST(Hash, FileEqualsBytes)
{
    test::TemporaryFolder folder;
    const std::string text(3'000'001, 'x');
    ASSERT_TRUE(writeFileAtomically(folder / "a", text));
    EXPECT_EQ(sha256OfFile(folder / "a").value(), sha256(text));
    EXPECT_EQ(sha256OfFile(folder / "missing").error().code, ErrorCode::NotFound);
}

} // namespace nakama
