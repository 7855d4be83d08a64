// From what is chosen to its pictures, to what is put right there, to new figures: by keys where that is
// said.
#include "tests/ui/widgets/evaluate_desk.h"
#include "tests/ui/widgets/screenshot.h"
#include "ui/tabs/evaluate/calibration_panel.h"
#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/picture_dialog.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/confusion_matrix_view.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/scatter_view.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

#include <cstdlib>

namespace nakama
{

class EvaluateWalkTest : public QObject, private test::EvaluateDesk
{
    Q_OBJECT

private:
    static MatrixCell mistakeIn(const ConfusionMatrixView& matrix)
    {
        return matrix.values().count(0, 1) > 0 ? MatrixCell{0, 1} : MatrixCell{1, 0};
    }

    /** Puts the keyboard's cursor of the matrix on a cell. */
    static void goTo(ConfusionMatrixView& matrix, MatrixCell cell)
    {
        matrix.setFocus();
        QTest::keyClick(&matrix, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&matrix, Qt::Key_Home, Qt::ControlModifier); // the first only brings it into view
        for (int step = 0; step < cell.row; ++step)
            QTest::keyClick(&matrix, Qt::Key_Down);
        for (int step = 0; step < cell.column; ++step)
            QTest::keyClick(&matrix, Qt::Key_Right);
        QCOMPARE(matrix.currentCell(), cell);
    }

    ImageGrid* gallery() const { return one<PicturesPanel>()->findChild<ImageGrid*>(); }

    PictureDialog* openDialog()
    {
        one<QTabWidget>()->setCurrentWidget(one<PicturesPanel>());
        one<PicturesPanel>()->focusPictures();
        QTest::keyClick(gallery(), Qt::Key_Return);
        auto* const dialog = one<PictureDialog>();
        if (dialog != nullptr)
            dialog->resize(900, 600);
        return dialog;
    }

    static bool says(const QWidget& widget, const QString& text)
    {
        for (const QLabel* label : widget.findChildren<QLabel*>())
            if (label->text().contains(text))
                return true;
        return false;
    }

    /** Whether this is what would be taken back; a split may be, too. */
    bool undoes(EditKind kind) const
    {
        const auto& next = m_session->snapshot().nextUndo;
        return next.has_value() && next->kind == kind;
    }

    void makeMap()
    {
        one<QTabWidget>()->setCurrentWidget(one<MapPanel>());
        QTRY_VERIFY(button(QStringLiteral("Make the map")) != nullptr &&
                    button(QStringLiteral("Make the map"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Make the map")), Qt::LeftButton);
        QTRY_COMPARE(one<MapPanel>()->map().numbers.size(), std::size_t(4));
    }

private Q_SLOTS:
    void init() { furnish(); }
    void cleanup() { clear(); }

    void fromACellToARelabelledPictureToNewFigures()
    {
        const AppearanceControl appearance;
        train();
        openTab();
        evaluate();
        auto* const matrix = one<ConfusionMatrixView>();
        const MatrixCell mistake = mistakeIn(*matrix);
        const MatrixCell other{mistake.column, mistake.row};
        m_tab->activateWindow();
        goTo(*matrix, mistake);
        test::screenshot(*m_tab, QStringLiteral("walk-1-cell"));

        QTest::keyClick(matrix, Qt::Key_Return);
        QVERIFY(one<PicturesPanel>()->isVisible());
        QCOMPARE(one<PicturesPanel>()->shownCount(), 1);
        QTRY_COMPARE(QApplication::focusWidget(), gallery());
        QCOMPARE(gallery()->selectedRows(), QList<int>{0});
        test::screenshot(*m_tab, QStringLiteral("walk-2-pictures"));

        QTest::keyClick(gallery(), Qt::Key_L);
        auto* const labels = one<PicturesPanel>()->findChild<QMenu*>();
        QTRY_VERIFY(labels->isVisible());
        QTest::keyClick(labels, Qt::Key_Return); // as predicted
        QTRY_VERIFY(gallery()->model()->index(0, 0).data().toString().contains(QStringLiteral("now ")));
        test::screenshot(*m_tab, QStringLiteral("walk-3-relabelled"));

        QTRY_VERIFY(says(*m_tab, QStringLiteral("changed since")));
        QPushButton* again = nullptr;
        for (QPushButton* one : m_tab->findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == QStringLiteral("Evaluate again"))
                again = one;
        QVERIFY(again != nullptr);
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Space);
        // The engine errs at the same picture, whose label is another now.
        QTRY_COMPARE(matrix->values().count(other.row, other.column), std::int64_t(1));
        QCOMPARE(matrix->values().count(mistake.row, mistake.column), std::int64_t(0));
        QTRY_VERIFY(!says(*m_tab, QStringLiteral("changed since")));
        test::screenshot(*m_tab, QStringLiteral("walk-4-new-figures"));
    }

    void aCellOpensItsPicturesWhateverIsSeen()
    {
        train();
        openTab();
        evaluate();
        auto* const matrix = one<ConfusionMatrixView>();
        auto* const tabs = one<QTabWidget>();
        m_tab->activateWindow();
        const MatrixCell mistake = mistakeIn(*matrix);
        for (QWidget* const page : {static_cast<QWidget*>(one<CalibrationPanel>()),
                                    static_cast<QWidget*>(one<MapPanel>()), tabs->widget(0)}) {
            tabs->setCurrentWidget(page);
            goTo(*matrix, mistake); // chosen already from the second time on
            QTest::keyClick(matrix, Qt::Key_Return);
            QCOMPARE(tabs->currentWidget(), one<PicturesPanel>());
            QTRY_COMPARE(QApplication::focusWidget(), gallery());
            QTest::keyClick(gallery(), Qt::Key_Escape); // back to the matrix
            QCOMPARE(QApplication::focusWidget(), matrix);
        }
        // Nothing to see there: the next cell is a key away.
        const MatrixCell empty{mistake.column, mistake.row};
        goTo(*matrix, empty);
        QTest::keyClick(matrix, Qt::Key_Return);
        QCOMPARE(one<PicturesPanel>()->shownCount(), 0);
        QCOMPARE(QApplication::focusWidget(), matrix);
    }

    void aPictureShowsWhySoAndIsPutRightThere()
    {
        const AppearanceControl appearance;
        train();
        openTab();
        evaluate();
        auto* const dialog = openDialog();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        auto* const view = dialog->findChild<PictureView*>();
        QTRY_VERIFY(says(*dialog, QStringLiteral("red where it speaks")));
        auto* const strength = dialog->findChild<QSlider*>();
        const auto seen = [&] { return view->grab().toImage(); };
        strength->setValue(0);
        const QImage plain = seen();
        strength->setFocus();
        QTest::keyClick(strength, Qt::Key_End);
        QCOMPARE(strength->value(), 100);
        const QImage covered = seen();
        QVERIFY(plain != covered);
        // Red where the map is, in the upper left quarter; the rest is the picture.
        const QPoint middle = view->rect().center();
        const QColor hot = covered.pixelColor(middle - QPoint(120, 120));
        QVERIFY2(hot.red() > hot.blue() + 60, qPrintable(hot.name()));
        const QPoint cold = middle + QPoint(120, 120);
        const auto far = [](int a, int b) { return std::abs(a - b) > 24; };
        const QColor before = plain.pixelColor(cold);
        const QColor after = covered.pixelColor(cold);
        QVERIFY2(!far(before.red(), after.red()) && !far(before.green(), after.green()) &&
                     !far(before.blue(), after.blue()),
                 qPrintable(before.name() + after.name()));
        strength->setValue(60);
        test::screenshot(*dialog, QStringLiteral("picture-dialog-light"));
        QApplication::setPalette(darkPalette());
        QTest::qWait(60); // the widgets hear of it later
        test::screenshot(*dialog, QStringLiteral("picture-dialog-dark"));
        QApplication::setPalette(lightPalette());

        dialog->activateWindow();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_M);
        QTRY_VERIFY(says(*dialog, QStringLiteral("now marked")));
        QTRY_VERIFY(gallery()->model()->index(0, 0).data().toString().contains(QStringLiteral("several")));
        QTRY_VERIFY(undoes(EditKind::Mark));
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!says(*dialog, QStringLiteral("now marked")));
        QTRY_VERIFY(!undoes(EditKind::Mark));
        QTest::keyClick(view, Qt::Key_L);
        QMenu* const labels = dialog->findChild<QMenu*>();
        QTRY_VERIFY(labels->isVisible());
        QTest::keyClick(labels, Qt::Key_Return);
        QTRY_VERIFY(says(*dialog, QStringLiteral("now ")));
        QTRY_VERIFY(undoes(EditKind::Relabel));
        dialog->activateWindow(); // offscreen, the closed menu stays the active window
        view->setFocus();
        QTRY_COMPARE(QApplication::focusWidget(), view);
        QTest::keyClick(view, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(!says(*dialog, QStringLiteral("now ")));
        QTRY_VERIFY(!undoes(EditKind::Relabel));
        QTest::keyClick(view, Qt::Key_Delete);
        QTRY_VERIFY(says(*dialog, QStringLiteral("now out of use")));
    }

    void aLoopOnTheMapPicksPicturesAndKeysDoToo()
    {
        train();
        openTab();
        evaluate();
        makeMap();
        auto* const view = one<ScatterView>();
        const auto& page = *one<EvaluationView>()->page();
        const auto& map = one<MapPanel>()->map();
        const auto labelOf = [&](std::size_t i) {
            return page.pictures->pictures()[map.numbers[i]].trueClass;
        };
        test::screenshot(*m_tab, QStringLiteral("map"));

        // The engine lays each class on a point of its own.
        const QPoint first = view->position(0).toPoint();
        QTest::mousePress(view, Qt::LeftButton, {}, first + QPoint(-8, -8));
        for (const QPoint offset : {QPoint(8, -8), QPoint(8, 8), QPoint(-8, 8)})
            QTest::mouseMove(view, first + offset);
        QTest::mouseRelease(view, Qt::LeftButton, {}, first + QPoint(-8, 8));
        int expected = 0;
        for (std::size_t i = 0; i < map.numbers.size(); ++i)
            expected += labelOf(i) == labelOf(0);
        QCOMPARE(one<PicturesPanel>()->shownCount(), expected);
        std::int64_t counted = 0;
        for (int row = 0; row < 2; ++row)
            counted += one<ConfusionMatrixView>()->values().rowTotal(row);
        QCOMPARE(counted, std::int64_t(expected));

        m_tab->activateWindow();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Escape);
        QVERIFY(!one<EvaluationView>()->selection().choice().isNarrowed());
        view->setCurrentPoint(0);
        for (const auto key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down})
            if (view->currentPoint() == 0)
                QTest::keyClick(view, key);
        QVERIFY(labelOf(std::size_t(view->currentPoint())) != labelOf(0));
        QTest::keyClick(view, Qt::Key_Space);
        QCOMPARE(one<PicturesPanel>()->shownCount(), 1);
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(one<PictureDialog>() != nullptr && one<PictureDialog>()->isVisible());
    }

    void theLegendChoosesAClass()
    {
        train();
        openTab();
        evaluate();
        makeMap();
        auto* const coloring = one<MapPanel>()->findChild<QComboBox*>();
        auto* const legend = one<MapPanel>()->findChild<QListWidget*>();
        QVERIFY(legend->isVisible());
        coloring->setCurrentIndex(1); // by true class
        QCOMPARE(legend->count(), 2);
        legend->setFocus();
        legend->setCurrentRow(1);
        QCOMPARE(one<EvaluationView>()->selection().choice().trueClass, std::optional(1));
        QCOMPARE(one<ConfusionMatrixView>()->markedClass(), std::optional(1));
        one<EvaluationView>()->selection().widen();
        QCOMPARE(legend->currentRow(), -1);
    }
};

} // namespace nakama

QTEST_MAIN(nakama::EvaluateWalkTest)
#include "evaluate_walk_test.moc"
