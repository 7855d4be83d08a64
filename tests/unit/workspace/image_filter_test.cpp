#include "core/workspace/copy_store.h"
#include "core/workspace/edit_journal.h"
#include "tests/unit/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using test::must;
using test::picture;
using Ids = std::vector<std::int64_t>;

class ImageFilterTest : public test::WorkspaceTest
{
protected:
    std::int64_t add(const std::string& name, int classIndex, int width, const std::string& source)
    {
        auto image = picture(name, classIndex);
        image.width = width;
        image.height = 100;
        image.source = source;
        return must(m_catalogue.addImage(image));
    }
    Ids list(const ImageFilter& filter, ImageOrder order = ImageOrder::Oldest)
    {
        const auto ids = must(m_catalogue.imageIds(filter, order));
        if (order == ImageOrder::Oldest) {
            Ids records;
            for (const auto& image : must(m_catalogue.images(filter)))
                records.push_back(image.id);
            EXPECT_EQ(ids, records);
        }
        return ids;
    }
    template<typename Set>
    Ids listWith(Set set)
    {
        ImageFilter filter;
        set(filter);
        return list(filter);
    }

    std::int64_t m_a = add("crew/A 100%.png", 0, 40, "folder");
    std::int64_t m_b = add("crew/b_1.png", 1, 200, "danbooru");
    std::int64_t m_c = add("crew/bx1.png", -1, 90, "danbooru");
    std::int64_t m_d = add("crew/d.png", 1, 300, "folder");
};

} // namespace

TEST_F(ImageFilterTest, EachFieldFilters)
{
    must(m_catalogue.setSplit({{m_a, SplitPart::Train}, {m_b, SplitPart::Val}}, {}));
    must(CopyStore(m_catalogue).setCopies({{m_d, m_b, true, "resized"}}, {}));
    EXPECT_EQ(listWith([](auto& f) { f.classIndex = 1; }), (Ids{m_b, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.source = "danbooru"; }), (Ids{m_b, m_c}));
    EXPECT_EQ(listWith([](auto& f) { f.split = SplitPart::Val; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.split.emplace(std::nullopt); }), (Ids{m_c, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.side = SideRange{90, 0}; }), (Ids{m_b, m_c, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.side = SideRange{0, 90}; }), (Ids{m_a, m_c}));
    EXPECT_EQ(listWith([](auto& f) { f.pool = Pool::TrueTest; }), Ids{});
    must(EditJournal(m_catalogue).edit(movePictures({m_b}, Pool::TrueTest)));
    EXPECT_EQ(listWith([](auto& f) { f.pool = Pool::TrueTest; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.pool = Pool::Pool; }), (Ids{m_a, m_c, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.label = LabelState::Labelled; }), (Ids{m_a, m_b, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.label = LabelState::Unlabelled; }), Ids{m_c});
    EXPECT_EQ(listWith([](auto& f) { f.copies = CopyState::Keeper; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.copies = CopyState::Copy; }), Ids{m_d});
    EXPECT_EQ(listWith([](auto& f) { f.copies = CopyState::HasCopies; }), (Ids{m_b, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.copies = CopyState::Single; }), (Ids{m_a, m_c}));
    EXPECT_EQ(listWith([&](auto& f) {
                  f.among = std::make_shared<const Ids>(Ids{m_a, m_d});
              }),
              (Ids{m_a, m_d}));
}

TEST_F(ImageFilterTest, FieldsAreCombined)
{
    ImageFilter filter;
    filter.source = "danbooru";
    filter.classIndex = 1;
    filter.side = SideRange{100, 0};
    EXPECT_EQ(list(filter), Ids{m_b});
    filter.side = SideRange{0, 50};
    EXPECT_EQ(list(filter), Ids{});
}

TEST_F(ImageFilterTest, TextIsTakenLiterallyAndWordByWord)
{
    EXPECT_EQ(listWith([](auto& f) { f.text = "100%"; }), Ids{m_a});
    EXPECT_EQ(listWith([](auto& f) { f.text = "%"; }), Ids{m_a}) << "no wildcard";
    EXPECT_EQ(listWith([](auto& f) { f.text = "b_1"; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.text = "png CREW bx"; }), Ids{m_c});
}

TEST_F(ImageFilterTest, AFieldTakesSeveralValues)
{
    const auto many = [](auto... values) {
        return [=](ImageFilter& f) { (f.classIndex.toggle(values), ...); };
    };
    EXPECT_EQ(listWith(many(0, 1)), (Ids{m_a, m_b, m_d}));
    EXPECT_EQ(listWith(many(0, -1)), (Ids{m_a, m_c})) << "those without a label are a value too";
    EXPECT_EQ(listWith(many(0, 1, 0)), (Ids{m_b, m_d})) << "a second time takes it away";
    EXPECT_EQ(listWith(many(0, 0)).size(), 4u) << "none left: nothing is filtered";
    ImageFilter filter;
    filter.source.toggle("folder");
    filter.source.toggle("danbooru");
    EXPECT_EQ(list(filter).size(), 4u);
    filter.side.toggle({0, 50});
    filter.side.toggle({100, 0});
    EXPECT_EQ(list(filter), (Ids{m_a, m_b, m_d}));
    filter.classIndex = 1;
    EXPECT_EQ(list(filter), (Ids{m_b, m_d})) << "fields are combined by and";
}

TEST_F(ImageFilterTest, TextIsFoundInAnyCaseAlsoBeyondAscii)
{
    const auto nami = add("Папка/Нами в Шляпе*.png", 0, 40, "folder");
    const auto robin = add("папка/РОБИН [2].png", 0, 40, "folder");
    const auto one = [&](const char* text) { return listWith([&](auto& f) { f.text = text; }); };
    EXPECT_EQ(one("нами"), Ids{nami});
    EXPECT_EQ(one("НАМИ шляпе"), Ids{nami});
    EXPECT_EQ(one("робин"), Ids{robin});
    EXPECT_EQ(one("ПАПКА"), (Ids{nami, robin}));
    EXPECT_EQ(one("шляпе*"), Ids{nami}) << "no wildcard";
    EXPECT_EQ(one("робин [2]"), Ids{robin});
    EXPECT_EQ(one("ш?япе"), Ids{});
    EXPECT_EQ(one("папка PNG"), (Ids{nami, robin}));
}

TEST_F(ImageFilterTest, RatingsAndTagsOfPosts)
{
    test::addPost(m_catalogue, 1, "g", "nami_(one_piece) шляпа", m_b, 1);
    test::addPost(m_catalogue, 2, "s", "roronoa_zoro 100%", m_c, -1);
    EXPECT_EQ(listWith([](auto& f) { f.rating = "g"; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.rating = "s"; }), Ids{m_c});
    EXPECT_EQ(listWith([](auto& f) { f.text = "NAMI_(one"; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.text = "Шляпа"; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.text = "zoro crew"; }), Ids{m_c})
        << "a word of the tags, one of the name";
}

TEST_F(ImageFilterTest, PicturesOutOfUseAreTold)
{
    EditJournal journal(m_catalogue);
    must(journal.edit(deletePictures({m_a})));
    must(journal.edit(excludePictures({m_b})));
    must(journal.edit(markPictures({m_c}, PictureMark::Unsure)));
    EXPECT_EQ(listWith([](auto& f) { f.use = UseState::InUse; }), Ids{m_d});
    EXPECT_EQ(listWith([](auto& f) { f.use = UseState::NotInBin; }), (Ids{m_b, m_c, m_d}));
    EXPECT_EQ(listWith([](auto& f) { f.use = UseState::SetAside; }), Ids{m_b});
    EXPECT_EQ(listWith([](auto& f) { f.use = UseState::Marked; }), Ids{m_c});
    EXPECT_EQ(listWith([](auto& f) { f.mark = PictureMark::Unsure; }), Ids{m_c});
    EXPECT_EQ(listWith([](auto& f) { f.use = UseState::Bin; }), Ids{m_a});
    must(journal.edit(relabelPictures({m_c}, 0)));
    EXPECT_EQ(listWith([](auto& f) { f.label = LabelState::ByHand; }), Ids{m_c});
    const auto counts = must(m_catalogue.counts());
    EXPECT_EQ(counts.perSplit.at("set-aside"), 2);
    EXPECT_EQ(counts.perSplit.at("marked"), 0);
}

TEST_F(ImageFilterTest, Orders)
{
    EXPECT_EQ(list({}, ImageOrder::Newest), (Ids{m_d, m_c, m_b, m_a}));
    EXPECT_EQ(list({}, ImageOrder::Name), (Ids{m_a, m_b, m_c, m_d}));
    EXPECT_EQ(list({}, ImageOrder::Class), (Ids{m_a, m_b, m_d, m_c})) << "those without a label last";
    EXPECT_EQ(list({}, ImageOrder::SmallestFirst), (Ids{m_a, m_c, m_b, m_d}));
    EXPECT_EQ(list({}, ImageOrder::LargestFirst), (Ids{m_b, m_d, m_c, m_a}));
    EXPECT_EQ(list({}, ImageOrder::Source), (Ids{m_b, m_c, m_a, m_d}));
}

TEST_F(ImageFilterTest, PicturesOfNumbersComeInTheirOrder)
{
    Ids found;
    for (const auto& image : must(m_catalogue.imagesOf({m_d, 4711, m_a})))
        found.push_back(image.id);
    EXPECT_EQ(found, (Ids{m_d, m_a}));
}

} // namespace nakama
