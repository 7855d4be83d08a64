#include "core/models/files/pickle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nakama
{

namespace
{

using testing::HasSubstr;

Result<Pickle> read(std::string_view text)
{
    return readPickle(std::as_bytes(std::span(text)), "file");
}

template<std::size_t N>
constexpr std::string_view raw(const char (&text)[N])
{
    return {text, N - 1};
}

} // namespace

TEST(Pickle, Numbers)
{
    EXPECT_EQ(read(raw("\x80\x02K\xff."))->root.integer, 255);
    EXPECT_EQ(read(raw("\x80\x02M\x01\x02."))->root.integer, 513);
    EXPECT_EQ(read(raw("\x80\x02J\xfe\xff\xff\xff."))->root.integer, -2);
    EXPECT_EQ(read(raw("\x80\x02\x8a\x00."))->root.integer, 0);
    EXPECT_EQ(read(raw("\x80\x02\x8a\x01\xff."))->root.integer, -1);
    EXPECT_EQ(read(raw("\x80\x02\x8a\x05\x00\x00\x00\x00\x01."))->root.integer, std::int64_t{1} << 32);
    EXPECT_EQ(read(raw("\x80\x02G\x3f\xf8\x00\x00\x00\x00\x00\x00."))->root.real, 1.5);
}

TEST(Pickle, StopsAtItsEnd)
{
    EXPECT_EQ(read(raw("\x80\x02K\x01.rest"))->bytesRead, 5u);
}

TEST(Pickle, CyclesAreKeptAsTheyAre)
{
    // l = []; l.append(l)
    const auto pickle = read(raw("\x80\x02]q\x00h\x00"
                                 "a."))
                            .value();
    ASSERT_EQ(pickle.root.kind, PickleValue::Kind::List);
    EXPECT_EQ(pickle.items(pickle.root)[0].integer, pickle.root.integer);
}

TEST(Pickle, RefusesGlobalsAndOperationsByName)
{
    for (const auto text :
         {raw("cos\nsystem\n(X\x02\x00\x00\x00lstR."), raw("cbuiltins\neval\n."),
          raw("\x80\x04\x8c\x02os\x8c\x06system\x93."), raw("ctorch.nn.modules\nLinear\n.")}) {
        const auto error = read(text).error();
        EXPECT_EQ(error.code, ErrorCode::Unsupported);
        EXPECT_THAT(error.message, HasSubstr("asks for"));
    }
    EXPECT_THAT(read("ios\nsystem\n.").error().message, HasSubstr("operation 0x69")); // INST
    EXPECT_THAT(read("cos\nsystem\n.").error().message, HasSubstr("\"os.system\""));
}

TEST(Pickle, RefusesNonsense)
{
    for (const auto text : {raw(""),
                            raw("\x80"),
                            raw("."),
                            raw("a."),
                            raw("K"),
                            raw("t."),
                            raw("u."),
                            raw("R."),
                            raw("b."),
                            raw("Q."),
                            raw("h\x05."),
                            raw("q\x00."),
                            raw("X\xff\xff\xff\xffhello."),
                            raw("K\x01K\x02R."),
                            raw("}K\x01"
                                "a."),
                            raw("}(K\x01u."),
                            raw("(K\x01(."),
                            raw("K\x01)R."),
                            raw("ccollections\nOrderedDict\n(K\x01tR."),
                            raw("K\x01)\x81."),
                            raw("]K\x01"
                                "b."),
                            raw("cos"),
                            raw("\x8c\xff"
                                "abc.")})
        EXPECT_EQ(read(text).error().code, ErrorCode::CorruptData) << text;
}

TEST(Pickle, MemoryIsBoundedByTheNumberOfValues)
{
    EXPECT_EQ(read(std::string(5'000'000, '}')).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(read(std::string(5'000'000, '(')).error().code, ErrorCode::TooLarge);
    // A tuple that is doubled again and again: t = (t0, t0), as calls that copy their arguments.
    std::string doubling = "ctorch\nSize\nq\x01(";
    doubling.append(1000, ')');
    doubling += "tq\x02";
    for (int i = 0; i < 100'000; ++i)
        doubling += "h\x01h\x02R";
    EXPECT_EQ(read(doubling + ".").error().code, ErrorCode::TooLarge);
}

} // namespace nakama
