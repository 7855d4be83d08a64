#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/answer_store.h"
#include "core/workspace/image_writer.h"
#include "tests/support/drawing.h"
#include "tests/support/process.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/label/label_tab.h"
#include "ui/tabs/label/label_view.h"
#include "ui/viewmodels/convert.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <stdexcept>

using namespace nakama;

namespace
{

constexpr int pictures = 300;
constexpr int kills = 20;

template<typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

void makeWorkspace(const std::filesystem::path& folder, int count)
{
    const auto workspace =
        must(Workspace::create(folder, {"", {{"Nami", "", {}, {}}, {"Zoro", "", {}, {}}}, false}));
    auto writer = must(ImageWriter::open(workspace));
    for (int i = 0; i < count; ++i) {
        const auto content = must(encodePng(test::drawing(i, 24, 20)));
        NewImage image;
        image.sha256 = sha256(content);
        image.extension = "png";
        image.width = 24;
        image.height = 20;
        image.bytes = static_cast<std::int64_t>(content.size());
        image.source = "test";
        image.originalName = std::to_string(i) + ".png";
        image.pool = Pool::TrueTest;
        must(writer.add(image, content));
    }
    must(writer.commit());
}

/** The tab over a workspace, as a window would have it. */
struct Shown
{
    Session session;
    LabelTab tab{session};
    LabelController& controller = *tab.findChild<LabelController*>();
    LabelView& view = *tab.findChild<LabelView*>();

    explicit Shown(const std::filesystem::path& folder)
    {
        QSettings().setValue(QStringLiteral("label/annotator"), QStringLiteral("Anna"));
        tab.resize(900, 600);
        tab.show();
        session.openWorkspace(folder);
    }
    bool isReady() { return controller.current() != nullptr; }
};

/** A process of its own that labels by key events, and says of each stroke that it shows as done. */
int labelUntilKilled(const std::filesystem::path& folder)
{
    Shown shown(folder);
    if (!QTest::qWaitFor([&] { return shown.isReady(); }, 60'000))
        return 1;
    while (const auto* picture = shown.controller.current()) {
        const auto id = picture->imageId;
        const int before = shown.controller.answered();
        QTest::keyClick(&shown.view, id % 2 == 0 ? Qt::Key_1 : Qt::Key_2);
        if (!QTest::qWaitFor([&] { return shown.controller.answered() > before; }, 60'000))
            return 1;
        std::fprintf(stderr, "shown %lld\n", static_cast<long long>(id));
        std::fflush(stderr);
    }
    return 0;
}

std::vector<AnswerRecord> answersIn(const std::filesystem::path& folder)
{
    const auto workspace = must(Workspace::open(folder, Access::ReadOnly));
    auto catalogue = must(workspace.catalogue());
    return must(AnswerStore(catalogue).answers());
}

std::set<std::int64_t> shownIn(const std::string& text)
{
    std::set<std::int64_t> ids;
    for (auto at = text.find("shown "); at != std::string::npos; at = text.find("shown ", at + 1))
        if (text.find('\n', at) != std::string::npos)
            ids.insert(std::stoll(text.substr(at + 6)));
    return ids;
}

} // namespace

class LabelTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsByKeysAndGoesBack();
    void hasEveryStrokeAfterKills();
};

void LabelTabTest::labelsByKeysAndGoesBack()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", 6);
    Shown shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    auto& controller = shown.controller;
    const auto answerOf = [&](std::size_t place) { return controller.page().queue[place].answer; };
    QTest::keyClick(&shown.view, Qt::Key_2);
    QTRY_COMPARE(controller.place(), std::size_t{1});
    QCOMPARE(answerOf(0).classIndex, 1);
    QTest::keyClicks(&shown.view, QStringLiteral("na"));
    QTest::keyClick(&shown.view, Qt::Key_Return);
    QTRY_COMPARE(controller.place(), std::size_t{2});
    QCOMPARE(answerOf(1).classIndex, 0);
    QTest::keyClick(&shown.view, Qt::Key_Space);
    QTRY_COMPARE(controller.place(), std::size_t{3});
    QTest::keyClick(&shown.view, Qt::Key_F2);
    QTRY_COMPARE(controller.place(), std::size_t{4});
    QTest::keyClick(&shown.view, Qt::Key_F3);
    QTRY_COMPARE(controller.place(), std::size_t{5});
    QCOMPARE(answerOf(3).kind, AnswerKind::NoneOfThese);
    QCOMPARE(answerOf(4).kind, AnswerKind::SeveralCharacters);
    auto* note = shown.tab.findChild<QLineEdit*>(QStringLiteral("note"));
    QTest::keyClicks(note, QStringLiteral("a hat"));
    QTest::keyClick(note, Qt::Key_Return);
    QTRY_COMPARE(answerOf(5).note, std::string("a hat"));
    QTest::keyClick(&shown.view, Qt::Key_F4);
    QTRY_COMPARE(controller.place(), std::size_t{2}); // what was skipped
    QCOMPARE(answerOf(5).kind, AnswerKind::Unsure);
    QCOMPARE(answerOf(5).note, std::string("a hat"));
    QTest::keyClick(&shown.view, Qt::Key_Backspace);
    QTRY_COMPARE(controller.place(), std::size_t{1});
    QTest::keyClick(&shown.view, Qt::Key_2);
    QTRY_COMPARE(answerOf(1).classIndex, 1);
    QTest::keyClick(&shown.view, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(answerOf(1).classIndex, 0);
    QCOMPARE(controller.place(), std::size_t{1});
    QTRY_VERIFY(shown.session.jobs().active().empty());
}

void LabelTabTest::hasEveryStrokeAfterKills()
{
    const test::TemporaryFolder folder;
    const auto workspace = folder / "w";
    makeWorkspace(workspace, pictures);
    std::set<std::int64_t> shown;
    for (int kill = 0; kill < kills; ++kill) {
        const std::size_t enough = static_cast<std::size_t>(3 + kill % 7);
        const auto run =
            test::runProcess(toPath(QCoreApplication::applicationFilePath()), {"--label", workspace.string()},
                             [&](pid_t process, const std::string& err) {
                                 if (shownIn(err).size() >= enough)
                                     ::kill(process, SIGKILL);
                             });
        QCOMPARE(run.exitCode, -SIGKILL);
        shown.merge(shownIn(run.err));
        const auto kept = answersIn(workspace);
        std::set<std::int64_t> found;
        for (const auto& record : kept) {
            QCOMPARE(record.answer.classIndex, record.imageId % 2 == 0 ? 0 : 1);
            found.insert(record.imageId);
        }
        for (const auto id : shown)
            QVERIFY2(found.contains(id), qPrintable(QString::number(id)));
    }
    const auto last =
        test::runProcess(toPath(QCoreApplication::applicationFilePath()), {"--label", workspace.string()});
    QCOMPARE(last.exitCode, 0);
    QCOMPARE(answersIn(workspace).size(), std::size_t{pictures});

    Shown again(workspace);
    QTRY_COMPARE(again.controller.answered(), pictures);
    for (int i = 1; i <= 5; ++i) {
        QTest::keyClick(&again.view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(again.controller.answered(), pictures - i);
    }
    QCOMPARE(answersIn(workspace).size(), std::size_t{pictures - 5});
    QTRY_VERIFY(again.session.jobs().active().empty());
}

int main(int argc, char** argv)
{
    const test::TemporaryFolder settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, toQString(settings.path()));
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("nakama-test"));
    QCoreApplication::setApplicationName(QStringLiteral("nakama-test"));
    if (argc == 3 && std::string(argv[1]) == "--label")
        return labelUntilKilled(argv[2]);
    LabelTabTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "label_tab_test.moc"
