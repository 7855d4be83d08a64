#include "tests/support/process.h"
#include "tests/ui/label/label_host.h"
#include "ui/viewmodels/convert.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <cstdio>

using namespace nakama;
using test::answersIn;
using test::LabelHost;
using test::makeWorkspace;

namespace
{

constexpr int pictures = 300;
constexpr int kills = 20;

const std::vector<std::string> twoClasses{"Nami", "Zoro"};

/** A process of its own that labels by key events, and says of each stroke that it shows as done. */
int labelUntilKilled(const std::filesystem::path& folder)
{
    LabelHost shown(folder);
    if (!QTest::qWaitFor([&] { return shown.isReady(); }, 60'000) ||
        !QTest::qWaitFor([&] { return QApplication::focusWidget() == &shown.view; }, 60'000))
        return 1;
    while (const auto* picture = shown.controller.current()) {
        const auto id = picture->imageId;
        const int before = shown.controller.answered();
        if (!shown.press(id % 2 == 0 ? Qt::Key_1 : Qt::Key_2))
            return 1;
        if (!QTest::qWaitFor([&] { return shown.controller.answered() > before; }, 60'000))
            return 1;
        std::fprintf(stderr, "shown %lld\n", static_cast<long long>(id));
        std::fflush(stderr);
    }
    return 0;
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
    void keysWorkWhereAllIsAnswered();
    void undoAndRedoAreOfStrokesWhereverTheFocusIs();
    void undoKeepsToTheShownSet();
    void keysWithAltOrControlAreTheWindows();
    void otherPagesAreToldOnceForManyStrokes();
    void hasEveryStrokeAfterKills();
};

void LabelTabTest::labelsByKeysAndGoesBack()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 6);
    LabelHost shown(folder / "w");
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

void LabelTabTest::keysWorkWhereAllIsAnswered()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 2);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    QVERIFY(shown.press(Qt::Key_1));
    QVERIFY(shown.press(Qt::Key_1));
    QTRY_VERIFY(shown.controller.isDone());
    QVERIFY(shown.press(Qt::Key_2)); // there is nobody to be named any more
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QCOMPARE(shown.controller.place(), std::size_t{1});
    QVERIFY(shown.press(Qt::Key_2));
    QTRY_VERIFY(shown.controller.isDone());
    QCOMPARE(shown.answerAt(1).classIndex, 1);
    QVERIFY(shown.press(Qt::Key_Backspace));
    QTRY_COMPARE(shown.controller.place(), std::size_t{1});
    QCOMPARE(shown.windowUndos, 0);
    QTRY_VERIFY(shown.isIdle());
}

void LabelTabTest::undoAndRedoAreOfStrokesWhereverTheFocusIs()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 4);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    const auto redo = Qt::ControlModifier | Qt::ShiftModifier;
    QVERIFY(shown.press(Qt::Key_1));
    QVERIFY(shown.press(Qt::Key_2));
    QTRY_COMPARE(shown.controller.answered(), 2);
    shown.child<QComboBox>(QStringLiteral("set")).setFocus();
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_COMPARE(shown.controller.answered(), 0);
    QVERIFY(shown.press(Qt::Key_Z, redo));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QCOMPARE(shown.answerAt(0).classIndex, 0);
    shown.view.setFocus();
    QVERIFY(shown.press(Qt::Key_Z, redo));
    QTRY_COMPARE(shown.controller.answered(), 2);
    QCOMPARE(shown.answerAt(1).classIndex, 1);
    QVERIFY(shown.press(Qt::Key_Z, redo)); // nothing is left to be done again
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QVERIFY(shown.press(Qt::Key_1)); // another stroke ends it
    QTRY_COMPARE(shown.answerAt(1).classIndex, 0);
    QVERIFY(shown.press(Qt::Key_Z, redo));
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.answerAt(1).classIndex, 0);
    QCOMPARE(shown.controller.answered(), 2);
    QCOMPARE(shown.windowUndos, 0);
}

void LabelTabTest::undoKeepsToTheShownSet()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 2, 2);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    QVERIFY(shown.press(Qt::Key_1));
    QTRY_COMPARE(shown.controller.answered(), 1);
    shown.choose(LabelSet::Unlabelled);
    QTRY_VERIFY(shown.isReady() && shown.controller.currentImage()->pool == Pool::Pool);
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(answersIn(folder / "w").size(), std::size_t{1});
    shown.choose(LabelSet::TrueTest);
    QTRY_COMPARE(shown.controller.answered(), 1);
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_COMPARE(shown.controller.answered(), 0);
    QTRY_VERIFY(shown.isIdle());
}

void LabelTabTest::keysWithAltOrControlAreTheWindows()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 2);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    for (const auto modifiers : {Qt::AltModifier, Qt::ControlModifier, Qt::MetaModifier})
        for (const auto key : {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F5, Qt::Key_Space, Qt::Key_1})
            QVERIFY(shown.press(key, modifiers));
    QVERIFY(shown.press(Qt::Key_F4, Qt::ShiftModifier));
    QVERIFY(shown.press(Qt::Key_F4));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QCOMPARE(shown.controller.skipped(), 0);
    QCOMPARE(QApplication::focusWidget(), &shown.view);
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(answersIn(folder / "w").size(), std::size_t{1});
}

void LabelTabTest::otherPagesAreToldOnceForManyStrokes()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 8);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    QSignalSpy told(&shown.session, &Session::picturesChanged);
    for (int i = 1; i <= 4; ++i) {
        QVERIFY(shown.press(Qt::Key_1));
        QTRY_COMPARE(shown.controller.answered(), i);
    }
    shown.tab.hide(); // another page comes
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][0].value<std::vector<std::int64_t>>().size(), std::size_t{4});
    shown.tab.show();
    shown.view.setFocus();
    QVERIFY(shown.press(Qt::Key_1));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 10'000); // and without leaving the page
    QTRY_VERIFY(shown.isIdle());
}

void LabelTabTest::hasEveryStrokeAfterKills()
{
    const test::TemporaryFolder folder;
    const auto workspace = folder / "w";
    makeWorkspace(workspace, twoClasses, pictures);
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

    LabelHost again(workspace);
    QTRY_COMPARE(again.controller.answered(), pictures);
    QTRY_COMPARE(QApplication::focusWidget(), &again.view);
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(again.press(Qt::Key_Z, Qt::ControlModifier));
        QTRY_COMPARE(again.controller.answered(), pictures - i);
    }
    QCOMPARE(answersIn(workspace).size(), std::size_t{pictures - 5});
    QCOMPARE(again.windowUndos, 0);
    QTRY_VERIFY(again.isIdle());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const test::OwnSettings settings;
    if (argc == 3 && std::string(argv[1]) == "--label")
        return labelUntilKilled(argv[2]);
    LabelTabTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "label_tab_test.moc"
