#include "tests/ui/label/label_host.h"
#include "ui/tabs/label/agreement_dialog.h"
#include "ui/tabs/label/key_edit.h"
#include "ui/tabs/label/keys_dialog.h"
#include "ui/widgets/picture_view.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace nakama;
using test::LabelHost;
using test::makeWorkspace;
using test::rowsOf;

namespace
{

const std::vector<std::string> twoClasses{"Nami", "Zoro"};
const Answer nami{AnswerKind::Class, 0};
const Answer zoro{AnswerKind::Class, 1};

} // namespace

/** The sets, annotators and keys of the page, beside the strokes themselves. */
class LabelSetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eighteenClassesHaveOneKeyOrTwo();
    void keysCanBeChosen();
    void zoomsAndMovesByKeys();
    void annotatorsHaveAnswersAndOrdersOfTheirOwn();
    void conflictsAreSettledAndTakenBack();
    void theSecondPassLabelsNothing();
};

void LabelSetsTest::eighteenClassesHaveOneKeyOrTwo()
{
    const test::TemporaryFolder folder;
    std::vector<std::string> classes;
    for (int i = 0; i < 18; ++i)
        classes.push_back(std::string(1, static_cast<char>('A' + i)) + "class");
    makeWorkspace(folder / "w", classes, 6);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    QVERIFY(shown.type(QStringLiteral("0")));
    QVERIFY(shown.type(QStringLiteral("-8")));
    QTRY_COMPARE(shown.controller.answered(), 2);
    QCOMPARE(shown.answerAt(0).classIndex, 9);
    QCOMPARE(shown.answerAt(1).classIndex, 17);
    QVERIFY(shown.type(QStringLiteral("-")));
    QVERIFY(shown.textOf(QStringLiteral("typed")).contains(QLatin1Char('-')));
    QVERIFY(shown.press(Qt::Key_Backspace)); // takes the first of two keys back, and goes nowhere
    QVERIFY(shown.textOf(QStringLiteral("typed")).isEmpty());
    QCOMPARE(shown.controller.place(), std::size_t{2});
    QVERIFY(shown.type(QStringLiteral("-9"))); // no class has it: the 9 begins anew
    QTRY_COMPARE(shown.controller.answered(), 3);
    QCOMPARE(shown.answerAt(2).classIndex, 8);
    QVERIFY(shown.type(QStringLiteral("-")));
    QVERIFY(shown.press(Qt::Key_Escape));
    QVERIFY(shown.type(QStringLiteral("1")));
    QTRY_COMPARE(shown.controller.answered(), 4);
    QCOMPARE(shown.answerAt(3).classIndex, 0);
    QVERIFY(shown.type(QStringLiteral("rc")));
    QVERIFY(shown.press(Qt::Key_Return));
    QTRY_COMPARE(shown.controller.answered(), 5);
    QCOMPARE(shown.answerAt(4).classIndex, 17);
    QTRY_VERIFY(shown.isIdle());
}

void LabelSetsTest::keysCanBeChosen()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 4);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    shown.child<QPushButton>(QStringLiteral("keys")).click();
    auto* dialog = shown.tab.findChild<KeysDialog*>();
    QVERIFY(dialog);
    auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    auto* first = dialog->findChild<QLineEdit*>(QStringLiteral("keys of Nami"));
    auto* unsure = dialog->findChild<KeyEdit*>(QStringLiteral("key of unsure"));
    auto* back = dialog->findChild<KeyEdit*>(QStringLiteral("key of back"));
    first->clear();
    QTest::keyClicks(first, QStringLiteral("2")); // that of Zoro
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(first, Qt::Key_Backspace);
    QTest::keyClicks(first, QStringLiteral("n"));
    QVERIFY(ok->isEnabled());
    QTest::keyClick(unsure, Qt::Key_N);
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(unsure, Qt::Key_Control);
    QTest::keyClick(unsure, Qt::Key_U);
    QCOMPARE(unsure->text(), QStringLiteral("U"));
    QTest::keyClick(back, Qt::Key_F9);
    QCOMPARE(back->key(), std::string("F9"));
    QVERIFY(ok->isEnabled());
    ok->click();
    shown.comeBack();
    QTRY_COMPARE(shown.controller.page().keys.of(LabelAction::Back), std::string("F9"));
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    QVERIFY(shown.type(QStringLiteral("u")));
    QTRY_COMPARE(shown.answerAt(0).kind, AnswerKind::Unsure);
    QVERIFY(shown.press(Qt::Key_F4)); // is nobody's now
    QVERIFY(shown.press(Qt::Key_Backspace));
    QVERIFY(shown.type(QStringLiteral("n")));
    QTRY_COMPARE(shown.answerAt(1), nami);
    QVERIFY(shown.press(Qt::Key_F9));
    QTRY_COMPARE(shown.controller.place(), std::size_t{1});
    QVERIFY(shown.textOf(QStringLiteral("help")).contains(QStringLiteral("U  unsure")));
    const auto kept = test::must(LabelKeys::load(shown.session.workspace(), shown.controller.page().classes));
    QCOMPARE(kept.of(LabelAction::Unsure), std::string("u"));
    QCOMPARE(kept.of(std::size_t{0}), std::string("n"));
    QTRY_VERIFY(shown.isIdle());
}

void LabelSetsTest::zoomsAndMovesByKeys()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 2);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    const auto& view = *shown.view.findChild<PictureView*>();
    QTRY_VERIFY(!view.picture().isNull());
    const double fitted = view.zoom();
    QVERIFY(shown.press(Qt::Key_PageUp));
    QVERIFY(view.zoom() > fitted);
    const QPointF middle = view.centre();
    QVERIFY(shown.press(Qt::Key_Right));
    QVERIFY(shown.press(Qt::Key_Down));
    QVERIFY(view.centre().x() > middle.x());
    QVERIFY(view.centre().y() > middle.y());
    QVERIFY(shown.press(Qt::Key_Left));
    QVERIFY(shown.press(Qt::Key_Up));
    QCOMPARE(view.centre(), middle);
    QVERIFY(shown.press(Qt::Key_PageDown));
    QVERIFY(shown.press(Qt::Key_PageDown));
    QVERIFY(view.zoom() < fitted);
    QVERIFY(shown.press(Qt::Key_End));
    QCOMPARE(view.zoom(), 1 / view.devicePixelRatioF());
    QVERIFY(shown.press(Qt::Key_Home));
    QCOMPARE(view.zoom(), fitted);
    QCOMPARE(shown.controller.answered(), 0);
    QTRY_VERIFY(shown.isIdle());
}

void LabelSetsTest::annotatorsHaveAnswersAndOrdersOfTheirOwn()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 12, 3);
    test::answer(folder / "w", {{"Ben", 1, zoro}});
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    const auto order = [&] {
        std::vector<std::int64_t> ids;
        for (const auto& picture : shown.controller.page().queue)
            ids.push_back(picture.imageId);
        return ids;
    };
    const auto annas = order();
    for (int i = 1; i <= 12; ++i) {
        QVERIFY(shown.press(Qt::Key_1));
        QTRY_COMPARE(shown.controller.answered(), i);
    }
    auto& names = shown.child<QComboBox>(QStringLiteral("annotator"));
    names.setCurrentIndex(names.findText(QStringLiteral("Ben")));
    Q_EMIT names.activated(names.currentIndex());
    QTRY_COMPARE(shown.controller.annotator(), QStringLiteral("Ben"));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QVERIFY(order() != annas);
    QTRY_VERIFY(shown.isIdle());

    AgreementDialog agreement(shown.session);
    auto* progress = agreement.findChild<QTreeWidget*>(QStringLiteral("progress"));
    QTRY_COMPARE(progress->topLevelItemCount(), 2);
    const auto rows = rowsOf(*progress);
    QVERIFY2(rows.contains(QStringLiteral("Ben|1 of 12|0 of 3|0 of 0")) ||
                 rows.contains(QStringLiteral("Ben|1 of 12|0 of 3|0 of 1")),
             qPrintable(rows.join(QLatin1Char('\n'))));
    QVERIFY2(rows.filter(QStringLiteral("Anna|12 of 12|0 of 3|0 of ")).size() == 1,
             qPrintable(rows.join(QLatin1Char('\n'))));
    const auto pairs = rowsOf(*agreement.findChild<QTreeWidget*>(QStringLiteral("agreement")));
    QCOMPARE(pairs.size(), 1);
    QVERIFY2(pairs[0].contains(QStringLiteral("|1|0|")), qPrintable(pairs[0])); // both said one, not the same
}

void LabelSetsTest::conflictsAreSettledAndTakenBack()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 4);
    test::answer(folder / "w", {{"Anna", 2, nami},
                                {"Ben", 2, {AnswerKind::Class, 1, "the sword"}},
                                {"Anna", 3, nami},
                                {"Ben", 3, nami}});
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    shown.choose(LabelSet::Conflicts);
    QTRY_VERIFY(shown.isReady() && shown.controller.set() == LabelSet::Conflicts);
    QTRY_COMPARE(shown.controller.page().queue.size(), std::size_t{1});
    QCOMPARE(shown.controller.current()->imageId, std::int64_t{2});
    const auto others = shown.textOf(QStringLiteral("others"));
    QVERIFY2(others.contains(QStringLiteral("Anna: Nami")) &&
                 others.contains(QStringLiteral("Ben: Zoro (the sword)")),
             qPrintable(others));
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    QVERIFY(shown.press(Qt::Key_2));
    QTRY_VERIFY(shown.controller.isDone());
    QCOMPARE(test::imageIn(folder / "w", 2).classIndex, 1);
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_COMPARE(shown.controller.answered(), 0);
    QCOMPARE(test::imageIn(folder / "w", 2).classIndex, -1);
    QCOMPARE(test::imageIn(folder / "w", 3).classIndex, 0);
    QTRY_VERIFY(shown.isIdle());
}

void LabelSetsTest::theSecondPassLabelsNothing()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 60);
    std::vector<test::Said> all;
    for (std::int64_t id = 1; id <= 60; ++id)
        all.push_back({"Anna", id, nami});
    test::answer(folder / "w", all);
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.controller.isDone());
    shown.choose(LabelSet::SecondPass);
    QTRY_VERIFY(shown.controller.set() == LabelSet::SecondPass && shown.isReady());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    const auto again = shown.controller.page().queue.size();
    QVERIFY(again > 0 && again < 20);
    const auto first = shown.controller.current()->imageId;
    QCOMPARE(shown.textOf(QStringLiteral("answer")),
             QStringLiteral("Who is this?")); // not what was said before
    QVERIFY(shown.press(Qt::Key_2));
    QTRY_COMPARE(shown.controller.answered(), 1);
    QCOMPARE(test::imageIn(folder / "w", first).classIndex, 0);
    QTRY_VERIFY(shown.isIdle());
    AgreementDialog agreement(shown.session);
    auto* pairs = agreement.findChild<QTreeWidget*>(QStringLiteral("agreement"));
    QTRY_COMPARE(pairs->topLevelItemCount(), 1);
    QVERIFY2(rowsOf(*pairs)[0].contains(QStringLiteral("twice|1|0|")), qPrintable(rowsOf(*pairs)[0]));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const test::OwnSettings settings;
    LabelSetsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "label_sets_test.moc"
