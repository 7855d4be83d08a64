#include "tests/ui/widgets/example_data.h"
#include "ui/widgets/confusion_matrix_view.h"

#include <QHelpEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace nakama
{

namespace
{

// Two classes that are confused one way, and one that neither occurs nor is predicted.
const ConfusionMatrix small{{6, 2, 0}, {0, 4, 0}, {0, 0, 0}};
const QStringList names{QStringLiteral("Ace"), QStringLiteral("Sabo"), QStringLiteral("Zoro")};

} // namespace

class ConfusionMatrixTest : public QObject
{
    Q_OBJECT

private:
    static void open(ConfusionMatrixView& view, QSize size = {640, 480})
    {
        view.resize(size);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    /** The colour of a cell beside its text. */
    static QColor colorOf(ConfusionMatrixView& view, MatrixCell cell)
    {
        return view.viewport()->grab().toImage().pixelColor(view.cellRect(cell).topLeft() + QPoint(3, 3));
    }

private Q_SLOTS:
    void normalises()
    {
        const ConfusionValues values(small);
        QCOMPARE(values.rowTotal(0), 8);
        QCOMPARE(values.columnTotal(1), 6);
        QCOMPARE(values.share(0, 1, MatrixScale::Counts), 2.0 / 6.0);
        QCOMPARE(values.share(0, 1, MatrixScale::PerTrueClass), 2.0 / 8.0);
        QCOMPARE(values.share(0, 1, MatrixScale::PerPredictedClass), 2.0 / 6.0);
        QCOMPARE(values.share(2, 2, MatrixScale::PerTrueClass), 0.0); // no pictures, no division by 0
        QCOMPARE(values.share(2, 2, MatrixScale::PerPredictedClass), 0.0);
        QCOMPARE(values.text(0, 1, MatrixScale::Counts), QStringLiteral("2"));
        QCOMPARE(values.text(0, 1, MatrixScale::PerTrueClass), QStringLiteral("25"));
        QCOMPARE(values.text(0, 1, MatrixScale::PerPredictedClass), QStringLiteral("33"));
        QCOMPARE(values.text(1, 0, MatrixScale::Counts), QString());
        QCOMPARE(ConfusionValues({{999, 1}, {0, 1}}).text(0, 1, MatrixScale::PerTrueClass),
                 QStringLiteral("<1"));
    }

    void paintsRowsAsTrueAndColumnsAsPredicted()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        open(view);
        const ColorScheme colors(view.palette());
        QCOMPARE(colorOf(view, {0, 0}), colors.correct(1));
        QCOMPARE(colorOf(view, {1, 1}), colors.correct(4.0 / 6.0));
        QCOMPARE(colorOf(view, {0, 1}), colors.confused(2.0 / 6.0)); // true Ace, predicted Sabo
        QCOMPARE(colorOf(view, {1, 0}), colors.confused(0));
        view.setScale(MatrixScale::PerTrueClass);
        QCOMPARE(colorOf(view, {1, 1}), colors.correct(1));
        QCOMPARE(colorOf(view, {0, 1}), colors.confused(0.25));
        view.setScale(MatrixScale::PerPredictedClass);
        QCOMPARE(colorOf(view, {0, 1}), colors.confused(2.0 / 6.0));
        QVERIFY(view.cellRect({1, 0}).top() > view.cellRect({0, 0}).top());
        QVERIFY(view.cellRect({0, 1}).left() > view.cellRect({0, 0}).left());
    }

    void tellsWhatACellHolds()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        QCOMPARE(view.description({0, 1}), QStringLiteral("True Ace, predicted Sabo: 2 of 8 (25 %)"));
        QCOMPARE(view.description({2, 0}), QStringLiteral("True Zoro, predicted Ace: no pictures"));
        view.setScale(MatrixScale::PerPredictedClass);
        QCOMPARE(view.description({0, 1}), QStringLiteral("True Ace, predicted Sabo: 2 of 6 (33 %)"));
    }

    void hoverShowsTheToolTip()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        open(view);
        const QPoint point = view.cellRect({0, 1}).center();
        QHelpEvent help(QEvent::ToolTip, point, view.viewport()->mapToGlobal(point));
        QCoreApplication::sendEvent(view.viewport(), &help);
        QCOMPARE(QToolTip::text(), QStringLiteral("True Ace, predicted Sabo: 2 of 8 (25 %)"));
    }

    void clickActivates()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        open(view);
        QSignalSpy activated(&view, &ConfusionMatrixView::cellActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect({0, 1}).center());
        QCOMPARE(activated.takeFirst(), (QVariantList{0, 1}));
        QCOMPARE(view.currentCell(), (MatrixCell{0, 1}));
        // Pressed in one cell and let go in another: thought better of it.
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.cellRect({0, 1}).center());
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.cellRect({1, 1}).center());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(2, 2));
        QVERIFY(activated.isEmpty());
    }

    void keysMoveTheCursor()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        QSignalSpy activated(&view, &ConfusionMatrixView::cellActivated);
        QTest::keyClick(&view, Qt::Key_Return);
        QVERIFY(activated.isEmpty());
        QTest::keyClick(&view, Qt::Key_Right); // brings the cursor into view
        QCOMPARE(view.currentCell(), (MatrixCell{0, 0}));
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentCell(), (MatrixCell{1, 1}));
        QCOMPARE(view.accessibleDescription(), view.description({1, 1}));
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_Right); // stays inside
        QCOMPARE(view.currentCell(), (MatrixCell{2, 2}));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentCell(), (MatrixCell{2, 0}));
        QTest::keyClick(&view, Qt::Key_PageUp);
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(activated.takeFirst(), (QVariantList{0, 0}));
    }

    void aMarkedClassIsFramedInAnyOrder()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        open(view);
        const QColor frame = ColorScheme(view.palette()).accent;
        const auto framed = [&](MatrixCell cell) {
            return view.viewport()->grab().toImage().pixelColor(view.cellRect(cell).center().x(),
                                                                view.cellRect(cell).top() - 1) == frame;
        };
        QVERIFY(!framed({1, 0}));
        view.setMarkedClass(1);
        QVERIFY(framed({1, 0}) && framed({1, 2}) && !framed({0, 0}));
        view.setOrder({2, 1, 0});
        QVERIFY(framed({1, 0}) && framed({1, 2}));
        view.setMatrix({{1}}, {names[0]}); // no such class any more
        view.grab();
        view.setMarkedClass(std::nullopt);
        QVERIFY(!view.markedClass());
    }

    void cursorLeavesWithItsClass()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        view.setCurrentCell(MatrixCell{2, 2});
        view.setMatrix({{1, 0}, {0, 1}}, {names[0], names[1]});
        QVERIFY(!view.currentCell());
        view.clear();
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(!view.currentCell());
        view.grab(); // nothing to paint, nothing to trip over
    }

    void eighteenClassesFitAWindow()
    {
        ConfusionMatrixView view;
        view.setMatrix(example::confusion(18), example::classNames(18));
        open(view, {720, 500});
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(view.verticalScrollBar()->maximum(), 0);
        QVERIFY(view.viewport()->rect().contains(view.cellRect({17, 17})));
        QVERIFY(view.cellRect({0, 0}).height() >= view.fontMetrics().height());
    }

    void hundredClassesScrollToTheCursor()
    {
        ConfusionMatrixView view;
        view.setMatrix(example::confusion(100), example::classNames(100));
        open(view);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        QVERIFY(!view.viewport()->rect().contains(view.cellRect({90, 95})));
        view.setCurrentCell(MatrixCell{90, 95});
        QVERIFY(view.viewport()->rect().contains(view.cellRect({90, 95})));
        view.setCurrentCell(MatrixCell{1, 1});
        QVERIFY(view.viewport()->rect().contains(view.cellRect({1, 1})));
        QVERIFY(view.drawing().size.width() > 2000); // a drawing has all of it
    }

    void drawingHasNoCursor()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        const QImage before = toImage(view.drawing(), 1);
        view.setCurrentCell(MatrixCell{1, 2});
        QCOMPARE(toImage(view.drawing(), 1), before);
        const QByteArray svg = toSvg(view.drawing());
        QVERIFY(svg.contains("<svg"));
        QVERIFY(svg.contains("True class"));
    }

    void anotherOrderShowsTheSameClasses()
    {
        ConfusionMatrixView view;
        view.setMatrix(small, names);
        open(view);
        view.setCurrentCell(MatrixCell{0, 1});
        view.setOrder({2, 1, 0});
        QCOMPARE(view.currentCell(), (MatrixCell{0, 1})); // the cursor goes with its classes
        QVERIFY(view.cellRect({2, 0}).top() < view.cellRect({0, 0}).top());
        QVERIFY(view.cellRect({0, 1}).left() < view.cellRect({0, 0}).left());
        const ColorScheme colors(view.palette());
        QCOMPARE(colorOf(view, {0, 0}), colors.correct(1));
        QCOMPARE(view.description({0, 1}), QStringLiteral("True Ace, predicted Sabo: 2 of 8 (25 %)"));
        QSignalSpy activated(&view, &ConfusionMatrixView::cellActivated);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cellRect({1, 0}).center());
        QCOMPARE(activated.takeFirst(), (QVariantList{1, 0}));
        QTest::keyClick(&view, Qt::Key_Up); // from true Sabo to true Zoro, which stands above it now
        QCOMPARE(view.currentCell(), (MatrixCell{2, 0}));
        view.setOrder({});
        QVERIFY(view.cellRect({2, 0}).top() > view.cellRect({0, 0}).top());
    }
};

} // namespace nakama

QTEST_MAIN(nakama::ConfusionMatrixTest)
#include "confusion_matrix_test.moc"
