#include "core/workspace/class_names.h"
#include "core/workspace/preset.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

#include <map>

namespace nakama
{

namespace
{

using test::must;

std::string matched(const std::vector<ClassInfo>& classes, const std::string& name)
{
    const int index = matchClass(classes, name);
    return index < 0 ? "" : classes[static_cast<std::size_t>(index)].name;
}

} // namespace

TEST(Preset, OnePieceHasTheEighteenClassesInOrder)
{
    const auto preset = must(findPreset("one-piece"));
    std::vector<std::string> names;
    for (const auto& info : preset.classes)
        names.push_back(info.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Ace", "Akainu", "Brook", "Chopper", "Crocodile", "Franky",
                                               "Jinbei", "Kurohige", "Law", "Luffy", "Mihawk", "Nami",
                                               "Rayleigh", "Robin", "Sanji", "Shanks", "Usopp", "Zoro"}));
    std::vector<std::string> tags;
    for (const auto& info : preset.classes)
        tags.push_back(info.danbooruTag);
    // jinbei is an artist, crocodile the animal, sakazuki a dish, usopp and the others need no suffix.
    EXPECT_EQ(tags, (std::vector<std::string>{
                        "portgas_d._ace", "sakazuki_(akainu)", "brook_(one_piece)", "tony_tony_chopper",
                        "crocodile_(one_piece)", "franky_(one_piece)", "jinbe_(one_piece)",
                        "marshall_d._teach", "trafalgar_law", "monkey_d._luffy", "dracule_mihawk",
                        "nami_(one_piece)", "silvers_rayleigh", "nico_robin", "sanji_(one_piece)",
                        "shanks_(one_piece)", "usopp", "roronoa_zoro"}));
    EXPECT_EQ(preset.classes[7].displayName, "Marshall D. Teach");
}

TEST(Preset, UnknownIdNamesThoseThatExist)
{
    const auto preset = findPreset("naruto");
    ASSERT_FALSE(preset);
    EXPECT_EQ(preset.error().code, ErrorCode::NotFound);
    EXPECT_NE(preset.error().message.find("one-piece"), std::string::npos);
}

TEST(Preset, NoNameMeansTwoClasses)
{
    for (const auto& preset : builtInPresets()) {
        EXPECT_TRUE(checkNewClasses({}, preset.classes)) << preset.id;
        std::map<std::string, std::string> owners;
        for (const auto& info : preset.classes) {
            auto names = info.aliases;
            names.insert(names.end(), {info.name, info.displayName, info.danbooruTag});
            for (const auto& name : names) {
                const auto [owner, isNew] = owners.emplace(normalisedClassName(name), info.name);
                EXPECT_EQ(owner->second, info.name) << name;
                EXPECT_EQ(matched(preset.classes, name), info.name) << name;
            }
        }
    }
}

TEST(MatchClass, FindsWhatPeopleCallThem)
{
    const auto classes = must(findPreset("one-piece")).classes;
    const std::map<std::string, std::string> expected{
        {"luffy", "Luffy"},
        {"LUFFY", "Luffy"},
        {"Monkey D. Luffy", "Luffy"},
        {"monkey_d._luffy", "Luffy"},
        {"Monkey-D-Luffy", "Luffy"},
        {"Jimbei", "Jinbei"},
        {"jinbe", "Jinbei"},
        {"Blackbeard", "Kurohige"},
        {"black beard", "Kurohige"},
        {"Teach", "Kurohige"},
        {"Marshall D. Teach", "Kurohige"},
        {"Sakazuki", "Akainu"},
        {"nami_(one_piece)", "Nami"},
        {"Nico_Robin", "Robin"},
        {"モンキー・D・ルフィ", "Luffy"},
        {"ｌｕｆｆｙ", "Luffy"},
        {"Buggy", ""},
        {"train", ""},
        {"", ""},
        {"...", ""},
    };
    for (const auto& [name, index] : expected)
        EXPECT_EQ(matched(classes, name), index) << name;
}

TEST(MatchClass, OwnNameComesBeforeAliasOfAnother)
{
    const std::vector<ClassInfo> classes{{"A", "", {"B"}, ""}, {"B", "", {}, ""}};
    EXPECT_EQ(matchClass(classes, "b"), 1);
}

TEST(MatchClass, DecomposedNamesOfMacosMatch)
{
    const std::vector<ClassInfo> classes{{"Zo\u00EB", "", {}, ""}, {"\u30D6\u30EB", "", {}, ""}};
    EXPECT_EQ(matchClass(classes, "zoe\u0308"), 0);
    EXPECT_EQ(matchClass(classes, "\u30D5\u3099\u30EB"), 1);
}

} // namespace nakama
