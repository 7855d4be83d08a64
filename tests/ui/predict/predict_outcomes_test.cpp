#include "core/base/atomic_file.h"
#include "core/collect/import_job.h"
#include "core/imaging/encode.h"
#include "core/training/feature_file.h"
#include "tests/unit/workflow/split_workspace.h"
#include "ui/tabs/predict/answer_panel.h"
#include "ui/tabs/predict/answers_bar.h"
#include "ui/tabs/predict/near_strip.h"
#include "ui/tabs/predict/predict_tab.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/image_grid.h"

#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace nakama;

namespace
{

constexpr int patienceMs = 30'000; ///< of a test on a machine that has other work

} // namespace

/** What is made of answers on the predict page: tables, folders, a submission, the nearest training pictures.
 */
class PredictOutcomesTest : public QObject
{
    Q_OBJECT

private:
    struct Opened
    {
        Opened()
        {
            session.openWorkspace(split.close());
            session.loadEngine();
            if (!QTest::qWaitFor([this] { return session.isSnapshotRead() && session.engine() != nullptr; },
                                 patienceMs))
                qFatal("the workspace was not opened");
            auto catalogue = session.workspace().catalogue().value();
            auto run = catalogue.addRun("resnet18", 3).value();
            run.bestEpoch = 1;
            checkpoint = bestCheckpoint(session.workspace(), run.id);
            std::filesystem::create_directories(checkpoint.parent_path());
            if (!catalogue.updateRun(run) || !writeFileAtomically(checkpoint, "weights"))
                qFatal("the run was not written");
            session.refresh();
            tab.show();
            if (!QTest::qWaitFor([this] { return predict.model().has_value(); }, patienceMs))
                qFatal("the run was not listed");
        }

        /** The button below the page; & and … are not told. */
        QPushButton* button(const QString& text)
        {
            for (auto* const one : tab.findChildren<QPushButton*>())
                if (one->text().remove(QLatin1Char('&')).remove(QStringLiteral("…")) == text)
                    return one;
            qFatal("there is no such button");
        }

        /** Answers the file dialog that is open with this path. */
        void choose(const std::filesystem::path& path)
        {
            QPointer<QFileDialog> dialog;
            QTRY_VERIFY((dialog = tab.findChild<QFileDialog*>()) && dialog->isVisible());
            Q_EMIT dialog->fileSelected(toQString(path));
            if (dialog)
                dialog->deleteLater();
            QTRY_VERIFY(dialog.isNull() || !dialog->isVisible());
        }

        QString state() { return tab.findChild<QLabel*>(QStringLiteral("predictState"))->text(); }

        QString nearText()
        {
            QString text;
            for (auto* const label : tab.findChild<NearStrip*>()->findChildren<QLabel*>())
                text += label->isVisible() ? label->text() : QString();
            return text;
        }

        test::SplitWorkspace split;
        test::TemporaryFolder folder;
        Session session;
        PredictController predict{session};
        PredictTab tab{session, predict};
        std::filesystem::path checkpoint;
    };

    static std::filesystem::path plain(const std::filesystem::path& path, const cv::Scalar& rgb)
    {
        if (!writeFileAtomically(path, encodePng(cv::Mat(40, 60, CV_8UC3, rgb)).value()))
            qFatal("the test's picture could not be written");
        return path;
    }

    static void writeRule(const std::filesystem::path& checkpoint, const std::vector<std::string>& learned,
                          const OpenSet& rule)
    {
        auto features =
            FeatureFile::open(checkpoint.parent_path() / "best.open-set.features", FeaturePrecision::Half)
                .value();
        for (std::size_t i = 0; i < learned.size(); ++i)
            features.append(std::span(&learned[i], 1), std::vector<float>{1, 0.1f * static_cast<float>(i)});
        nlohmann::json json = rule;
        json["training_pictures"] = learned;
        QVERIFY(writeFileAtomically(openSetRuleBeside(checkpoint), json.dump()));
    }

    /** No workspace has it. */
    const std::vector<std::string> unknownPicture = std::vector<std::string>(1, std::string(64, 'a'));

    static OpenSet redRule()
    {
        OpenSet rule;
        rule.classes = {"Red", "Other"};
        rule.temperature = 200;
        rule.threshold = -100;
        return rule;
    }

private Q_SLOTS:
    void savesATable();
    void sortsIntoFolders();
    void writesASubmissionAndNamesWhatIsMissing();
    void showsTheNearestTrainingPictures();
    void saysWhyThereAreNoNearestPictures();
    void namesBothOfSeveralCharactersAndTheRates();
};

void PredictOutcomesTest::savesATable()
{
    Opened opened;
    opened.predict.ask({plain(opened.folder / "red, \"1\".png", {220, 0, 0}), opened.folder / "gone.png"});
    QTRY_COMPARE(opened.predict.answeredCount(), 2);
    QTest::mouseClick(opened.button(QStringLiteral("Save as table")), Qt::LeftButton);
    const auto out = opened.folder / "out.csv";
    opened.choose(out);
    QTRY_VERIFY(std::filesystem::exists(out) && std::filesystem::file_size(out) > 0);
    const auto text = readTextFile(out).value();
    QVERIFY2(text.starts_with("file,verdict,class1,probability1"), text.c_str());
    QVERIFY2(text.find("red, \"\"1\"\".png\",Red,Red,1.000000") != std::string::npos, text.c_str());
    QVERIFY2(text.find("gone.png,,") != std::string::npos, text.c_str());
}

void PredictOutcomesTest::sortsIntoFolders()
{
    Opened opened;
    QImage pixels(30, 30, QImage::Format_RGB32);
    pixels.fill(QColor(220, 0, 0));
    opened.predict.ask(
        {plain(opened.folder / "r.png", {220, 0, 0}), plain(opened.folder / "b.png", {0, 0, 220})});
    opened.predict.ask(pixels, QStringLiteral("pasted picture"));
    QTRY_COMPARE(opened.predict.answeredCount(), 3);
    QTest::mouseClick(opened.button(QStringLiteral("Sort into folders")), Qt::LeftButton);
    opened.choose(opened.folder / "sorted");
    QTRY_VERIFY2(opened.state().contains(QStringLiteral("copied: 2")), qPrintable(opened.state()));
    QVERIFY(std::filesystem::exists(opened.folder / "sorted" / "Red" / "r.png"));
    QVERIFY(std::filesystem::exists(opened.folder / "sorted" / "Other" / "b.png"));
}

void PredictOutcomesTest::writesASubmissionAndNamesWhatIsMissing()
{
    Opened opened;
    std::filesystem::create_directories(opened.folder / "test");
    plain(opened.folder / "test" / "0.png", {10, 200, 30});
    plain(opened.folder / "test" / "1.png", {30, 100, 200});
    ImportParams params;
    params.paths = {opened.folder / "test"};
    params.pool = Pool::TrueTest;
    params.labels = LabelSource::None;
    ImportJob import(opened.session.workspace(), params);
    JobContext context;
    QCOMPARE(runJob(import, context).state, JobState::Succeeded);
    const auto sample = opened.folder / "sample.csv";
    QVERIFY(writeFileAtomically(sample, "id,label\n1,round\nnone such,ball\n0,round\n"));
    const auto out = opened.folder / "submission.csv";
    auto* const button = opened.button(QStringLiteral("Kaggle submission"));
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    opened.choose(sample);
    opened.choose(out);
    QPointer<QMessageBox> box;
    QTRY_VERIFY2((box = opened.tab.findChild<QMessageBox*>()), qPrintable(opened.state()));
    QVERIFY2(box->text().contains(QStringLiteral("3 row")), qPrintable(box->text()));
    QCOMPARE(box->detailedText(), QStringLiteral("none such"));
    const auto text = readTextFile(out).value();
    QVERIFY2(text.starts_with("id,label\n1,") && text.find("\nnone such,ball\n0,") != std::string::npos,
             text.c_str());
}

void PredictOutcomesTest::showsTheNearestTrainingPictures()
{
    Opened opened;
    std::vector<std::string> learned;
    const auto pictures = picturesOf(opened.session.workspace(), EvaluationSet::Train).value();
    for (const auto& picture : pictures)
        learned.push_back(picture.sha256);
    QVERIFY(learned.size() > 5);
    writeRule(opened.checkpoint, learned, redRule());
    opened.predict.ask({plain(opened.folder / "red.png", {220, 0, 0})});
    QTRY_COMPARE(opened.predict.answeredCount(), 1);
    auto* const grid = opened.tab.findChild<NearStrip*>()->findChild<ImageGrid*>();
    QTRY_COMPARE(grid->model()->rowCount(), 5);
    QVERIFY(grid->isVisible());
    const QString first = grid->model()->index(0, 0).data().toString();
    QVERIFY2(first.contains(QLocale().toString(1.0, 'f', 2)), qPrintable(first));
    QVERIFY2(first.startsWith(QStringLiteral("Round")) || first.startsWith(QStringLiteral("Ball")),
             qPrintable(first));
}

void PredictOutcomesTest::saysWhyThereAreNoNearestPictures()
{
    Opened opened;
    opened.predict.ask({plain(opened.folder / "red.png", {220, 0, 0})});
    QTRY_COMPARE(opened.predict.answeredCount(), 1);
    QTRY_VERIFY2(opened.nearText().contains(QStringLiteral("evaluated")), qPrintable(opened.nearText()));
    writeRule(opened.checkpoint, unknownPicture, redRule());
    opened.predict.setModel(askedModel(AskedModel::Kind::Run, opened.checkpoint, QStringLiteral("run")));
    QTRY_VERIFY2(opened.nearText().contains(QStringLiteral("another one")), qPrintable(opened.nearText()));
    opened.session.closeWorkspace();
    QTRY_VERIFY(!opened.session.hasWorkspace());
    opened.predict.setModel(askedModel(AskedModel::Kind::File, opened.checkpoint, QStringLiteral("file")));
    QTRY_VERIFY2(opened.nearText().contains(QStringLiteral("not in the checkpoint")),
                 qPrintable(opened.nearText()));
}

void PredictOutcomesTest::namesBothOfSeveralCharactersAndTheRates()
{
    Opened opened;
    auto rule = redRule();
    rule.several.emplace().threshold = std::log(0.5);
    rule.several->singles = {7, 140};
    rule.several->pairs = {120, 150};
    writeRule(opened.checkpoint, unknownPicture, rule);
    cv::Mat both(40, 80, CV_8UC3, cv::Scalar(0, 0, 220));
    both(cv::Rect(0, 0, 40, 40)) = cv::Scalar(220, 0, 0);
    QVERIFY(writeFileAtomically(opened.folder / "both.png", encodePng(both).value()));
    opened.predict.ask({opened.folder / "both.png"});
    QTRY_COMPARE(opened.predict.answeredCount(), 1);
    QString text;
    for (const auto* label : opened.tab.findChild<AnswerPanel*>()->findChildren<QLabel*>())
        text += label->text() + QLatin1Char('\n');
    QVERIFY2(text.contains(QStringLiteral("several characters")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Red and Other")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("5 % (95 %: 2 to 10 %) of 140")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Of 150 pairs")), qPrintable(text));
}

QTEST_MAIN(PredictOutcomesTest)
#include "predict_outcomes_test.moc"
