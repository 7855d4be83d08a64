#include "tests/support/stall_meter.h"
#include "ui/tabs/train/class_f1_model.h"
#include "ui/tabs/train/run_view.h"
#include "ui/widgets/class_table.h"

#include <QAbstractItemModelTester>
#include <QChart>
#include <QSlider>
#include <QTableWidget>
#include <QTest>

#include <cmath>

namespace nakama
{

namespace
{

EpochRecord epochOf(int epoch, double macro)
{
    EpochRecord record;
    record.epoch = epoch;
    record.trainLoss = 2.0 / epoch;
    record.valLoss = 2.5 / epoch;
    record.val = {macro + 0.05, macro, macro + 0.02};
    record.valF1PerClass = {macro - 0.1, macro + 0.1};
    record.learningRate = 0.001;
    record.imagesPerSecond = 100;
    record.dataWaitShare = 0.02;
    record.deviceMemoryBytes = 500'000'000;
    return record;
}

RunDetails runOf(const std::string& id, double rate, int epochs)
{
    RunDetails run;
    run.record.id = id;
    run.config.classes = {"Luffy", "Zoro"};
    run.config.learning.rate = rate;
    for (int epoch = 1; epoch <= epochs; ++epoch)
        run.epochs.push_back(epochOf(epoch, 0.5 + 0.1 * std::sin(epoch)));
    run.worst = {epochs, {{"id", "folder/a.png", 0, 1, 0.9, 0.05, 3.0}}};
    run.worstFiles = {{}};
    return run;
}

LineChart* chartNamed(const RunView& view, const QString& name)
{
    for (auto* chart : view.findChildren<LineChart*>())
        if (chart->accessibleName().startsWith(name))
            return chart;
    return nullptr;
}

} // namespace

class RunViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunIsShownOnAllPages()
    {
        RunView view;
        view.resize(900, 420);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showRun(runOf("run", 0.001, 5));
        QCOMPARE(chartNamed(view, QStringLiteral("Loss over the epochs"))->seriesCount(), 2);
        auto* f1 = chartNamed(view, QStringLiteral("F1 on validation"));
        QCOMPARE(f1->seriesCount(), 3);
        QVERIFY(f1->readOut(2).contains(QStringLiteral("Weighted")));
        for (const auto* name : {"Learning rate", "Pictures a second", "Waiting", "Memory"})
            QCOMPARE(chartNamed(view, QString::fromLatin1(name))->points(0).size(), 5);
        auto* classes = view.findChild<ClassTable*>();
        QCOMPARE(classes->model()->rowCount(), 2);
        QCOMPARE(classes->model()->index(1, ClassF1Model::Name).data().toString(), QStringLiteral("Zoro"));
        QVERIFY(view.findChild<QTableWidget*>(QStringLiteral("settings"))->rowCount() > 20);
        auto* worst = view.findChild<QAbstractItemView*>(QStringLiteral("worstPictures"));
        QCOMPARE(worst->model()->rowCount(), 1);
        QVERIFY(worst->model()->index(0, 0).data().toString().contains(QStringLiteral("Zoro")));
    }

    void epochsAndBatchesOfATrainingComeOneByOne()
    {
        RunView view;
        view.showTraining({QStringLiteral("Luffy"), QStringLiteral("Zoro")}, {});
        view.addSteps({{1, 1, 2, 3.0}, {1, 2, 2, 2.5}, {2, 1, 2, 2.0}});
        view.append(epochOf(1, 0.5));
        view.append(epochOf(2, 0.4));
        const auto* batches = chartNamed(view, QStringLiteral("Loss over the batches"));
        QCOMPARE(batches->points(0), (QList<QPointF>{{1, 3.0}, {2, 2.5}, {3, 2.0}}));
        QCOMPARE(chartNamed(view, QStringLiteral("Loss over the epochs"))->points(1).size(), 2);
        const auto* model = view.findChild<ClassTable*>()->model();
        QCOMPARE(model->index(0, ClassF1Model::Change).data().toString(), QLocale().toString(-0.1, 'f', 3));
        QCOMPARE(model->index(0, ClassF1Model::Best).data().toString(), QLocale().toString(0.4, 'f', 3));
    }

    void runsAreComparedByCurvesAndByWhatDiffers()
    {
        RunView view;
        view.compare({runOf("one", 0.001, 5), runOf("two", 0.01, 3)},
                     {QStringLiteral("one"), QStringLiteral("With a larger rate")});
        auto* loss = chartNamed(view, QStringLiteral("Loss over the epochs"));
        QCOMPARE(loss->seriesCount(), 2);
        QVERIFY(loss->readOut(2).contains(QStringLiteral("With a larger rate")));
        QCOMPARE(loss->points(1).size(), 3);
        QCOMPARE(loss->points(1).front().y(), 2.5); // of validation
        auto* settings = view.findChild<QTableWidget*>(QStringLiteral("settings"));
        QCOMPARE(settings->rowCount(), 1);
        QCOMPARE(settings->item(0, 0)->text(), QStringLiteral("Learning rate"));
        QCOMPARE(settings->item(0, 2)->text(), QStringLiteral("0.01"));
        view.showRun(runOf("one", 0.001, 5));
        QCOMPARE(loss->seriesCount(), 2);
        QVERIFY(loss->readOut(2).contains(QStringLiteral("Train")));
    }

    void smoothingIsForAllCharts()
    {
        RunView view;
        view.findChild<QSlider*>(QStringLiteral("smoothing"))->setValue(60);
        for (const auto* chart : view.findChildren<LineChart*>())
            QCOMPARE(chart->smoothing(), 0.6);
    }

    void theTableOfClassesIsASoundModel()
    {
        ClassF1Model model;
        const QAbstractItemModelTester tester(&model);
        model.setRun({QStringLiteral("a"), QStringLiteral("b")}, {epochOf(1, 0.5)});
        model.append(epochOf(2, 0.6));
        QCOMPARE(model.rowCount(), 2);
    }

    /** 1,000 epochs and 100,000 batches, as a long training sends them: twenty times a second. */
    void aLongTrainingStaysSmooth()
    {
        RunView view;
        view.resize(900, 420);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        view.showTraining({QStringLiteral("Luffy"), QStringLiteral("Zoro")}, {});
        view.findChild<QSlider*>(QStringLiteral("smoothing"))->setValue(90);
        for (const int page : {0, 1}) {
            view.setCurrentIndex(page);
            const test::StallMeter meter;
            for (int epoch = 1; epoch <= 500; ++epoch) {
                std::vector<StepRecord> steps;
                for (int step = 1; step <= 100; ++step)
                    steps.push_back({500 * page + epoch, step, 100, 1 + std::sin(step * epoch)});
                view.addSteps(steps);
                view.append(epochOf(500 * page + epoch, 0.5 + 0.3 * std::sin(epoch)));
                if (epoch % 5 == 0)
                    QTest::qWait(50);
            }
            qInfo("page %d: %zu ticks; processor time of the loop: p99 %.1f ms, longest %.1f ms; wall: p99 "
                  "%.1f ms, longest %.1f ms",
                  page, meter.ticks(), meter.cpuMs(0.99), meter.cpuMs(1), meter.wallMs(0.99),
                  meter.wallMs(1));
            QVERIFY(meter.ticks() > 50);
            // The aim is 16; on a machine that others use, the same work takes up to twice the time.
            QVERIFY2(meter.cpuMs(0.99) < 32, qPrintable(QString::number(meter.cpuMs(0.99))));
        }
        QCOMPARE(chartNamed(view, QStringLiteral("Loss over the batches"))->points(0).size(), 100'000);
    }
};

} // namespace nakama

QTEST_MAIN(nakama::RunViewTest)
#include "run_view_test.moc"
