// What the Evaluate tab reads and writes, without a window.
#include "core/base/atomic_file.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/evaluate/evaluation_csv.h"
#include "ui/tabs/evaluate/pictures_panel.h"
#include "ui/tabs/evaluate/predicted_picture.h"

#include <QTest>

namespace nakama
{

class EvaluationFilesTest : public QObject
{
    Q_OBJECT

private:
    const std::vector<std::string> m_classes{"Ace", "Sabo, \"the\" Chief"};

    std::string written(const PredictionTable& table)
    {
        const test::TemporaryFolder folder;
        const auto path = folder / "predictions.csv";
        if (!writePredictionsCsv(table, path))
            return {};
        return readTextFile(path).value();
    }

private Q_SLOTS:
    void readsWhatEvaluationWrites()
    {
        PredictionTable table;
        table.classes = m_classes;
        table.rows = {{"a1", "train/Ace/one, two.png", 0, {0.0F, 2.0F}},
                      {"b2", "line\nbreak \"q\".png", 1, {1.0F, 5.0F}},
                      {"c3", "free.png", -1, {1.0F, 0.0F}}};
        const auto pictures = parsePredictions(written(table), m_classes);
        QVERIFY(pictures.has_value());
        QCOMPARE(pictures->size(), std::size_t(3));
        const auto& mistake = pictures->at(0);
        QCOMPARE(mistake.id, std::string("a1"));
        QCOMPARE(mistake.name, std::string("train/Ace/one, two.png"));
        QCOMPARE(mistake.trueClass, 0);
        QCOMPARE(mistake.predictedClass, 1);
        QVERIFY(mistake.isMistake());
        QVERIFY(std::abs(mistake.predictedProbability - table.rows[0].probabilities()[1]) < 1e-7);
        QVERIFY(std::abs(mistake.trueProbability - table.rows[0].probabilities()[0]) < 1e-7);
        QCOMPARE(pictures->at(1).name, std::string("line\nbreak \"q\".png"));
        QVERIFY(!pictures->at(1).isMistake());
        QCOMPARE(pictures->at(2).trueClass, -1);
    }

    void classesAreTakenByName()
    {
        PredictionTable table;
        table.classes = {"Ace", "Zoro"};
        table.rows = {{"a1", "one.png", 1, {0.0F, 2.0F}}};
        const auto pictures = parsePredictions(written(table), {"Zoro", "Nami", "Ace"});
        QCOMPARE(pictures->at(0).trueClass, 0);
        QCOMPARE(parsePredictions(written(table), {"Ace"})->at(0).trueClass, -1); // Zoro is gone
    }

    void saysWhatIsWrongWithAFile()
    {
        QCOMPARE(parsePredictions("", m_classes).error().code, ErrorCode::CorruptData);
        QCOMPARE(parsePredictions("name,score\na,1\n", m_classes).error().code, ErrorCode::CorruptData);
        const auto torn =
            parsePredictions("id,file,label,predicted,Ace\na,f,Ace,Ace,1\nb,f,Ace\n", m_classes);
        QVERIFY(torn.error().message.find("line 3") != std::string::npos);
        const auto word = parsePredictions("id,file,label,predicted,Ace\na,f,Ace,Ace,much\n", m_classes);
        QVERIFY(word.error().message.find("much") != std::string::npos);
    }

    void exportsTables()
    {
        Metrics metrics;
        metrics.perClass = {{"Ace", 0.5, 1, 2.0 / 3.0, 4}, {"Sabo, \"the\" Chief", 0, 0, 0, 0}};
        metrics.confusion = {{4, 0}, {1, 2}};
        QCOMPARE(perClassCsv(metrics),
                 QByteArray("class,precision,recall,f1,support\nAce,0.5,1,0.66666666666666663,4\n"
                            "\"Sabo, \"\"the\"\" Chief\",0,0,0,0\n"));
        QCOMPARE(confusionCsv(metrics),
                 QByteArray("true\\predicted,Ace,\"Sabo, \"\"the\"\" Chief\"\nAce,4,0\n"
                            "\"Sabo, \"\"the\"\" Chief\",1,2\n"));
    }

    void choosesPictures()
    {
        PredictedPicture picture;
        picture.trueClass = 2;
        picture.predictedClass = 5;
        QVERIFY(PictureChoice{}.matches(picture));
        QVERIFY((PictureChoice{PictureChoice::Kind::MistakesOnly, 2, std::nullopt}.matches(picture)));
        QVERIFY((!PictureChoice{PictureChoice::Kind::All, 2, 4}.matches(picture)));
        picture.predictedClass = 2;
        QVERIFY(!PictureChoice{}.matches(picture));
        QVERIFY((PictureChoice{PictureChoice::Kind::All, 2, 2}.matches(picture)));
    }
};

} // namespace nakama

QTEST_GUILESS_MAIN(nakama::EvaluationFilesTest)
#include "evaluation_files_test.moc"
