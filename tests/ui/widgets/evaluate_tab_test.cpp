#include "tests/ui/widgets/evaluate_desk.h"
#include "tests/ui/widgets/example_data.h"
#include "tests/ui/widgets/screenshot.h"
#include "tests/unit/workflow/fake_engine.h"
#include "ui/tabs/evaluate/curves_panel.h"
#include "ui/tabs/evaluate/evaluate_tab.h"
#include "ui/tabs/evaluate/evaluation_bar.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/precision_recall_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/class_table.h"
#include "ui/widgets/confusion_matrix_view.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/reliability_chart.h"

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace nakama
{

class EvaluateTabTest : public QObject, private test::EvaluateDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { furnish(); }
    void cleanup() { clear(); }

    void withoutRunsItSaysWhatToDo()
    {
        openTab();
        QVERIFY(!one<EvaluationBar>()->isVisible());
        QSignalSpy train(m_tab.get(), &EvaluateTab::trainRequested);
        test::screenshot(*m_tab, QStringLiteral("evaluate-no-run"));
        QPushButton* const go = button(QStringLiteral("Go to training"));
        QVERIFY(go != nullptr);
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(train.count(), 1);
    }

    void withoutEngineItSaysWhy()
    {
        train();
        openTab();
        QTRY_VERIFY(one<EvaluationBar>()->isVisible());
        QPushButton* const evaluate = button(QStringLiteral("Evaluate"));
        QVERIFY(evaluate != nullptr);
        QVERIFY(!evaluate->isEnabled());
        QVERIFY(!evaluate->toolTip().isEmpty());
        QVERIFY(!button(QStringLiteral("Report"))->isEnabled());
        QVERIFY(!button(QStringLiteral("Export"))->isEnabled());
        QCOMPARE(card(QStringLiteral("Macro-F1")), QStringLiteral("–"));
    }

    void evaluatesShowsAndKeeps()
    {
        train();
        openTab();
        loadEngine();
        QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr &&
                    button(QStringLiteral("Evaluate"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Evaluate")), Qt::LeftButton);
        QVERIFY(button(QStringLiteral("Stop")) != nullptr);
        // Two classes of two test pictures; the engine takes the first for the other class.
        QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));
        QTRY_VERIFY(button(QStringLiteral("Evaluate again")) != nullptr);
        QVERIFY(button(QStringLiteral("Report"))->isEnabled());
        QVERIFY(button(QStringLiteral("Export"))->isEnabled());
        QCOMPARE(button(QStringLiteral("Export"))->menu()->actions().size(), 14);
        QCOMPARE(one<CurvesPanel>()->findChild<LineChart*>()->points(0).size(), 2);

        // Opened anew, without the engine: it is all there.
        openTab();
        QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));
        QCOMPARE(one<ConfusionMatrixView>()->values().size(), 2);
        QCOMPARE(one<ClassTable>()->model()->rowCount(), 2);
        test::screenshot(*m_tab, QStringLiteral("evaluate"));
    }

    void cellLeadsToItsPictures()
    {
        train();
        openTab();
        loadEngine();
        QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr &&
                    button(QStringLiteral("Evaluate"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Evaluate")), Qt::LeftButton);
        auto* const matrix = one<ConfusionMatrixView>();
        auto* const pictures = one<PicturesPanel>();
        QTRY_VERIFY(matrix->isVisible());
        QCOMPARE(pictures->shownCount(), 1); // all mistakes
        QVERIFY(!pictures->isVisible());
        const auto& values = matrix->values();
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < 2; ++column) {
                QTest::mouseClick(matrix->viewport(), Qt::LeftButton, {},
                                  matrix->cellRect({row, column}).center());
                QVERIFY(pictures->isVisible());
                QCOMPARE(pictures->shownCount(), values.count(row, column));
            }
        test::screenshot(*m_tab, QStringLiteral("evaluate-pictures"));
        QVERIFY(pictures->headline().startsWith(QStringLiteral("True Ball · Predicted Ball · ")));
        QCOMPARE(one<ClassTable>()->currentSourceRow(), 1); // the class is chosen everywhere
    }

    void aPictureIsRelabelledTakenBackAndJudgedAgain()
    {
        train();
        openTab();
        evaluate();
        auto* const pictures = one<PicturesPanel>();
        auto* const grid = pictures->findChild<ImageGrid*>();
        const auto action = [&](const QString& text) -> QAction* {
            for (QAction* one : grid->actions())
                if (one->text().startsWith(text))
                    return one;
            return nullptr;
        };
        one<QTabWidget>()->setCurrentWidget(pictures);
        QCOMPARE(pictures->shownCount(), 1); // the one mistake
        QVERIFY(!action(QStringLiteral("Exclude"))->isEnabled());
        grid->selectAll();
        const auto& evaluated = *one<EvaluationView>()->page()->pictures;
        const auto sha = evaluated.pictures()[evaluated.list(PictureList::ConfidentMistakes)[0]].id;
        const auto labelOf = [&](const std::string& id) {
            return m_session->workspace().catalogue()->findImage(id).value()->classIndex;
        };
        const int before = labelOf(sha);

        // By keys: L opens the labels, the first is what the model said.
        grid->setFocus();
        QTest::keyClick(grid, Qt::Key_L);
        auto* const menu = pictures->findChild<QMenu*>();
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(labelOf(sha), 1 - before);
        QTRY_VERIFY(grid->model()->index(0, 0).data().toString().contains(QStringLiteral("now ")));
        QTRY_VERIFY(button(QStringLiteral("Evaluate again")) != nullptr);
        test::screenshot(*m_tab, QStringLiteral("evaluate-relabelled"));

        QToolButton* undo = nullptr;
        for (QToolButton* one : pictures->findChildren<QToolButton*>())
            if (one->text() == QStringLiteral("Undo"))
                undo = one;
        QVERIFY(undo != nullptr);
        QTRY_VERIFY(undo->isEnabled());
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(labelOf(sha), before);
        QTRY_VERIFY(!grid->model()->index(0, 0).data().toString().contains(QStringLiteral("now ")));

        grid->selectAll();
        action(QStringLiteral("Several"))->trigger();
        QTRY_VERIFY(grid->model()->index(0, 0).data().toString().contains(QStringLiteral("several")));
        // Three pictures are left to judge by, all of them right.
        QPushButton* again = nullptr;
        for (QPushButton* one : m_tab->findChildren<QPushButton*>())
            if (one->isVisible() && one->text() == QStringLiteral("Evaluate again"))
                again = one;
        QVERIFY(again != nullptr);
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_COMPARE(one<EvaluationView>()->page()->metrics->n, std::int64_t(3));
    }

    void aBinFiltersMatrixAndPictures()
    {
        train();
        openTab();
        evaluate();
        auto* const chart = one<ReliabilityChart>();
        auto* const matrix = one<ConfusionMatrixView>();
        auto* const pictures = one<PicturesPanel>();
        const auto total = [&] {
            std::int64_t sum = 0;
            for (int row = 0; row < matrix->values().size(); ++row)
                sum += matrix->values().rowTotal(row);
            return sum;
        };
        QCOMPARE(total(), 4);
        std::int64_t seen = 0;
        for (int bin = 0; bin < chart->binCount(); ++bin) {
            chart->setCurrentBin(bin);
            QTest::keyClick(chart, Qt::Key_Return);
            QCOMPARE(total(), chart->bin(bin).n);
            QCOMPARE(pictures->shownCount(), static_cast<int>(chart->bin(bin).n));
            seen += total();
            QTest::keyClick(chart, Qt::Key_Return); // the same again lets go of it
            QCOMPARE(total(), 4);
        }
        QCOMPARE(seen, 4);
    }

    void stopsAnEvaluation()
    {
        train();
        openTab();
        loadEngine();
        QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr &&
                    button(QStringLiteral("Evaluate"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Evaluate")), Qt::LeftButton);
        QTest::mouseClick(button(QStringLiteral("Stop")), Qt::LeftButton);
        QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr);
        QCOMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("–"));
        QVERIFY(!loadEvaluation(m_session->workspace(), one<EvaluationBar>()->run().toStdString(),
                                EvaluationSet::Test)
                     ->has_value());
    }

    void otherSetsAreJudgedApart()
    {
        train();
        openTab();
        loadEngine();
        QTRY_VERIFY(button(QStringLiteral("Evaluate")) != nullptr &&
                    button(QStringLiteral("Evaluate"))->isEnabled());
        QTest::mouseClick(button(QStringLiteral("Evaluate")), Qt::LeftButton);
        QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));
        m_tab->showRun(one<EvaluationBar>()->run(), EvaluationSet::Train);
        QCOMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("–")); // never the figures of another set
        QTRY_VERIFY(one<EmptyState>() != nullptr && button(QStringLiteral("Evaluate")) != nullptr);
        QTest::qWait(100);
        test::screenshot(*m_tab, QStringLiteral("evaluate-not-yet"));
        m_tab->showRun(one<EvaluationBar>()->run(), EvaluationSet::Test);
        QTRY_COMPARE(card(QStringLiteral("Micro-F1")), QStringLiteral("0.750"));
    }

    void closingTheWorkspaceEmptiesIt()
    {
        train();
        openTab();
        QTRY_VERIFY(one<EvaluationBar>()->isVisible());
        m_session->closeWorkspace();
        QVERIFY(!one<EvaluationBar>()->isVisible());
        QVERIFY(one<EvaluationBar>()->run().isEmpty());
    }

    void aNewerRunIsFollowed()
    {
        train();
        openTab();
        QTRY_VERIFY(!one<EvaluationBar>()->run().isEmpty());
        const QString first = one<EvaluationBar>()->run();
        train();
        m_session->refresh();
        QTRY_VERIFY(one<EvaluationBar>()->run() != first);
        // A choice of the person stays.
        m_tab->showRun(first);
        train();
        QSignalSpy runs(m_session.get(), &Session::runsChanged);
        m_session->refresh();
        QTRY_VERIFY(!runs.isEmpty());
        QCOMPARE(one<EvaluationBar>()->run(), first);
        // Asked for before the window has heard of it.
        const QString unheard = train();
        m_tab->showRun(unheard);
        QCOMPARE(one<EvaluationBar>()->run(), first);
        m_session->refresh();
        QTRY_COMPARE(one<EvaluationBar>()->run(), unheard);
    }

    void eighteenClassesAreReadableInAWindow()
    {
        const AppearanceControl appearance;
        EvaluationPage page;
        page.metrics = example::metrics(18);
        page.pictures = std::make_shared<EvaluatedPictures>(example::predictions(18), *page.metrics);
        for (int epoch = 1; epoch <= 24; ++epoch) {
            page.run.epochs.push_back(test::epochWith(epoch, 0.9 - 0.7 / epoch));
            page.run.epochs.back().trainLoss = 3.0 / epoch;
            page.run.epochs.back().valLoss = 3.2 / epoch + 0.1;
        }
        page.run.record.bestEpoch = 21;
        EvaluationView view;
        view.setPage(page);
        view.resize(1240, 590); // what a window of 1280 × 800 leaves
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto* const matrix = view.findChild<ConfusionMatrixView*>();
        QVERIFY(matrix->viewport()->rect().contains(matrix->cellRect({17, 17})));
        QVERIFY(matrix->cellRect({0, 0}).height() >= matrix->fontMetrics().height());
        QCOMPARE(view.findChild<ClassTable*>()->horizontalScrollBar()->maximum(), 0);
        PictureMap map;
        for (std::size_t i = 0; i < page.pictures->pictures().size(); ++i) {
            const int label = page.pictures->pictures()[i].trueClass;
            map.numbers.push_back(i);
            map.places.emplace_back(label % 5 + double(i * 37 % 61) / 90,
                                    label / 5 + double(i * 53 % 67) / 90);
        }
        view.mapPanel().setMap(map);
        view.mapPanel().findChild<QComboBox*>()->setCurrentIndex(1); // by true class
        for (const bool dark : {false, true}) {
            QApplication::setPalette(dark ? darkPalette() : lightPalette());
            for (int tab = 0; tab < view.findChild<QTabWidget*>()->count(); ++tab) {
                view.findChild<QTabWidget*>()->setCurrentIndex(tab);
                QTest::qWait(60);
                test::screenshot(view, QStringLiteral("view-%1-%2")
                                           .arg(tab)
                                           .arg(dark ? QStringLiteral("dark") : QStringLiteral("light")));
            }
            view.findChild<ClassTable*>()->setCurrentSourceRow(7);
            for (const int tab : {0, 2, 4}) {
                view.findChild<QTabWidget*>()->setCurrentIndex(tab);
                if (tab == 2)
                    view.findChild<PrecisionRecallPanel*>()->findChild<QSlider*>()->setValue(20);
                QTest::qWait(120); // a chart is drawn up to a thirtieth of a second later
                test::screenshot(view, QStringLiteral("chosen-%1-%2")
                                           .arg(tab)
                                           .arg(dark ? QStringLiteral("dark") : QStringLiteral("light")));
            }
            view.selection().widen();
        }
    }
};

} // namespace nakama

QTEST_MAIN(nakama::EvaluateTabTest)
#include "evaluate_tab_test.moc"
