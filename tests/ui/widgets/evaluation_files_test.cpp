// What the Evaluate tab makes of what a run said, without a window.
#include "ui/tabs/evaluate/evaluated_pictures.h"
#include "ui/tabs/evaluate/evaluation_csv.h"
#include "ui/tabs/evaluate/picture_selection.h"
#include "ui/tabs/evaluate/text_table.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace nakama
{

class EvaluationFilesTest : public QObject
{
    Q_OBJECT

private:
    const std::vector<std::string> m_classes{"Ace", "Sabo", "Zoro"};

    /** Logits whose softmax is this. */
    static std::vector<float> logits(std::initializer_list<double> probabilities)
    {
        std::vector<float> values;
        for (const double one : probabilities)
            values.push_back(static_cast<float>(std::log(one)));
        return values;
    }

    /** Three right answers, two mistakes, and one without a label. */
    PredictionTable table() const
    {
        return {m_classes,
                {{"a", "a.png", 0, logits({0.9, 0.06, 0.04})},
                 {"b", "b.png", 0, logits({0.2, 0.7, 0.1})}, // a mistake
                 {"c", "c.png", 1, logits({0.1, 0.8, 0.1})},
                 {"d", "d.png", 2, logits({0.95, 0.04, 0.01})}, // a surer mistake
                 {"e", "e.png", 2, logits({0.3, 0.3, 0.4})},
                 {"f", "f.png", -1, logits({0.35, 0.25, 0.4})}}};
    }

    static QStringList namesOf(const EvaluatedPictures& pictures, PictureList list)
    {
        QStringList names;
        for (const auto number : pictures.list(list))
            names << QString::fromStdString(pictures.pictures()[number].id);
        return names;
    }

private Q_SLOTS:
    void listsPicturesByWhatTheyShow()
    {
        const EvaluatedPictures pictures(table(), computeMetrics(table()).value());
        QCOMPARE(namesOf(pictures, PictureList::ConfidentMistakes),
                 (QStringList{QStringLiteral("d"), QStringLiteral("b")}));
        QCOMPARE(namesOf(pictures, PictureList::LargestLosses).mid(0, 3),
                 (QStringList{QStringLiteral("d"), QStringLiteral("b"), QStringLiteral("e")}));
        QCOMPARE(namesOf(pictures, PictureList::NearBorder).first(), QStringLiteral("f"));
        QCOMPARE(namesOf(pictures, PictureList::All).first(), QStringLiteral("d"));
        QCOMPARE(namesOf(pictures, PictureList::All).size(), 6);
        QCOMPARE(namesOf(pictures, PictureList::SuspectedLabels).first(), QStringLiteral("d"));
        const auto& surest = pictures.pictures()[3];
        QVERIFY(surest.isMistake());
        QVERIFY(std::abs(surest.predictedProbability - 0.95) < 1e-6);
        QVERIFY(std::abs(surest.trueProbability - 0.01) < 1e-6);
        QVERIFY(!pictures.reliabilityAfter());
    }

    void aTemperatureIsTakenBackForTheDiagramOfBefore()
    {
        Metrics metrics = computeMetrics(table()).value();
        metrics.calibration = Calibration{2, 0, 0};
        const PredictionTable softer = calibrated(table(), 2);
        const EvaluatedPictures pictures(softer, metrics);
        QCOMPARE(pictures.pictures()[3].predictedProbability, softer.rows[3].probabilities()[0]);
        QVERIFY(std::abs(pictures.reliabilityBefore().ece - reliability(table()).ece) < 1e-6);
        QCOMPARE(pictures.reliabilityAfter()->ece, reliability(softer).ece);
        QVERIFY(std::abs(pictures.reliabilityAfter()->ece - pictures.reliabilityBefore().ece) > 0.01);
    }

    void countsAPartOfThePictures()
    {
        const EvaluatedPictures pictures(table(), computeMetrics(table()).value());
        PictureChoice choice;
        choice.confidence = Interval{0.8, 1};
        QCOMPARE(pictures.confusionOf(choice), (ConfusionMatrix{{1, 0, 0}, {0, 1, 0}, {1, 0, 0}}));
        choice.picked =
            std::make_shared<std::vector<bool>>(std::vector<bool>{true, true, false, false, false, false});
        QCOMPARE(pictures.confusionOf(choice), (ConfusionMatrix{{1, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
    }

    void choosesPictures()
    {
        PictureSelection selection;
        QSignalSpy changed(&selection, &PictureSelection::changed);
        PredictedPicture picture;
        picture.trueClass = 2;
        picture.predictedClass = 1;
        picture.predictedProbability = 0.6;
        QVERIFY(selection.choice().matches(picture, 0));
        selection.chooseCell(2, 1);
        QVERIFY(selection.choice().matches(picture, 0));
        selection.chooseCell(2, 0);
        QVERIFY(!selection.choice().matches(picture, 0));
        selection.chooseClass(2); // whatever was predicted
        QVERIFY(selection.choice().matches(picture, 0));
        selection.chooseConfidence(Interval{0.6, 0.8}); // above 0.6
        QVERIFY(!selection.choice().matches(picture, 0));
        QCOMPARE(selection.choice().trueClass, std::optional(2)); // one side of it leaves the others
        QCOMPARE(changed.count(), 4);
        selection.widen();
        QVERIFY(!selection.choice().isNarrowed());
        selection.widen();
        QCOMPARE(changed.count(), 5); // nothing new is not told
    }

    void aThresholdTakesWhatIsLikelyEnough()
    {
        const EvaluatedPictures pictures(table(), computeMetrics(table()).value());
        // 0.9, 0.2, 0.1, 0.95 and 0.3 for the first class; the last has no label.
        QCOMPARE(pictures.pictures({0, 0.3}), (std::vector<bool>{true, false, false, true, true, false}));
        for (const auto& point : pictures.curves()[1].points) {
            const auto taken = pictures.pictures({1, point.threshold});
            int right = 0;
            for (std::size_t i = 0; i < taken.size(); ++i)
                right += taken[i] && pictures.pictures()[i].trueClass == 1;
            QCOMPARE(double(right) / double(std::count(taken.begin(), taken.end(), true)), point.precision);
        }
    }

    void openingAsksForThePicturesAlsoOfWhatIsChosen()
    {
        PictureSelection selection;
        QSignalSpy changed(&selection, &PictureSelection::changed);
        QSignalSpy requested(&selection, &PictureSelection::picturesRequested);
        selection.openCell(2, 1);
        selection.openCell(2, 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(requested.count(), 2);
        selection.chooseThreshold({0, 0.5}, std::make_shared<std::vector<bool>>(3, true));
        QCOMPARE(selection.choice().shownClass(), std::optional(0));
        selection.chooseClass(2); // within what is taken
        QCOMPARE(selection.choice().shownClass(), std::optional(2));
        QVERIFY(selection.choice().threshold.has_value());
        selection.choosePicked(std::make_shared<std::vector<bool>>(3, true)); // on the map
        QVERIFY(!selection.choice().threshold.has_value());
        selection.choosePredicted(1);
        QVERIFY(!selection.choice().trueClass.has_value());
    }

    void exportsListsAndCharts()
    {
        const EvaluatedPictures pictures(table(), computeMetrics(table()).value());
        std::vector<PictureNow> now(6);
        now[3].change = PictureNow::Change::Relabelled;
        now[3].label = "Sabo";
        const auto lines =
            picturesCsv(pictures, pictures.list(PictureList::SuspectedLabels), now).split('\n');
        QCOMPARE(lines[0], QByteArray("id,file,true,predicted,probability,true_probability,now"));
        QVERIFY(lines[1].startsWith("d,d.png,Zoro,Ace,0.95"));
        QVERIFY(lines[1].endsWith(",relabelled Sabo"));
        QVERIFY(precisionRecallCsv(pictures).startsWith("class,threshold,precision,recall\nAce,0.9"));
        QCOMPARE(reliabilityCsv(pictures).count("own,"), 15);
        QCOMPARE(mapCsv({{1}, {{0.25, -3}}}, pictures), QByteArray("id,file,x,y,true,predicted\n"
                                                                   "b,b.png,0.25,-3,Ace,Sabo\n"));
        QVERIFY(classesCsv(computeMetrics(table()).value().perClass).contains("\nAce,0.5,0.5,0.5,2\n"));
    }

    void aTableIsCopiedAsMarkdownAndLatex()
    {
        const TextTable table{QStringLiteral("Pairs"),
                              {QStringLiteral("run"), QStringLiteral("95 %")},
                              {},
                              {{QStringLiteral("a_b|c"), QStringLiteral("−1 … 2")}}};
        QCOMPARE(markdownOf(table), QStringLiteral("**Pairs**\n\n| run | 95 % |\n|---|---:|\n"
                                                   "| a\\_b\\|c | −1 … 2 |\n"));
        QVERIFY(latexOf(table).contains(QStringLiteral("a\\_b|c & $-$1 \\dots{} 2 \\\\\n")));
        QCOMPARE(csvOf(table), QByteArray("run,95 %\na_b|c,−1 … 2\n"));
    }

    void exportsTheMatrix()
    {
        Metrics metrics;
        metrics.perClass = {{"Ace", 0.5, 1, 2.0 / 3.0, 4}, {"Sabo, \"the\" Chief", 0, 0, 0, 0}};
        metrics.confusion = {{4, 0}, {1, 2}};
        QCOMPARE(confusionCsv(metrics),
                 QByteArray("true\\predicted,Ace,\"Sabo, \"\"the\"\" Chief\"\nAce,4,0\n"
                            "\"Sabo, \"\"the\"\" Chief\",1,2\n"));
    }
};

} // namespace nakama

QTEST_GUILESS_MAIN(nakama::EvaluationFilesTest)
#include "evaluation_files_test.moc"
