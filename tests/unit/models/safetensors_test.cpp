#include "core/models/detail/state_dict.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

using testing::HasSubstr;

void writeRaw(const std::filesystem::path& path, const std::string& header, const std::string& data)
{
    const std::uint64_t length = header.size();
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(&length), sizeof length);
    file << header << data;
}

/** The error of a file with this header and data. */
Error errorOf(const std::string& header, const std::string& data = std::string(8, '\0'))
{
    const test::TemporaryFolder folder;
    writeRaw(folder / "f.safetensors", header, data);
    const auto result = readSafetensors(folder / "f.safetensors");
    EXPECT_FALSE(result) << header;
    return result ? Error{} : result.error();
}

} // namespace

TEST(Safetensors, ComesBackAsItWasWritten)
{
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {{"weight", torch::randn({3, 4})},
                     {"strided", torch::randn({4, 3}).t()},
                     {"half", torch::randn({5}).to(torch::kFloat16)},
                     {"brain", torch::randn({5}).to(torch::kBFloat16)},
                     {"double", torch::randn({2, 2}, torch::kFloat64)},
                     {"flag", torch::tensor({true, false, true})},
                     {"count", torch::tensor(42, torch::kInt64)},
                     {"empty", torch::empty({0, 4})}};
    state.metadata = {{"format", "pt"}, {"classes", "[\"Luffy\",\"Zoro\"]"}};
    ASSERT_TRUE(writeSafetensors(state, folder / "a.safetensors"));

    const auto back = readSafetensors(folder / "a.safetensors").value();
    EXPECT_EQ(back.metadata, state.metadata);
    ASSERT_EQ(back.tensors.size(), state.tensors.size());
    for (std::size_t i = 0; i < state.tensors.size(); ++i) {
        EXPECT_EQ(back.tensors[i].first, state.tensors[i].first);
        EXPECT_EQ(back.tensors[i].second.scalar_type(), state.tensors[i].second.scalar_type());
        EXPECT_TRUE(back.tensors[i].second.equal(state.tensors[i].second)) << state.tensors[i].first;
    }
}

TEST(Safetensors, ChangingATensorLeavesTheFileAlone)
{
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {{"w", torch::ones({16})}};
    ASSERT_TRUE(writeSafetensors(state, folder / "a"));
    {
        auto first = readSafetensors(folder / "a").value();
        first.tensors[0].second.zero_();
    }
    EXPECT_TRUE(readSafetensors(folder / "a").value().tensors[0].second.eq(1).all().item<bool>());
}

TEST(Safetensors, TensorsOutliveTheStateAndTheFile)
{
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {{"w", torch::arange(1000)}};
    ASSERT_TRUE(writeSafetensors(state, folder / "a"));
    const auto tensor = readSafetensors(folder / "a").value().tensors[0].second;
    std::filesystem::remove(folder / "a");
    EXPECT_EQ(tensor.sum().item<std::int64_t>(), 499'500);
}

TEST(Safetensors, UnalignedDataIsRead)
{
    const test::TemporaryFolder folder;
    const float values[2] = {1.5f, -2.0f};
    writeRaw(folder / "f", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} )",
             std::string(reinterpret_cast<const char*>(values), 8));
    writeRaw(folder / "g", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
             std::string(reinterpret_cast<const char*>(values), 8));
    for (const auto* name : {"f", "g"})
        EXPECT_TRUE(
            readSafetensors(folder / name).value().tensors[0].second.equal(torch::tensor({1.5f, -2.0f})));
}

TEST(Safetensors, RefusesWhatTheFormatForbids)
{
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})").message,
                HasSubstr("cannot have 8 bytes"));
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","shape":[4],"data_offsets":[0,16]}})").message,
                HasSubstr("bytes 0 to 16 of 8"));
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})").code,
                ErrorCode::CorruptData);
    EXPECT_EQ(errorOf(R"({"w":{"dtype":"F99","shape":[2],"data_offsets":[0,8]}})").code,
              ErrorCode::Unsupported);
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}})").message,
                HasSubstr("F8_E4M3"));
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                        R"("w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})")
                    .message,
                HasSubstr("twice"));
    EXPECT_THAT(errorOf(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                        R"("b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})")
                    .message,
                HasSubstr("overlaps"));
    EXPECT_THAT(errorOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})").message,
                HasSubstr("more bytes"));
    EXPECT_THAT(errorOf(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})").message,
                HasSubstr("hole"));
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","data_offsets":[0,8]}})").message, HasSubstr("\"w\""));
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})").message,
                HasSubstr("negative"));
    EXPECT_THAT(
        errorOf(R"({"w":{"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]}})").code,
        ErrorCode::CorruptData);
    EXPECT_THAT(errorOf(R"({"w":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}})").code,
                ErrorCode::CorruptData);
    EXPECT_THAT(errorOf(R"({"__metadata__":{"a":1}})", "").code, ErrorCode::CorruptData);
    EXPECT_THAT(errorOf(R"({"w":)").message, HasSubstr("JSON"));
    EXPECT_THAT(errorOf("[1]", "").code, ErrorCode::CorruptData);
    EXPECT_THAT(errorOf("", "").code, ErrorCode::CorruptData);
    EXPECT_THAT(errorOf(std::string(100'000, '['), "").code, ErrorCode::CorruptData);
}

TEST(Safetensors, RefusesFilesCutAnywhere)
{
    const test::TemporaryFolder folder;
    StateDict state;
    state.tensors = {{"w", torch::ones({4})}, {"n", torch::tensor(3)}};
    ASSERT_TRUE(writeSafetensors(state, folder / "whole"));
    const auto size = std::filesystem::file_size(folder / "whole");
    for (std::uintmax_t cut = 0; cut < size; ++cut) {
        std::filesystem::copy_file(folder / "whole", folder / "cut",
                                   std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(folder / "cut", cut);
        const auto result = readSafetensors(folder / "cut");
        ASSERT_FALSE(result) << cut;
        EXPECT_EQ(result.error().code, ErrorCode::CorruptData) << cut;
        EXPECT_THAT(result.error().context, HasSubstr("cut"));
    }
    EXPECT_EQ(readSafetensors(folder / "missing").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readSafetensors(folder.path()).error().code, ErrorCode::Io);
}

} // namespace nakama
