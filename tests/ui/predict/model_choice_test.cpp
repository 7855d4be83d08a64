#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "core/training/feature_file.h"
#include "tests/unit/workflow/split_workspace.h"
#include "ui/tabs/predict/model_bar.h"
#include "ui/viewmodels/convert.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace nakama;

namespace
{

constexpr int patienceMs = 30'000; ///< of a test on a machine that has other work

} // namespace

/** Which of a workspace's runs is asked while they train and are evaluated. */
class ModelChoiceTest : public QObject
{
    Q_OBJECT

private:
    /** Two runs with a checkpoint; the newer one comes first. */
    struct Opened
    {
        Opened()
        {
            session.openWorkspace(split.close());
            session.loadEngine();
            if (!QTest::qWaitFor([this] { return session.hasWorkspace() && session.engine() != nullptr; },
                                 patienceMs))
                qFatal("the workspace was not opened");
            auto catalogue = session.workspace().catalogue().value();
            for (auto* run : {&older, &newer}) {
                *run = catalogue.addRun("resnet18", 9).value();
                improve(*run, 0.5);
                const auto checkpoint = bestCheckpoint(session.workspace(), run->id);
                std::filesystem::create_directories(checkpoint.parent_path());
                if (!writeFileAtomically(checkpoint, "weights"))
                    qFatal("the checkpoint was not written");
            }
        }

        /** As an epoch does that is the best so far. */
        void improve(RunRecord& run, double macro)
        {
            ++run.bestEpoch;
            run.bestMacro = macro;
            if (!session.workspace().catalogue().value().updateRun(run))
                qFatal("the run was not written");
        }

        void refresh()
        {
            QSignalSpy read(&session, &Session::runsChanged);
            session.refresh();
            if (!QTest::qWaitFor([&] { return !read.isEmpty(); }, patienceMs))
                qFatal("the runs were not read");
        }

        test::SplitWorkspace split;
        Session session;
        PredictController predict{session};
        RunRecord older;
        RunRecord newer;
    };

    static void writeRule(const std::filesystem::path& checkpoint)
    {
        const std::string learned(64, 'a');
        auto folder = checkpoint.parent_path();
        auto features = FeatureFile::open(folder / "best.open-set.features", FeaturePrecision::Half).value();
        features.append(std::span(&learned, 1), std::vector<float>{1, 0});
        OpenSet rule;
        rule.classes = {"Red", "Other"};
        rule.temperature = 200;
        rule.threshold = -100;
        nlohmann::json json = rule;
        json["training_pictures"] = {learned};
        QVERIFY(writeFileAtomically(openSetRuleBeside(checkpoint), json.dump()));
    }

private Q_SLOTS:
    void theChoiceStaysWhileItsRunImproves();
    void evaluatingTheRunCalibratesWhatIsThere();
};

void ModelChoiceTest::theChoiceStaysWhileItsRunImproves()
{
    Opened opened;
    auto& predict = opened.predict;
    ModelBar bar(opened.session, predict);
    opened.refresh();
    const auto chosen = bestCheckpoint(opened.session.workspace(), opened.older.id);
    auto* const box = bar.findChild<QComboBox*>();
    QCOMPARE(box->count(), 2);
    box->setCurrentIndex(1);
    Q_EMIT box->activated(1);
    QCOMPARE(predict.model()->checkpoint, chosen);
    predict.ask(toQImage(cv::Mat(20, 20, CV_8UC3, cv::Scalar(220, 0, 0))), QStringLiteral("red"));
    QTRY_COMPARE(predict.answeredCount(), 1);

    QSignalSpy asked(&predict, &PredictController::modelChanged);
    opened.improve(opened.older, 0.75);
    opened.refresh();
    QCOMPARE(predict.model()->checkpoint, chosen);
    QCOMPARE(box->currentIndex(), 1);
    QVERIFY2(box->currentText().contains(QLocale().toString(0.75, 'f', 3)), qPrintable(box->currentText()));
    QVERIFY2(asked.isEmpty(), "a figure in a title asks nothing again");
    QCOMPARE(predict.answeredCount(), 1);

    std::filesystem::last_write_time(chosen,
                                     std::filesystem::file_time_type::clock::now() + std::chrono::hours(1));
    opened.refresh();
    QCOMPARE(predict.model()->checkpoint, chosen);
    QVERIFY2(!asked.isEmpty(), "other weights are loaded and asked");
    QVERIFY2(predict.answeredCount() == 1, "the answer before stays until the new one is there");
    QTRY_VERIFY(!predict.isBusy());
}

void ModelChoiceTest::evaluatingTheRunCalibratesWhatIsThere()
{
    Opened opened;
    auto& predict = opened.predict;
    ModelBar bar(opened.session, predict);
    opened.refresh();
    predict.ask(toQImage(cv::Mat(20, 20, CV_8UC3, cv::Scalar(220, 0, 0))), QStringLiteral("red"));
    QTRY_COMPARE(predict.answeredCount(), 1);
    QVERIFY(predict.answers()[0].top[0].second > 0.99);
    QVERIFY(!predict.answering()->openSet);
    writeRule(predict.model()->checkpoint);
    Q_EMIT opened.session.openSetFitted(toQString(opened.newer.id));
    QTRY_VERIFY(predict.answers()[0].top[0].second < 0.9); // calibrated by 200
    QVERIFY(predict.answering()->openSet);
}

QTEST_MAIN(ModelChoiceTest)
#include "model_choice_test.moc"
