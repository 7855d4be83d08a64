#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "core/training/feature_file.h"
#include "core/workflow/picture_halves.h"
#include "core/workflow/prediction_files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/workflow/fake_engine.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <cmath>

namespace nakama::test
{

namespace
{

std::filesystem::path writePlain(const std::filesystem::path& path, const cv::Scalar& colour)
{
    const auto png = encodePng(cv::Mat(8, 8, CV_8UC3, colour)).value();
    EXPECT_TRUE(writeFileAtomically(path, png));
    return path;
}

/** All that a model says about these files. */
std::vector<PictureAnswer> ask(std::vector<std::filesystem::path> files,
                               const std::filesystem::path& checkpoint = "unused")
{
    FakeEngine engine;
    auto pictures = std::make_shared<PictureQueue>();
    std::vector<PictureQuestion> questions;
    for (auto& file : filesBelow(files))
        questions.push_back({static_cast<std::int64_t>(questions.size()) + 10, std::move(file), {}});
    pictures->add(std::move(questions));
    std::vector<PictureAnswer> answers;
    PredictJob job(std::make_shared<LoadedModel>(engine, checkpoint), pictures,
                   {{}, [&](PictureAnswer answer) { answers.push_back(std::move(answer)); }});
    JobContext context;
    EXPECT_EQ(runJob(job, context).state, JobState::Succeeded);
    return answers;
}

} // namespace

TEST(PredictJob, AnswersForFilesAndFoldersAndNamesWhatItCannotRead)
{
    TemporaryFolder folder;
    std::filesystem::create_directories(folder / "more");
    const auto red = writePlain(folder / "red.png", {200, 0, 0});
    const auto blue = writePlain(folder / "more" / "blue.png", {0, 0, 200});
    ASSERT_TRUE(writeFileAtomically(folder / "more" / "text.png", "no picture"));

    const auto answers = ask({red, folder / "more", folder / "missing.png"});
    ASSERT_EQ(answers.size(), 4u);
    EXPECT_EQ(answers[0].id, 10);
    EXPECT_EQ(answers[0].verdict, "Red");
    EXPECT_EQ(answers[1].file, blue);
    EXPECT_EQ(answers[1].verdict, "Other");
    EXPECT_EQ(answers[1].top.size(), 2u);
    EXPECT_GE(answers[1].top[0].second, answers[1].top[1].second);
    EXPECT_EQ(answers[2].file.filename(), "text.png");
    EXPECT_FALSE(answers[2].problem.empty());
    EXPECT_TRUE(answers[2].top.empty());
    EXPECT_FALSE(answers[3].problem.empty());
}

TEST(PredictJob, AnswersForPixelsAsForTheirFile)
{
    TemporaryFolder folder;
    const cv::Mat pixels(8, 8, CV_8UC3, cv::Scalar(200, 0, 0));
    const auto ofFile = ask({writePlain(folder / "red.png", {200, 0, 0})});
    FakeEngine engine;
    auto pictures = std::make_shared<PictureQueue>();
    pictures->add({{7, {}, pixels}});
    std::vector<PictureAnswer> answers;
    PredictJob job(std::make_shared<LoadedModel>(engine, "unused"), pictures,
                   {{}, [&](PictureAnswer answer) { answers.push_back(std::move(answer)); }});
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_EQ(answers[0].id, 7);
    EXPECT_EQ(answers[0].top, ofFile[0].top);
}

TEST(PredictJob, WhatIsAddedWhileItRunsIsAnsweredToo)
{
    FakeEngine engine;
    const cv::Mat pixels(8, 8, CV_8UC3, cv::Scalar(200, 0, 0));
    auto pictures = std::make_shared<PictureQueue>();
    pictures->add({{1, {}, pixels}, {2, {}, pixels}, {3, {}, pixels}});
    std::vector<std::int64_t> order;
    PredictJob job(std::make_shared<LoadedModel>(engine, "unused"), pictures,
                   {{}, [&](const PictureAnswer& answer) {
                        order.push_back(answer.id);
                        if (answer.id == 1)
                            pictures->addFirst({9, {}, pixels});
                    }});
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    // The second one was being read already.
    EXPECT_EQ(order, (std::vector<std::int64_t>{1, 2, 9, 3}));
}

TEST(PredictJob, Cancels)
{
    FakeEngine engine;
    auto pictures = std::make_shared<PictureQueue>();
    pictures->add({{1, {}, cv::Mat(8, 8, CV_8UC3, cv::Scalar(200, 0, 0))}});
    PredictJob job(std::make_shared<LoadedModel>(engine, "unused"), pictures, {});
    CancelToken token;
    token.request();
    JobContext context(token);
    EXPECT_EQ(runJob(job, context).state, JobState::Cancelled);
}

TEST(PredictionFiles, TheTableHasOneRowAPictureAndQuotesWhatNeedsIt)
{
    const std::vector<PictureAnswer> answers{{1, "a,b.png", {{"Nami", 0.75}, {"Zoro", 0.25}}, "Nami", {}},
                                             {2, "broken.png", {}, {}, "it is \"no\" picture"}};
    EXPECT_EQ(answersCsv(answers, 5), "file,verdict,class1,probability1,class2,probability2,problem\r\n"
                                      "\"a,b.png\",Nami,Nami,0.750000,Zoro,0.250000,\r\n"
                                      "broken.png,,,,,,\"it is \"\"no\"\" picture\"\r\n");
    EXPECT_EQ(answersCsv({}, 5), "file,verdict,problem\r\n");
}

TEST(PredictionFiles, CopiesIntoFoldersAndLosesNothing)
{
    TemporaryFolder folder;
    std::filesystem::create_directories(folder / "one");
    std::filesystem::create_directories(folder / "two");
    ASSERT_TRUE(writeFileAtomically(folder / "one" / "p.png", "first"));
    ASSERT_TRUE(writeFileAtomically(folder / "two" / "p.png", "second"));
    const std::vector<PictureAnswer> answers{{1, folder / "one" / "p.png", {{"Nami", 1.0}}, "Nami", {}},
                                             {2, folder / "two" / "p.png", {{"Nami", 1.0}}, "Nami", {}},
                                             {3, folder / "gone.png", {}, {}, "gone"}};
    const auto sort = [&] {
        SortIntoFoldersJob job(answers, folder / "out");
        JobContext context;
        EXPECT_EQ(runJob(job, context).state, JobState::Succeeded);
        return std::pair(job.copied(), job.alreadyThere());
    };
    EXPECT_EQ(sort(), std::pair(std::size_t{2}, std::size_t{0}));
    EXPECT_EQ(readTextFile(folder / "out" / "Nami" / "p.png").value(), "first");
    EXPECT_EQ(readTextFile(folder / "out" / "Nami" / "p-2.png").value(), "second");
    EXPECT_EQ(sort(), std::pair(std::size_t{0}, std::size_t{2})) << "a second time copies nothing";
    EXPECT_TRUE(std::filesystem::exists(folder / "one" / "p.png"));
}

TEST(PredictionFiles, NoClassNameLeadsOutOfTheFolder)
{
    TemporaryFolder folder;
    ASSERT_TRUE(writeFileAtomically(folder / "p.png", "picture"));
    const auto outside = (folder / "outside").string();
    std::vector<PictureAnswer> answers;
    for (const auto& verdict :
         {std::string("../escaped"), outside, std::string(".."), std::string("."), std::string(),
          std::string("a\\b\nc"), std::string("ナミ"), std::string(300, 'x')})
        answers.push_back({1, folder / "p.png", {{verdict, 1.0}}, verdict, {}});
    SortIntoFoldersJob job(answers, folder / "out");
    JobContext context;
    ASSERT_EQ(runJob(job, context).state, JobState::Succeeded);
    EXPECT_EQ(job.copied(), answers.size());
    std::size_t below = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "out"))
        below += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(below, answers.size());
    EXPECT_FALSE(std::filesystem::exists(folder / "escaped"));
    EXPECT_FALSE(std::filesystem::exists(outside));
    EXPECT_TRUE(std::filesystem::exists(folder / "out" / "ナミ" / "p.png"));
    EXPECT_EQ(folderNameOf("../escaped"), ".._escaped");
    EXPECT_EQ(folderNameOf(".."), "_..");
    EXPECT_EQ(folderNameOf(std::string(199, 'x') + "ナ"), std::string(199, 'x')) << "no half of a letter";
}

TEST(FilesBelow, LeavesOutWhatIsNoFile)
{
    TemporaryFolder folder;
    std::filesystem::create_directories(folder / "in");
    const auto red = writePlain(folder / "in" / "red.png", {200, 0, 0});
    ASSERT_EQ(mkfifo((folder / "in" / "pipe").c_str(), 0600), 0);
    using Files = std::vector<std::filesystem::path>;
    EXPECT_EQ(filesBelow({folder / "in"}), Files{red});
    EXPECT_EQ(filesBelow({folder / "in" / "pipe", "/dev/null", red}), Files{red});
    EXPECT_EQ(filesBelow({folder / "missing.png"}), Files{folder / "missing.png"}) << "its answer says so";
}

TEST(PredictJob, RefusesWhatIsUnlikeItsTrainingPicturesWhereTheCheckpointKnowsThem)
{
    TemporaryFolder folder;
    const auto red = writePlain(folder / "red.png", {200, 0, 0});
    const auto blue = writePlain(folder / "blue.png", {0, 0, 200});
    const std::string learned(64, 'a');
    auto features = FeatureFile::open(folder / "best.open-set.features", FeaturePrecision::Half).value();
    features.append(std::span(&learned, 1), std::vector<float>{1, 0}); // red
    OpenSet rule;
    rule.classes = {"Red", "Other"};
    rule.temperature = 200;
    rule.threshold = 1; // log odds of both pictures are 1, likenesses 1 and −1
    nlohmann::json json = rule;
    json["training_pictures"] = {learned};
    ASSERT_TRUE(writeFileAtomically(folder / "best.open-set.json", json.dump()));

    const auto answers = ask({red, blue}, folder / "best.safetensors");
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0].verdict, "Red");
    EXPECT_NEAR(answers[0].top[0].second, 1 / (1 + std::exp(-1)), 1e-6); // calibrated
    EXPECT_EQ(answers[1].verdict, noneVerdict);
    EXPECT_EQ(answers[1].top[0].first, "Other");

    ASSERT_EQ(answers[0].near.size(), 1u);
    EXPECT_EQ(answers[0].near[0].sha256, learned);
    EXPECT_NEAR(answers[0].near[0].likeness, 1, 1e-6);
    EXPECT_EQ(answers[0].logits, (std::vector<float>{200, 0}));

    json["epoch"] = 3; // of another model
    ASSERT_TRUE(writeFileAtomically(folder / "best.open-set.json", json.dump()));
    EXPECT_EQ(ask({blue}, folder / "best.safetensors")[0].verdict, "Other");
}

TEST(PredictJob, NamesBothWhereTheHalvesAreOfTwoClasses)
{
    TemporaryFolder folder;
    cv::Mat both(8, 8, CV_8UC3, cv::Scalar(0, 0, 200));
    both(cv::Rect(0, 0, 4, 8)) = cv::Scalar(200, 0, 0);
    ASSERT_TRUE(writeFileAtomically(folder / "both.png", encodePng(both).value()));
    const auto red = writePlain(folder / "red.png", {200, 0, 0});
    const std::string learned(64, 'a');
    auto features = FeatureFile::open(folder / "best.open-set.features", FeaturePrecision::Half).value();
    features.append(std::span(&learned, 1), std::vector<float>{1, 0});
    OpenSet rule;
    rule.classes = {"Red", "Other"};
    rule.temperature = 200; // each half is sure by e : 1
    rule.threshold = -100;
    rule.several.emplace().threshold = std::log(0.5);
    nlohmann::json json = rule;
    json["training_pictures"] = {learned};
    ASSERT_TRUE(writeFileAtomically(folder / "best.open-set.json", json.dump()));

    const auto checkpoint = folder / "best.safetensors";
    const auto answers = ask({folder / "both.png", red}, checkpoint);
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0].verdict, severalVerdict);
    EXPECT_EQ(answers[0].several, (std::vector<std::string>{"Red", "Other"}));
    EXPECT_EQ(answers[1].verdict, "Red");
    EXPECT_TRUE(answers[1].several.empty());

    json.erase("several");
    json.erase("version");
    ASSERT_TRUE(writeFileAtomically(folder / "best.open-set.json", json.dump()));
    EXPECT_EQ(ask({folder / "both.png"}, checkpoint)[0].verdict, "Other")
        << "an older file has no such verdict";
}

TEST(PictureHalves, AJoinedPictureComesApartIntoItsTwo)
{
    const cv::Mat red(20, 10, CV_8UC3, cv::Scalar(200, 0, 0)), blue(40, 20, CV_8UC3, cv::Scalar(0, 0, 200));
    const auto beside = joined(red, blue, Joint::SideBySide);
    EXPECT_EQ(beside.size(), cv::Size(20, 20)) << "the second keeps its aspect";
    EXPECT_EQ(halvesOf(beside)[0].at<cv::Vec3b>(5, 5), cv::Vec3b(200, 0, 0));
    EXPECT_EQ(halvesOf(beside)[1].at<cv::Vec3b>(5, 5), cv::Vec3b(0, 0, 200));
    const auto above = joined(blue, red, Joint::OneAboveTheOther);
    EXPECT_EQ(above.size(), cv::Size(20, 80));
    EXPECT_EQ(halvesOf(above)[2].at<cv::Vec3b>(5, 5), cv::Vec3b(0, 0, 200));
    EXPECT_EQ(halvesOf(above)[3].at<cv::Vec3b>(5, 5), cv::Vec3b(200, 0, 0));
    for (const auto& half : halvesOf(cv::Mat(1, 1, CV_8UC3, cv::Scalar(1, 2, 3))))
        EXPECT_EQ(half.size(), cv::Size(1, 1));
}

} // namespace nakama::test
