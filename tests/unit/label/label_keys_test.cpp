#include "core/base/atomic_file.h"
#include "core/label/label_keys.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

std::vector<ClassInfo> classesOf(int count)
{
    std::vector<ClassInfo> classes;
    for (int i = 0; i < count; ++i)
        classes.push_back({"class " + std::to_string(i), "", {}, ""});
    return classes;
}

} // namespace

TEST(LabelKeys, AreOneKeyForTenClassesAndTwoForTheNext)
{
    const auto keys = LabelKeys::standard(32);
    EXPECT_EQ(keys.of(0), "1");
    EXPECT_EQ(keys.of(9), "0");
    EXPECT_EQ(keys.of(10), "-1");
    EXPECT_EQ(keys.of(17), "-8");
    EXPECT_EQ(keys.of(20), "=1");
    EXPECT_EQ(keys.of(30), "");
    EXPECT_EQ(keys.find("-8"), 17U);
    EXPECT_FALSE(keys.find("-"));
    EXPECT_FALSE(keys.find(""));
    EXPECT_TRUE(keys.begins("-"));
    EXPECT_FALSE(keys.begins("1"));
    EXPECT_TRUE(keys.check(classesOf(32)));
}

TEST(LabelKeys, RefuseKeysThatAreInTheWayOfOthers)
{
    const auto classes = classesOf(12);
    auto keys = LabelKeys::standard(12);
    keys.set(0, "-");
    const auto prefix = keys.check(classes);
    ASSERT_FALSE(prefix);
    EXPECT_NE(prefix.error().message.find("class 10"), std::string::npos) << prefix.error().text();
    EXPECT_EQ(prefix.error().context, "class 0");
    keys.set(0, "2");
    EXPECT_FALSE(keys.check(classes));
    keys.set(0, "abc");
    EXPECT_FALSE(keys.check(classes));
    keys.set(0, " Ж ");
    EXPECT_TRUE(keys.check(classes));
    EXPECT_EQ(keys.of(0), "ж");
}

TEST(LabelKeys, AreKeptInTheWorkspace)
{
    const test::TemporaryFolder folder;
    auto classes = classesOf(3);
    const auto workspace = Workspace::create(folder / "w", {"", classes, false}).value();
    auto keys = LabelKeys::load(workspace, classes).value();
    EXPECT_EQ(keys.of(2), "3");
    keys.set(0, "n");
    keys.set(2, "");
    ASSERT_TRUE(keys.save(workspace, classes));

    classes.push_back({"another", "", {}, ""});
    const auto read = LabelKeys::load(workspace, classes).value();
    EXPECT_EQ(read.of(0), "n");
    EXPECT_EQ(read.of(1), "2");
    EXPECT_EQ(read.of(2), "");
    EXPECT_EQ(read.of(3), "4"); // it came later

    keys.set(0, "2");
    EXPECT_FALSE(keys.save(workspace, classesOf(3)));
    ASSERT_TRUE(writeFileAtomically(workspace.folder() / "label-keys.json", std::string_view("[1]")));
    const auto damaged = LabelKeys::load(workspace, classes);
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, ErrorCode::CorruptData);
}

TEST(LabelKeys, OfWhatElseKeysDoCanBeChosenAndAreKept)
{
    const test::TemporaryFolder folder;
    const auto classes = classesOf(12);
    const auto workspace = Workspace::create(folder / "w", {"", classes, false}).value();
    auto keys = LabelKeys::load(workspace, classes).value();
    EXPECT_EQ(keys.of(LabelAction::Skip), "Space");
    EXPECT_EQ(keys.findAction("F4"), LabelAction::Unsure);
    keys.set(LabelAction::Unsure, "U");
    keys.set(LabelAction::Skip, "F9");
    ASSERT_TRUE(keys.save(workspace, classes));
    const auto read = LabelKeys::load(workspace, classes).value();
    EXPECT_EQ(read.of(LabelAction::Unsure), "u");
    EXPECT_EQ(read.findAction("u"), LabelAction::Unsure);
    EXPECT_EQ(read.of(LabelAction::Skip), "F9");
    EXPECT_EQ(read.of(LabelAction::Back), "Backspace");
    EXPECT_FALSE(read.findAction("Space"));

    ASSERT_TRUE(writeFileAtomically(workspace.folder() / "label-keys.json",
                                    std::string_view("{\"class 0\": \"n\"}"))); // of before
    EXPECT_EQ(LabelKeys::load(workspace, classes).value().of(LabelAction::Note), "F5");
    ASSERT_TRUE(writeFileAtomically(workspace.folder() / "label-keys.json",
                                    std::string_view("{\"/actions\": {\"skip\": 3}}")));
    EXPECT_EQ(LabelKeys::load(workspace, classes).error().code, ErrorCode::CorruptData);
}

TEST(LabelKeys, OfWhatElseKeysDoAreInNobodysWay)
{
    const auto classes = classesOf(12);
    const auto refuses = [&](const std::string& key, const std::string& because) {
        auto keys = LabelKeys::standard(12);
        keys.set(LabelAction::Unsure, key);
        const auto checked = keys.check(classes);
        return !checked && checked.error().message.find(because) != std::string::npos;
    };
    EXPECT_TRUE(refuses("1", "class 0"));
    EXPECT_TRUE(refuses("-", "class 10")); // begins its two keys
    EXPECT_TRUE(refuses("F2", "the key 'F2' is that of 'unsure' too"));
    EXPECT_TRUE(refuses("Return", "cannot be a key"));
    EXPECT_TRUE(refuses("", "cannot be a key"));
    EXPECT_TRUE(refuses("ab", "cannot be a key"));
    EXPECT_FALSE(refuses("u", ""));
}

} // namespace nakama
