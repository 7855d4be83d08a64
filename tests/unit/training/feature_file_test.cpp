#include "core/base/atomic_file.h"
#include "core/training/feature_feed.h"
#include "core/training/feature_file.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace nakama
{

namespace
{

std::string name(char digit)
{
    return std::string(64, digit);
}

std::vector<float> rowOf(const FeatureFile& file, const std::string& sha256)
{
    std::vector<float> row(file.dimensions());
    file.read(sha256, row.data());
    return row;
}

class FeatureFileTest : public testing::Test
{
protected:
    FeatureFile open(FeaturePrecision precision = FeaturePrecision::Single) const
    {
        return FeatureFile::open(m_path, precision).value();
    }

    test::TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder / "body/view-1.features";
};

} // namespace

TEST_F(FeatureFileTest, GivesBackWhatWasAppended)
{
    {
        auto file = open();
        EXPECT_EQ(file.dimensions(), 0u);
        file.append(std::vector{name('a'), name('b')}, std::vector<float>{1, 2.125f, -3, 4, 5, 1e-20f});
        file.append(std::vector{name('c')}, std::vector<float>{7, 8, 9});
    }
    const auto file = open();
    EXPECT_EQ(file.dimensions(), 3u);
    EXPECT_EQ(rowOf(file, name('a')), (std::vector<float>{1, 2.125f, -3}));
    EXPECT_EQ(rowOf(file, name('b')), (std::vector<float>{4, 5, 1e-20f}));
    EXPECT_EQ(rowOf(file, name('c')), (std::vector<float>{7, 8, 9}));
    EXPECT_FALSE(file.has(name('d')));
}

TEST_F(FeatureFileTest, HalfPrecisionIsTheSameBeforeAndAfterTheDisk)
{
    const std::vector<float> given{0.1f, 1234.56f, -2e-5f};
    auto file = open(FeaturePrecision::Half);
    file.append(std::vector{name('a')}, given);
    const auto kept = rowOf(file, name('a'));
    EXPECT_EQ(rowOf(open(FeaturePrecision::Half), name('a')), kept);
    for (std::size_t i = 0; i < given.size(); ++i)
        EXPECT_NEAR(kept[i], given[i], std::abs(given[i]) * 2e-3) << i;
    EXPECT_NE(kept, given);
}

TEST_F(FeatureFileTest, ATornEndIsCutOffAndWrittenOver)
{
    open().append(std::vector{name('a'), name('b')}, std::vector<float>{1, 2, 3, 4});
    const auto whole = std::filesystem::file_size(m_path);
    for (std::uintmax_t size = 0; size < whole; size += 7) {
        std::filesystem::resize_file(m_path, size);
        auto file = open();
        EXPECT_FALSE(file.has(name('b')));
        std::vector<std::string> names;
        std::vector<float> rows;
        for (const auto& [sha, row] : {std::pair(name('a'), std::vector<float>{1, 2}), {name('b'), {3, 4}}})
            if (!file.has(sha)) {
                names.push_back(sha);
                rows.insert(rows.end(), row.begin(), row.end());
            }
        file.append(names, rows);
        const auto again = open();
        EXPECT_EQ(rowOf(again, name('a')), (std::vector<float>{1, 2})) << size;
        EXPECT_EQ(rowOf(again, name('b')), (std::vector<float>{3, 4})) << size;
        EXPECT_EQ(std::filesystem::file_size(m_path), whole) << size;
    }
}

TEST_F(FeatureFileTest, ADamagedRowIsNotBelieved)
{
    open().append(std::vector{name('a'), name('b')}, std::vector<float>{1, 2, 3, 4});
    std::fstream file(m_path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-6, std::ios::end);
    file.put('\x7f');
    file.close();
    const auto read = open();
    EXPECT_TRUE(read.has(name('a')));
    EXPECT_FALSE(read.has(name('b')));
}

TEST_F(FeatureFileTest, AFileOfAnotherFormIsBegunAnew)
{
    std::filesystem::create_directories(m_path.parent_path());
    ASSERT_TRUE(writeFileAtomically(m_path, std::string_view("something else altogether")));
    auto file = open();
    EXPECT_EQ(file.dimensions(), 0u);
    file.append(std::vector{name('a')}, std::vector<float>{1, 2});
    EXPECT_EQ(rowOf(open(), name('a')), (std::vector<float>{1, 2}));
    file.append(std::vector{name('b')}, std::vector<float>{1, 2, 3});
    const auto longer = open();
    EXPECT_FALSE(longer.has(name('a'))) << "rows of another length are no use";
    EXPECT_EQ(rowOf(longer, name('b')), (std::vector<float>{1, 2, 3}));
}

TEST_F(FeatureFileTest, ADiskThatTakesNothingCostsOnlyTheKeeping)
{
    std::filesystem::create_directories(m_path); // a folder where the file should be
    const auto opened = FeatureFile::open(m_path / "below", FeaturePrecision::Single);
    ASSERT_TRUE(opened);
    ASSERT_TRUE(writeFileAtomically(m_folder / "file", std::string_view("in the way")));
    auto file = FeatureFile::open(m_folder / "file" / "view", FeaturePrecision::Single);
    ASSERT_FALSE(file) << "a path below a file is told when it is opened";
    EXPECT_EQ(file.error().code, ErrorCode::Io);
}

TEST(FeatureFeed, GivesRowsInThePlansOrderWithoutThoseThatAreMissing)
{
    const test::TemporaryFolder folder;
    std::vector<LabelledPicture> pictures;
    for (const char digit : {'a', 'b', 'c', 'd'})
        pictures.push_back({{}, name(digit), {}, digit - 'a'});
    auto file = FeatureFile::open(folder / "view", FeaturePrecision::Single).value();
    file.append(std::vector{name('a'), name('b'), name('d')}, std::vector<float>{1, 1, 2, 2, 4, 4});
    FeatureFeed feed(pictures, {{3, 2, 0}, {1}}, 0, std::make_shared<const FeatureFile>(std::move(file)),
                     0.5);
    const JobContext context;
    EXPECT_EQ(feed.batches(), 2u);
    EXPECT_EQ(feed.waitedSeconds(), 0.5);

    const Batch first = *feed.next(context).value();
    EXPECT_EQ(first.positions, (std::vector<int>{3, 0}));
    EXPECT_EQ(first.labels, (std::vector<std::int64_t>{3, 0}));
    EXPECT_EQ(first.inputs, (std::pmr::vector<float>{4, 4, 1, 1}));
    EXPECT_EQ(feed.next(context).value()->inputs, (std::pmr::vector<float>{2, 2}));
    EXPECT_EQ(feed.next(context).value(), nullptr);
}

} // namespace nakama
