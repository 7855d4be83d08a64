#include "ui/viewmodels/training_pace.h"

#include <QTest>

using namespace nakama;

class TrainingPaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst();
    void measuresSpeedAndTimeLeft();
    void countsFromWhereARunIsResumed();
};

void TrainingPaceTest::knowsNothingAtFirst()
{
    TrainingPace pace(10, 32);
    QCOMPARE(pace.imagesPerSecond(), 0.0);
    QVERIFY(!pace.secondsLeft());
    pace.add({1, 1, 100, 2.0}, 0);
    pace.add({1, 2, 100, 2.0}, 100); // a tenth of a second says nothing yet
    QVERIFY(!pace.secondsLeft());
}

void TrainingPaceTest::measuresSpeedAndTimeLeft()
{
    TrainingPace pace(2, 10);
    for (int step = 0; step <= 50; ++step)
        pace.add({1, step, 100, 1.0}, step * 100); // ten steps a second
    QCOMPARE(pace.imagesPerSecond(), 100.0);
    QCOMPARE(pace.fraction(), 0.25);
    QCOMPARE(*pace.secondsLeft(), 15.0); // 150 of 200 steps are left
}

void TrainingPaceTest::countsFromWhereARunIsResumed()
{
    TrainingPace pace(10, 10);
    for (int step = 0; step <= 10; ++step)
        pace.add({9, step, 10, 1.0}, step * 1000); // one epoch takes ten seconds
    QCOMPARE(pace.fraction(), 0.9);
    QCOMPARE(*pace.secondsLeft(), 10.0);
}

QTEST_GUILESS_MAIN(TrainingPaceTest)
#include "training_pace_test.moc"
