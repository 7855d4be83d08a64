#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/download/own_weights.h"
#include "tests/support/shared_data.h"
#include "tests/unit/download/material.h"

#include <gmock/gmock.h>

namespace nakama
{

namespace fs = std::filesystem;
using ::testing::HasSubstr;

namespace
{

class OwnWeightsTest : public ::testing::Test
{
protected:
    fs::path write(const std::string& name, const std::string& content)
    {
        EXPECT_TRUE(writeFileAtomically(m_folder / name, content));
        return m_folder / name;
    }

    test::TemporaryFolder m_folder;
    JobContext m_context;
};

} // namespace

TEST_F(OwnWeightsTest, AreRecognisedByTheirTensorsAndUsedInPlace)
{
    const auto path = write("from a friend.safetensors", test::tinyBeit());
    const auto own = recogniseWeights(path, m_context);
    ASSERT_TRUE(own) << own.error().text();
    EXPECT_EQ(own->path, path);
    EXPECT_EQ(own->model, "beit_base_patch16_224");
    EXPECT_THAT(own->text, HasSubstr("for 5 classes"));
    EXPECT_FALSE(own->published);
}

TEST_F(OwnWeightsTest, AFolderWithItsConfigIsTakenToo)
{
    write("pytorch_model.bin", test::tinyBeit());
    write("config.json", "{}");
    const auto own = recogniseWeights(m_folder.path(), m_context);
    ASSERT_TRUE(own) << own.error().text();
    EXPECT_EQ(own->model, "beit_base_patch16_224");
}

TEST_F(OwnWeightsTest, AFileThatOnlyBearsAPublishedNameIsRefusedWithBothHashes)
{
    const auto path = write("resnet50-11ad3fa6.pth", test::tinyBeit());
    const auto refused = recogniseWeights(path, m_context);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::CorruptData);
    EXPECT_THAT(refused.error().message, HasSubstr(sha256(test::tinyBeit())));
    EXPECT_THAT(refused.error().message, HasSubstr("11ad3fa62ca79e40addfd354a8ec4b7c"));
}

TEST_F(OwnWeightsTest, WhatIsNoWeightsIsRefusedInPlainWords)
{
    const auto page = recogniseWeights(write("a.pth", "<html>404</html>"), m_context);
    ASSERT_FALSE(page);
    EXPECT_THAT(page.error().text(), HasSubstr("web page"));
    EXPECT_EQ(recogniseWeights(m_folder / "missing.pth", m_context).error().code, ErrorCode::NotFound);

    const std::string header = R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    const auto strange =
        recogniseWeights(write("x.safetensors", std::string(1, static_cast<char>(header.size())) +
                                                    std::string(7, '\0') + header + std::string(4, '\0')),
                         m_context);
    ASSERT_FALSE(strange);
    EXPECT_EQ(strange.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(strange.error().message, HasSubstr("of no model that Nakama has"));
}

TEST_F(OwnWeightsTest, RealFilesAreToldApart)
{
    const auto shared = test::sharedFolder();
    if (!shared)
        GTEST_SKIP() << "needs ../shared/data";
    const auto squeezenet =
        recogniseWeights(*shared / "data/weights/squeezenet1_1_imagenet_from_ncnn.pth", m_context);
    ASSERT_TRUE(squeezenet) << squeezenet.error().text();
    EXPECT_EQ(squeezenet->model, "squeezenet1_1");
    EXPECT_FALSE(squeezenet->published) << "the same architecture, but not torchvision's own file";
    for (const auto& entry : fs::directory_iterator(*shared / "data/weights/cifar10_resnet")) {
        const auto cifar = recogniseWeights(entry.path(), m_context);
        ASSERT_FALSE(cifar) << entry.path();
        EXPECT_FALSE(cifar.error().message.empty());
    }
}

} // namespace nakama
