// The parts of the Evaluate page by themselves: that choosing in one filters the others, and what can be
// kept.
#include "tests/support/temporary_folder.h"
#include "tests/ui/widgets/example_data.h"
#include "ui/tabs/evaluate/classes_panel.h"
#include "ui/tabs/evaluate/curves_panel.h"
#include "ui/tabs/evaluate/evaluation_csv.h"
#include "ui/tabs/evaluate/evaluation_view.h"
#include "ui/tabs/evaluate/map_legend.h"
#include "ui/tabs/evaluate/map_panel.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/precision_recall_panel.h"
#include "ui/tabs/evaluate/report_menu.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/class_table.h"
#include "ui/widgets/color_scheme.h"
#include "ui/widgets/confusion_matrix_view.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/scatter_marks.h"
#include "ui/widgets/scatter_view.h"

#include <QChart>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QSignalSpy>
#include <QSlider>
#include <QTabWidget>
#include <QTest>
#include <QUrl>

#include <set>

namespace nakama
{

/** Stands for the program that opens files. */
class Opened : public QObject
{
    Q_OBJECT

public:
    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl& url) { urls << url; }
};

class EvaluatePartsTest : public QObject
{
    Q_OBJECT

private:
    static EvaluationPage page(int classes)
    {
        EvaluationPage page;
        page.run.record.id = "run";
        page.metrics = example::metrics(classes);
        page.pictures = std::make_shared<EvaluatedPictures>(example::predictions(classes), *page.metrics);
        page.now.resize(page.pictures->pictures().size());
        page.run.epochs = {EpochRecord{}, EpochRecord{}};
        page.run.epochs[0].epoch = 1;
        page.run.epochs[1].epoch = 2;
        return page;
    }

    static std::unique_ptr<EvaluationView> show(int classes)
    {
        auto view = std::make_unique<EvaluationView>();
        view->setPage(page(classes));
        view->resize(1240, 590);
        view->show();
        return QTest::qWaitForWindowExposed(view.get()) ? std::move(view) : nullptr;
    }

    static std::int64_t shownInMatrix(const EvaluationView& view)
    {
        const auto& values = view.findChild<ConfusionMatrixView*>()->values();
        std::int64_t sum = 0;
        for (int row = 0; row < values.size(); ++row)
            sum += values.rowTotal(row);
        return sum;
    }

    static std::int64_t shownInClasses(const EvaluationView& view)
    {
        std::int64_t sum = 0;
        for (const auto& one : view.findChild<ClassesPanel*>()->classes())
            sum += one.support;
        return sum;
    }

    /** Not one colour alone: something was painted. */
    static bool isPainted(const QImage& image)
    {
        std::set<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colors.insert(image.pixel(x, y));
        return colors.size() > 3;
    }

private Q_SLOTS:
    void aChosenClassMarksItsRowAndColumn()
    {
        const auto view = show(5);
        auto* const matrix = view->findChild<ConfusionMatrixView*>();
        QVERIFY(!matrix->markedClass());
        view->findChild<ClassTable*>()->setCurrentSourceRow(3);
        QCOMPARE(view->selection().choice().trueClass, std::optional(3));
        QCOMPARE(matrix->markedClass(), std::optional(3));
        view->selection().openCell(1, 2); // the cell's own frame says it
        QVERIFY(!matrix->markedClass());
        QCOMPARE(view->findChild<ClassTable*>()->currentSourceRow(), 1);
    }

    void theBarsOfClassesFollowAPart()
    {
        const auto view = show(5);
        const auto all = view->page()->metrics->n;
        QCOMPARE(shownInClasses(*view), all);
        view->selection().chooseClass(2);
        view->selection().chooseConfidence(Interval{0.9, 1});
        const auto part = shownInClasses(*view);
        QVERIFY(part > 0 && part < all);
        QCOMPARE(part, shownInMatrix(*view));
        QCOMPARE(view->findChild<ClassTable*>()->currentSourceRow(), 2); // what is chosen stays
        view->selection().widen();
        QCOMPARE(shownInClasses(*view), all);
        QCOMPARE(view->findChild<ClassesPanel*>()->classes()[1].f1, view->page()->metrics->perClass[1].f1);
    }

    void metricsOfAPartAreThoseOfTheWholeWhereItIsAll()
    {
        const auto whole = page(7);
        const auto metrics = whole.pictures->metricsOf(whole.metrics->confusion);
        for (std::size_t i = 0; i < metrics.size(); ++i) {
            QCOMPARE(metrics[i].precision, whole.metrics->perClass[i].precision);
            QCOMPARE(metrics[i].recall, whole.metrics->perClass[i].recall);
            QCOMPARE(metrics[i].f1, whole.metrics->perClass[i].f1);
            QCOMPARE(metrics[i].support, whole.metrics->perClass[i].support);
        }
    }

    void curvesAreDrawnOnlyWhileTheyAreSeen()
    {
        const auto view = show(5);
        auto* const panel = view->findChild<PrecisionRecallPanel*>();
        auto* const chart = panel->findChild<LineChart*>();
        view->selection().chooseClass(1);
        QCOMPARE(chart->seriesCount(), 0);
        view->findChild<QTabWidget*>()->setCurrentWidget(panel);
        QCOMPARE(chart->seriesCount(), 1);
        view->selection().widen();
        QCOMPARE(chart->seriesCount(), 4); // the worst ones
    }

    void aPointOfTheCurveChoosesWhatItTakes()
    {
        const auto view = show(5);
        auto* const panel = view->findChild<PrecisionRecallPanel*>();
        view->findChild<QTabWidget*>()->setCurrentWidget(panel);
        auto* const classes = panel->findChild<QComboBox*>();
        auto* const slider = panel->findChild<QSlider*>();
        QVERIFY(!slider->isEnabled());
        QTest::keyClick(classes, Qt::Key_Down); // the first class
        QCOMPARE(view->selection().choice().trueClass, std::optional(0));
        QVERIFY(slider->isEnabled());
        QTest::keyClick(slider, Qt::Key_End); // the highest threshold
        const auto& threshold = view->selection().choice().threshold;
        QVERIFY(threshold.has_value());
        const auto& points = view->page()->pictures->curves()[0].points;
        QCOMPARE(threshold->atLeast, points.front().threshold);
        QTest::keyClick(slider, Qt::Key_Left);
        QCOMPARE(threshold->atLeast, points[1].threshold);
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(slider, Qt::Key_Left);
        // Of those that are taken, the point's precision is right.
        const auto& values = view->findChild<ConfusionMatrixView*>()->values();
        const auto& point = points[11];
        QCOMPARE(threshold->atLeast, point.threshold);
        QVERIFY(std::abs(double(values.rowTotal(0)) / double(shownInMatrix(*view)) - point.precision) < 1e-9);
        QCOMPARE(view->picturesPanel().shownCount(), int(shownInMatrix(*view)));
        QVERIFY(view->picturesPanel().headline().contains(QStringLiteral("at least")));
        QTest::keyClick(slider, Qt::Key_Home); // none: all of the class again
        QVERIFY(!view->selection().choice().threshold);
        QCOMPARE(view->selection().choice().trueClass, std::optional(0));
    }

    void aClickOnACurveChoosesItsNearestPoint()
    {
        const auto view = show(5);
        auto* const panel = view->findChild<PrecisionRecallPanel*>();
        view->findChild<QTabWidget*>()->setCurrentWidget(panel);
        auto* const chart = panel->findChild<LineChart*>();
        QTest::qWait(80); // it is drawn at most thirty times a second
        const auto& curves = view->page()->pictures->curves();
        const auto worst = std::size_t(std::min_element(curves.begin(), curves.end(),
                                                        [](const auto& a, const auto& b) {
                                                            return a.averagePrecision < b.averagePrecision;
                                                        }) -
                                       curves.begin());
        const auto& point = curves[worst].points.back(); // recall 1: no other curve is lower there
        const QPointF place = chart->chart()->mapToScene(chart->chart()->mapToPosition(
            {point.recall, point.precision}, chart->chart()->series().value(0)));
        QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, chart->mapFromScene(place));
        QVERIFY(view->selection().choice().threshold.has_value());
        const auto chosen = *view->selection().choice().threshold;
        QCOMPARE(std::size_t(chosen.classIndex), worst);
        QVERIFY(std::abs(chosen.atLeast - point.threshold) < 0.05);
        QCOMPARE(chart->seriesCount(), 1);
    }

    void whatWasNeverSeenCanBeKept()
    {
        const auto view = show(5);
        const auto panels = view->panels();
        for (const auto& drawing : {panels.precisionRecall->drawing(), panels.curves->drawing()}) {
            QVERIFY2(
                drawing.size.width() >= 400 && drawing.size.height() >= 300,
                qPrintable(QStringLiteral("%1×%2").arg(drawing.size.width()).arg(drawing.size.height())));
            QVERIFY(isPainted(toImage(drawing)));
            QVERIFY(toSvg(drawing).contains("<path") || toSvg(drawing).contains("<polyline"));
        }
        QVERIFY(isPainted(toImage(panels.classes->drawing())));
        QVERIFY(toSvg(panels.classes->drawing()).contains("Akira"));
        PictureMap map;
        for (std::size_t i = 0; i < 50; ++i) {
            map.numbers.push_back(i);
            map.places.emplace_back(double(i % 7), double(i % 11));
        }
        panels.map->setMap(map);
        const QImage image = toImage(panels.map->drawing());
        QVERIFY(isPainted(image));
        if (const QString folder = qEnvironmentVariable("NAKAMA_SCREENSHOTS"); !folder.isEmpty()) {
            toImage(panels.classes->drawing()).save(folder + QStringLiteral("/kept-classes.png"));
            toImage(panels.precisionRecall->drawing()).save(folder + QStringLiteral("/kept-curves.png"));
            image.save(folder + QStringLiteral("/kept-map.png"));
        }
    }

    void theReportIsOpenedAsPageAsPdfAndAsFolder()
    {
        const test::TemporaryFolder folder;
        const auto file = [&](const char* name) { return folder.path() / name; };
        QFile page(QString::fromStdString(file("report.html").string()));
        QVERIFY(page.open(QIODevice::WriteOnly));
        Opened opened;
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &opened, "open");
        ReportMenu menu;
        menu.setReport(file("report.html"));
        QCOMPARE(menu.actions().size(), 3);
        QVERIFY(!menu.actions()[1]->isEnabled()); // no PDF beside it
        QFile pdf(QString::fromStdString(file("report.pdf").string()));
        QVERIFY(pdf.open(QIODevice::WriteOnly));
        menu.setReport(file("report.html"));
        QVERIFY(menu.actions()[1]->isEnabled());
        for (QAction* action : menu.actions())
            action->trigger();
        QCOMPARE(opened.urls.size(), 3);
        QVERIFY(opened.urls[0].toLocalFile().endsWith(QStringLiteral("report.html")));
        QVERIFY(opened.urls[1].toLocalFile().endsWith(QStringLiteral("report.pdf")));
        QCOMPARE(opened.urls[2].toLocalFile(), QString::fromStdString(folder.path().string()));
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    }

    void aLoopPicksPoints()
    {
        ScatterView view;
        view.resize(400, 300);
        view.setPoints({{0, 0}, {10, 0}, {0, 10}, {10, 10}});
        QSignalSpy picked(&view, &ScatterView::picked);
        const QPoint corner = view.position(3).toPoint();
        QTest::mousePress(&view, Qt::LeftButton, {}, corner + QPoint(-8, -8));
        for (const QPoint offset : {QPoint(8, -8), QPoint(8, 8), QPoint(-8, 8)})
            QTest::mouseMove(&view, corner + offset);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, corner + QPoint(-8, 8));
        QCOMPARE(picked.count(), 1);
        QCOMPARE(picked[0][0].value<std::vector<bool>>(), (std::vector<bool>{false, false, false, true}));
    }

    void arrowsGoToTheNearestPointThatWay()
    {
        ScatterView view;
        view.resize(424, 424);
        view.setPoints({{0, 0}, {10, 0}, {0, 10}, {10, 10}, {5, 5}});
        QSignalSpy activated(&view, &ScatterView::activated);
        QSignalSpy picked(&view, &ScatterView::picked);
        QTest::keyClick(&view, Qt::Key_Right); // brings the cursor into view
        QCOMPARE(view.currentPoint(), 0);
        QTest::keyClick(&view, Qt::Key_Left); // nothing that way
        QCOMPARE(view.currentPoint(), 0);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentPoint(), 1);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentPoint(), 3);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.takeFirst(), (QVariantList{3}));
        QTest::keyClick(&view, Qt::Key_Space);
        QCOMPARE(picked.takeFirst()[0].value<std::vector<bool>>(),
                 (std::vector<bool>{false, false, false, true, false}));
        QTest::mouseDClick(&view, Qt::LeftButton, {}, view.position(4).toPoint());
        QCOMPARE(activated.takeLast(), (QVariantList{4}));
    }

    void twentyFourCategoriesDifferInBothThemes()
    {
        for (const QPalette& palette : {lightPalette(), darkPalette()}) {
            const ColorScheme colors(palette);
            std::set<QRgb> seen;
            for (int category = 0; category < 24; ++category)
                seen.insert(markColor(category, colors).rgb());
            QCOMPARE(seen.size(), std::size_t(24));
        }
        MapLegend legend;
        legend.setCategories({QStringLiteral("Ace"), QString(), QStringLiteral("Zoro")});
        QCOMPARE(legend.count(), 2);
        QSignalSpy chosen(&legend, &MapLegend::categoryChosen);
        legend.setCurrentCategory(0); // only shows it
        QVERIFY(chosen.isEmpty());
        legend.setCurrentRow(1);
        QCOMPARE(chosen.takeFirst(), (QVariantList{2}));
    }
};

} // namespace nakama

QTEST_MAIN(nakama::EvaluatePartsTest)
#include "evaluate_parts_test.moc"
