// Runs beside each other, and runs that answer with others: made, compared, and asked what only one model
// knows.
#include "core/workflow/derived_run.h"
#include "core/workflow/run_checkpoint.h"
#include "core/workflow/run_note.h"
#include "tests/ui/widgets/evaluate_desk.h"
#include "tests/ui/widgets/screenshot.h"
#include "ui/tabs/evaluate/compare_dialog.h"
#include "ui/tabs/evaluate/comparison_page.h"
#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/picture_dialog.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/confusion_matrix_view.h"
#include "ui/widgets/image_grid.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

namespace nakama
{

class EvaluateRunsTest : public QObject, private test::EvaluateDesk
{
    Q_OBJECT

private:
    CompareDialog* openComparison()
    {
        const auto compare = [this] { return button(QStringLiteral("Compare…")); };
        if (!QTest::qWaitFor([&] { return compare() != nullptr && compare()->isEnabled(); }))
            return nullptr;
        QTest::mouseClick(compare(), Qt::LeftButton);
        return one<CompareDialog>();
    }

    static void checkAll(const CompareDialog& dialog)
    {
        auto* const runs = dialog.findChild<QListWidget*>();
        for (int row = 0; row < runs->count(); ++row)
            runs->item(row)->setCheckState(Qt::Checked);
    }

    static void press(const QWidget& page, const QString& text)
    {
        for (QToolButton* one : page.findChildren<QToolButton*>())
            if (one->text() == text && one->isVisible())
                return one->click();
        QFAIL(qPrintable(text));
    }

    static QString pictureProblem(const PictureDialog& dialog)
    {
        QStringList texts;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }

    PictureDialog* openDialog()
    {
        one<EvaluationView>()->selection().chooseList(PictureList::All);
        one<QTabWidget>()->setCurrentWidget(one<PicturesPanel>());
        one<PicturesPanel>()->focusPictures();
        QTest::keyClick(one<PicturesPanel>()->findChild<ImageGrid*>(), Qt::Key_Return);
        return one<PictureDialog>();
    }

private Q_SLOTS:
    void init() { furnish(); }
    void cleanup() { clear(); }

    void runsAreComparedSideBySide()
    {
        const AppearanceControl appearance;
        const QString first = train();
        train();
        openTab();
        QVERIFY(writeRunNote(m_session->workspace(), first.toStdString(), {"Baseline", {}}));
        m_session->refresh();
        QTRY_VERIFY(m_session->snapshot().runNotes.at(first.toStdString()).name == "Baseline");
        QTRY_VERIFY(one<EvaluationBar>()->findChild<QComboBox*>()->itemText(1).startsWith(
            QStringLiteral("Baseline · ")));
        loadEngine();
        auto* const dialog = openComparison();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(dialog->findChild<QListWidget*>()->count(), 2);
        QPushButton* const compare = buttonOf(*dialog, QStringLiteral("Compare"));
        QVERIFY(compare != nullptr && !compare->isEnabled()); // one run alone
        QVERIFY(!buttonOf(*dialog, QStringLiteral("Make ensemble"))->isEnabled());
        checkAll(*dialog);
        QVERIFY(compare->isEnabled());
        QTest::mouseClick(compare, Qt::LeftButton);
        auto* const tabs = dialog->findChild<QTabWidget*>();
        auto* const page = qobject_cast<ComparisonPage*>(tabs->currentWidget());
        const auto tables = page->findChildren<QTableWidget*>();
        QTRY_COMPARE(tables[0]->rowCount(), 2);
        const auto columnOf = [](const QTableWidget& table, const QString& title) {
            for (int column = 0; column < table.columnCount(); ++column)
                if (table.horizontalHeaderItem(column)->text() == title)
                    return column;
            return -1;
        };
        QCOMPARE(tables[0]->item(0, columnOf(*tables[0], QStringLiteral("Pictures")))->text(),
                 QStringLiteral("4"));
        QVERIFY(!tables[0]->item(0, columnOf(*tables[0], QStringLiteral("Leaks")))->text().isEmpty());
        QCOMPARE(tables[1]->rowCount(), 1);
        QCOMPARE(tables[1]->item(0, columnOf(*tables[1], QStringLiteral("p")))->text(),
                 QStringLiteral("1.000")); // the same answers
        QCOMPARE(tables[1]->item(0, columnOf(*tables[1], QStringLiteral("Verdict")))->text(),
                 QStringLiteral("no clear winner"));
        QVERIFY(tables[1]->item(0, 0)->text() == QStringLiteral("Baseline") ||
                tables[1]->item(0, 1)->text() == QStringLiteral("Baseline"));
        bool sentence = false;
        for (const QLabel* label : page->findChildren<QLabel*>())
            sentence |= label->text().startsWith(QStringLiteral("No clear winner between ")) &&
                        label->text().contains(QStringLiteral("p = 1.000"));
        QVERIFY(sentence);
        test::screenshot(*dialog, QStringLiteral("compare-light"));
        QApplication::setPalette(darkPalette());
        QTest::qWait(60); // the widgets hear of it later
        test::screenshot(*dialog, QStringLiteral("compare-dark"));
        QApplication::setPalette(lightPalette());

        for (QTableWidget* const table : tables) {
            press(*table->parentWidget(), QStringLiteral("Markdown"));
            QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("|---")));
            press(*table->parentWidget(), QStringLiteral("LaTeX"));
            QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\\toprule")));
        }
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Baseline")));

        // The third table: neither was evaluated by itself, which is said.
        tabs->setCurrentIndex(2);
        auto* const own = qobject_cast<ComparisonPage*>(tabs->currentWidget());
        QTRY_VERIFY(!own->findChildren<QLabel*>().value(1)->text().startsWith(QStringLiteral("Comparing")));
        QVERIFY(!own->findChildren<QTableWidget*>()[0]->isVisible());
    }

    void severalViewsAreARunOfTheirOwn()
    {
        train();
        openTab();
        evaluate();
        auto* const bar = one<EvaluationBar>();
        const QString plain = bar->run();
        QComboBox* views = nullptr;
        for (QComboBox* box : bar->findChildren<QComboBox*>())
            if (box->accessibleName().startsWith(QStringLiteral("Views")))
                views = box;
        QVERIFY(views != nullptr && views->isEnabled());
        views->setCurrentIndex(views->findData(static_cast<int>(TestViews::Flip)));
        QPushButton* const go = button(QStringLiteral("Evaluate"));
        QVERIFY(go != nullptr && go->isEnabled()); // not "again": it is another run
        QTest::mouseClick(go, Qt::LeftButton);
        QTRY_VERIFY(bar->run() != plain && !bar->run().isEmpty());
        QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));
        const auto derived = derivedRun(m_session->workspace(), bar->run().toStdString());
        QVERIFY(derived.has_value());
        QCOMPARE(derived->views, TestViews::Flip);
        QCOMPARE(derived->members, std::vector<std::string>{plain.toStdString()});
        QTRY_VERIFY(!views->isEnabled()); // it looks in its way already
        QCOMPARE(bar->views(), TestViews::Plain);
        test::screenshot(*m_tab, QStringLiteral("views"));

        // Its member's model is asked for the map and for reasons.
        QCOMPARE(checkpointOf(m_session->workspace(), bar->run().toStdString()).value(),
                 bestCheckpoint(m_session->workspace(), plain.toStdString()));
        one<QTabWidget>()->setCurrentWidget(one<MapPanel>());
        QTRY_VERIFY(button(QStringLiteral("Make the map"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Make the map")), Qt::LeftButton);
        QTRY_COMPARE(one<MapPanel>()->map().numbers.size(), std::size_t(4));
        auto* const dialog = openDialog();
        QVERIFY(dialog != nullptr);
        QTRY_VERIFY(pictureProblem(*dialog).contains(QStringLiteral("red where it speaks")));
        dialog->close();

        m_tab->showRun(plain);
        QTRY_VERIFY(views->isEnabled());
        QCOMPARE(bar->views(), TestViews::Plain);
    }

    void anEnsembleIsMadeFromTheCheckedRuns()
    {
        train();
        train();
        openTab();
        loadEngine();
        auto* const dialog = openComparison();
        QVERIFY(dialog != nullptr);
        checkAll(*dialog);
        QPushButton* const make = buttonOf(*dialog, QStringLiteral("Make ensemble"));
        QVERIFY(make != nullptr && make->isEnabled());
        QTest::mouseClick(make, Qt::LeftButton);
        auto* const runs = dialog->findChild<QListWidget*>();
        QTRY_COMPARE(runs->count(), 3);
        QCOMPARE(runs->item(0)->checkState(), Qt::Checked); // to be compared with its members at once
        dialog->close();

        auto* const bar = one<EvaluationBar>();
        QTRY_VERIFY(derivedRun(m_session->workspace(), bar->run().toStdString()).has_value());
        QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr &&
                    button(QStringLiteral("Evaluate"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Evaluate")), Qt::LeftButton);
        QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));

        // It has no model of its own, and says so instead of failing.
        const auto none = checkpointOf(m_session->workspace(), bar->run().toStdString());
        QCOMPARE(none.error().code, ErrorCode::Unsupported);
        one<QTabWidget>()->setCurrentWidget(one<MapPanel>());
        QVERIFY(!button(QStringLiteral("Make the map"))->isEnabled());
        test::screenshot(*m_tab, QStringLiteral("ensemble-map"));
        auto* const picture = openDialog();
        QVERIFY(picture != nullptr);
        QVERIFY(!picture->findChild<QCheckBox*>()->isEnabled());
        QTRY_VERIFY(pictureProblem(*picture).contains(QStringLiteral("An ensemble has no model")));
    }
};

} // namespace nakama

QTEST_MAIN(nakama::EvaluateRunsTest)
#include "evaluate_runs_test.moc"
