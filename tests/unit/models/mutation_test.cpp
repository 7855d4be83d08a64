// Damaged weight files: every reader gives an Error or tensors that lie inside the file, and nothing else.

#include "core/base/atomic_file.h"
#include "core/base/random.h"
#include "core/models/detail/state_dict.h"
#include "core/models/files/open_weights.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <cstring>

namespace nakama
{

namespace
{

const std::filesystem::path files = "tests/golden/models/files";

/** Opens the bytes as a file; what opens must keep every element of every tensor inside the file. */
class Opener
{
public:
    bool opens(const std::vector<std::byte>& bytes)
    {
        const auto path = m_folder / "mutant";
        EXPECT_TRUE(writeFileAtomically(path, std::span(bytes)));
        const auto file = openWeights(path);
        if (!file) {
            EXPECT_FALSE(file.error().message.empty());
            return false;
        }
        const auto mapped = file->mappings.at(0)->bytes();
        for (const auto& tensor : file->tensors) {
            const auto count = elementCount(tensor.shape);
            EXPECT_TRUE(count && tensor.shape.size() == tensor.strides.size());
            if (*count == 0)
                continue;
            EXPECT_TRUE(tensor.bytes.data() >= mapped.data() &&
                        tensor.bytes.data() + tensor.bytes.size() <= mapped.data() + mapped.size());
            std::int64_t last = 0;
            for (std::size_t i = 0; i < tensor.shape.size(); ++i)
                last += (tensor.shape[i] - 1) * tensor.strides[i];
            EXPECT_LE((static_cast<std::uint64_t>(last) + 1) * dtypeSize(tensor.dtype), tensor.bytes.size());
        }
        return true;
    }

private:
    test::TemporaryFolder m_folder;
};

std::vector<std::byte> originalOf(const std::string& name)
{
    if (name != "written.safetensors")
        return readFile(files / name).value();
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {
        {"w", torch::ones({3, 4})}, {"n", torch::tensor(3)}, {"h", torch::ones({5}, torch::kFloat16)}};
    state.metadata = {{"classes", "[\"Luffy\"]"}};
    EXPECT_TRUE(writeSafetensors(state, folder / "f"));
    return readFile(folder / "f").value();
}

/** One of the ways in which files break, or are broken. */
std::vector<std::byte> mutate(std::vector<std::byte> bytes, RandomStream& random)
{
    const auto at = [&](std::size_t room) {
        return random.below(static_cast<std::uint32_t>(bytes.size() - std::min(room, bytes.size() - 1)));
    };
    const auto store = [&](auto value) {
        const auto offset = at(sizeof value);
        std::memcpy(bytes.data() + offset, &value, std::min(sizeof value, bytes.size() - offset));
    };
    switch (random.below(7)) {
    case 0: // a flipped bit
        bytes[at(1)] ^= std::byte{1} << random.below(8);
        break;
    case 1: // another byte
        bytes[at(1)] = static_cast<std::byte>(random.below(256));
        break;
    case 2: // a huge length or offset
        store(random.chance(0.5) ? ~std::uint64_t{0} : std::uint64_t{1} << random.below(64));
        break;
    case 3:
        store(random.chance(0.5) ? ~std::uint32_t{0} : std::uint32_t{1} << random.below(32));
        break;
    case 4: { // a piece taken out
        const auto begin = bytes.begin() + at(1);
        bytes.erase(begin, begin + std::min<std::ptrdiff_t>(1 + random.below(64), bytes.end() - begin));
        break;
    }
    case 5: { // a piece repeated
        const auto begin = at(1);
        const std::vector piece(bytes.begin() + begin, bytes.begin() + begin + (bytes.size() - begin) / 4);
        bytes.insert(bytes.begin() + begin, piece.begin(), piece.end());
        break;
    }
    default: { // a piece copied elsewhere: offsets that overlap, memo entries that form cycles
        const auto length = std::min<std::size_t>(1 + random.below(32), bytes.size() - 1);
        std::memmove(bytes.data() + at(length), bytes.data() + at(length), length);
    }
    }
    return bytes;
}

class Mutations : public testing::TestWithParam<const char*>
{
};

} // namespace

TEST_P(Mutations, CutAnywhereIsAnErrorOrStillInside)
{
    Opener opener;
    const auto original = originalOf(GetParam());
    ASSERT_TRUE(opener.opens(original));
    const std::size_t step = original.size() > 4000 ? 7 : 3;
    int opened = 0;
    for (std::size_t cut = 1; cut < original.size(); cut += step)
        opened += opener.opens({original.begin(), original.begin() + static_cast<std::ptrdiff_t>(cut)});
    // A TAR archive ends in padding that nobody misses; the others need their last byte.
    if (std::string(GetParam()) != "tar.pth") {
        EXPECT_EQ(opened, 0);
    }
}

TEST_P(Mutations, DamagedAnywhereIsAnErrorOrStillInside)
{
    Opener opener;
    const auto original = originalOf(GetParam());
    RandomStream random(11, RandomPurpose::Shuffle);
    int refused = 0;
    for (int i = 0; i < 600; ++i) {
        auto mutant = original;
        for (unsigned times = 1 + random.below(3); times > 0; --times)
            mutant = mutate(std::move(mutant), random);
        refused += opener.opens(mutant) ? 0 : 1;
    }
    EXPECT_GT(refused, 100); // else the mutations miss what the reader looks at
}

INSTANTIATE_TEST_SUITE_P(WeightFiles, Mutations,
                         testing::Values("written.safetensors", "zip.pth", "zip_protocol4.pth",
                                         "zip_nested.pth", "legacy.pth", "legacy_nested.pth", "tar.pth"));

} // namespace nakama
