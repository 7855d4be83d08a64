#include "core/workspace/catalogue.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

#include <thread>

namespace nakama
{

using test::must;
using test::picture;
using CatalogueTest = test::WorkspaceTest;

TEST_F(CatalogueTest, KeepsClassesAndAppendsMore)
{
    auto classes = must(m_catalogue.classes());
    ASSERT_EQ(classes.size(), 3u);
    EXPECT_EQ(classes[0].displayName, "Monkey D. Luffy");
    EXPECT_EQ(classes[0].aliases, std::vector<std::string>{"Ruffy"});
    EXPECT_EQ(classes[1].displayName, "Zoro");

    must(m_catalogue.addClasses({{"ナミ二世", "Nami \"2\"", {"a, b", "c"}, "tag"}}));
    classes = must(m_catalogue.classes());
    ASSERT_EQ(classes.size(), 4u);
    EXPECT_EQ(classes[3].name, "ナミ二世");
    EXPECT_EQ(classes[3].displayName, "Nami \"2\"");
    EXPECT_EQ(classes[3].aliases, (std::vector<std::string>{"a, b", "c"}));
    EXPECT_EQ(classes[3].danbooruTag, "tag");

    EXPECT_EQ(m_catalogue.addClasses({{"Brook", "", {}, ""}, {"zoro", "", {}, ""}}).error().code,
              ErrorCode::AlreadyExists);
    EXPECT_EQ(must(m_catalogue.classes()).size(), 4u) << "a refused list adds none of its classes";
}

TEST_F(CatalogueTest, KeepsEveryFieldOfAPicture)
{
    auto image = picture("Luffy/日本 語, \"quoted\".png", 0);
    image.bytes = std::int64_t{5} << 32;
    image.pool = Pool::TrueTest;
    const auto id = must(m_catalogue.addImage(image));
    const auto record = must(m_catalogue.image(id));
    EXPECT_EQ(record.sha256, image.sha256);
    EXPECT_EQ(record.extension, "png");
    EXPECT_EQ(record.width, 4);
    EXPECT_EQ(record.height, 3);
    EXPECT_EQ(record.bytes, image.bytes);
    EXPECT_EQ(record.source, "test");
    EXPECT_EQ(record.originalName, image.originalName);
    EXPECT_EQ(record.pool, Pool::TrueTest);
    EXPECT_EQ(record.classIndex, 0);
    EXPECT_EQ(record.addedAt.size(), std::string("2026-01-31T12:00:00Z").size());
    EXPECT_EQ(record.addedAt.back(), 'Z');
    EXPECT_FALSE(record.split);
    EXPECT_EQ(must(m_catalogue.findImage(image.sha256))->id, id);
    EXPECT_FALSE(must(m_catalogue.findImage("0")));
    EXPECT_EQ(m_catalogue.image(99).error().code, ErrorCode::NotFound);
}

TEST_F(CatalogueTest, AddsAContentOnce)
{
    EXPECT_FALSE(must(m_catalogue.hasImage(picture("a").sha256)));
    must(m_catalogue.addImage(picture("a")));
    EXPECT_TRUE(must(m_catalogue.hasImage(picture("a").sha256)));
    EXPECT_EQ(m_catalogue.addImage(picture("a", 1)).error().code, ErrorCode::AlreadyExists);
    EXPECT_EQ(must(m_catalogue.images()).size(), 1u);
}

TEST_F(CatalogueTest, FiltersByPoolClassSplitAndSource)
{
    const auto a = must(m_catalogue.addImage(picture("a", 0)));
    must(m_catalogue.addImage(picture("b", 1)));
    must(m_catalogue.addImage(picture("c")));
    auto other = picture("d", 0);
    other.pool = Pool::TrueTest;
    other.source = "kaggle";
    must(m_catalogue.addImage(other));
    must(m_catalogue.setSplit({{a, SplitPart::Val}}, {}));

    const auto names = [&](const ImageFilter& filter) {
        std::string text;
        for (const auto& image : must(m_catalogue.images(filter)))
            text += image.originalName;
        return text;
    };
    EXPECT_EQ(names({}), "abcd");
    EXPECT_EQ(names({Pool::Pool, {}, {}, {}}), "abc");
    EXPECT_EQ(names({{}, 0, {}, {}}), "ad");
    EXPECT_EQ(names({{}, -1, {}, {}}), "c");
    EXPECT_EQ(names({{}, {}, SplitPart::Val, {}}), "a");
    EXPECT_EQ(names({{}, {}, {}, "kaggle"}), "d");
    EXPECT_EQ(names({Pool::TrueTest, 1, {}, {}}), "");
}

TEST_F(CatalogueTest, KeepsTheHistoryOfLabels)
{
    const auto id = must(m_catalogue.addImage(picture("a", 2)));
    must(m_catalogue.setLabel(id, 1, "person"));
    must(m_catalogue.setLabel(id, -1, "person"));
    EXPECT_EQ(must(m_catalogue.image(id)).classIndex, -1);
    const auto history = must(m_catalogue.labelHistory(id));
    ASSERT_EQ(history.size(), 3u);
    EXPECT_EQ(history[0].classIndex, 2);
    EXPECT_EQ(history[0].origin, "import");
    EXPECT_EQ(history[1].classIndex, 1);
    EXPECT_EQ(history[2].classIndex, -1);

    EXPECT_EQ(m_catalogue.setLabel(id, 3, "person").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(m_catalogue.setLabel(id, -2, "person").error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(m_catalogue.setLabel(99, 0, "person").error().code, ErrorCode::NotFound);
    EXPECT_EQ(must(m_catalogue.labelHistory(id)).size(), 3u);
}

TEST_F(CatalogueTest, CountsAddUp)
{
    const auto a = must(m_catalogue.addImage(picture("a", 0)));
    must(m_catalogue.addImage(picture("b", 0)));
    must(m_catalogue.addImage(picture("c")));
    auto other = picture("d");
    other.pool = Pool::TrueTest;
    other.source = "kaggle";
    must(m_catalogue.addImage(other));
    must(m_catalogue.setSplit({{a, SplitPart::Train}}, {}));

    const auto counts = must(m_catalogue.counts());
    EXPECT_EQ(counts.images, 4);
    EXPECT_EQ(counts.unlabelled, 1);
    EXPECT_EQ(counts.perClass, (std::map<std::string, std::int64_t>{{"Luffy", 2}, {"Zoro", 0}, {"Nami", 0}}));
    EXPECT_EQ(counts.perSplit, (std::map<std::string, std::int64_t>{{"train", 1},
                                                                    {"val", 0},
                                                                    {"test", 0},
                                                                    {"unsplit", 2},
                                                                    {"set-aside", 0},
                                                                    {"marked", 0},
                                                                    {"true-test", 1}}));
    EXPECT_EQ(counts.perSource, (std::map<std::string, std::int64_t>{{"test", 3}, {"kaggle", 1}}));
    EXPECT_EQ(counts.perClassSplit.at("Luffy").at("train"), 1);
    EXPECT_EQ(counts.perClassSplit.at("Luffy").at("unsplit"), 1);
    EXPECT_EQ(counts.perClassSplit.at("Nami").at("test"), 0);
    EXPECT_EQ(counts.perClassSource.at("Luffy").at("test"), 2);
    EXPECT_FALSE(counts.perClassSource.contains("Nami"));
}

TEST_F(CatalogueTest, AFailedTransactionLeavesNothing)
{
    const auto result = m_catalogue.transaction([&]() -> Result<void> {
        must(m_catalogue.addImage(picture("a", 0)));
        return fail(ErrorCode::Io, "no");
    });
    EXPECT_EQ(result.error().message, "no");
    EXPECT_THROW(static_cast<void>(m_catalogue.transaction([&]() -> Result<void> {
                     must(m_catalogue.addImage(picture("b", 0)));
                     throw std::runtime_error("thrown");
                 })),
                 std::runtime_error);
    EXPECT_TRUE(must(m_catalogue.images()).empty());
    must(m_catalogue.addImage(picture("c")));
    EXPECT_EQ(must(m_catalogue.images()).size(), 1u);
}

TEST_F(CatalogueTest, ReadOnlyRefusesToWrite)
{
    const auto reader = must(Workspace::open(m_workspace.folder(), Access::ReadOnly));
    auto catalogue = must(reader.catalogue());
    EXPECT_EQ(catalogue.addImage(picture("a")).error().code, ErrorCode::InvalidArgument);
    must(m_catalogue.addImage(picture("a")));
    EXPECT_TRUE(must(catalogue.hasImage(picture("a").sha256)))
        << "a reader sees what is committed after it opened";
}

TEST_F(CatalogueTest, ThreadsOfOneProcessWriteInTurn)
{
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            auto catalogue = must(m_workspace.catalogue());
            for (int i = 0; i < 10; ++i)
                must(catalogue.addImage(
                    picture(std::to_string(thread) + "-" + std::to_string(i), thread % 3)));
        });
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(must(m_catalogue.counts()).images, 40);
}

} // namespace nakama
