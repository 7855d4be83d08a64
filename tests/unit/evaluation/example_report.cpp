#include "tests/unit/evaluation/example_report.h"

#include "core/base/random.h"
#include "core/imaging/encode.h"
#include "tests/support/shapes.h"

#include <fmt/format.h>

#include <cmath>

namespace nakama::test
{

namespace
{

/** A drawn shape, cut to this height. */
std::vector<std::byte> jpegOf(int width, int height)
{
    return encodeJpeg(paintShape(height % 3, height, width).rowRange(0, height).clone(), 80).value();
}

} // namespace

ReportData exampleReport()
{
    PredictionTable table{{"Anna", "Bo", "Cy"}, {}};
    for (int i = 0; i < 12; ++i) {
        const int answer = i % 3 == 2 ? 0 : i % 3;
        table.rows.push_back({"", "", i % 3, {answer == 0 ? 2.0f : 0, answer == 1 ? 2.0f : 0, 0}});
    }
    ReportData data;
    data.title = "A test";
    data.model = "resnet18";
    data.split = "test";
    data.metrics = computeMetrics(table).value();
    data.metrics.intervals = bootstrapIntervals(table, {}, 100);
    data.epochs = {
        {1, 1.5, 1.4, {0.3, 0.2, 0.3}}, {2, 1.0, 1.1, {0.6, 0.5, 0.6}}, {3, 0.8, 1.2, {0.5, 0.4, 0.5}}};
    data.bestEpoch = 2;
    return data;
}

ReportData fullReport(int classes)
{
    PredictionTable table;
    for (int k = 0; k < classes; ++k)
        table.classes.push_back(k == 0   ? "ルフィ"
                                : k == 1 ? "Хлоя"
                                : k == 2 ? "a class with a name that is rather long, as some are"
                                         : fmt::format("class {}", k));
    RandomStream random(5, RandomPurpose::Bootstrap);
    for (int i = 0; i < 12 * classes; ++i) {
        Prediction row{fmt::format("p{}", i), fmt::format("p{}.png", i), i % classes, {}};
        for (int k = 0; k < classes; ++k)
            row.logits.push_back(static_cast<float>(2 * random.uniform() + (k == row.label ? 1.5 : 0)));
        table.rows.push_back(std::move(row));
    }
    ReportData data;
    data.title = "One Piece, eighteen characters";
    data.workspace = "/home/someone/pictures/one-piece";
    data.runId = "2026-01-31-resnet18-1";
    data.model = "resnet18";
    data.split = "test";
    data.trainedAt = "2026-01-31T10:00:00Z";
    data.evaluatedAt = "2026-01-31T12:00:00Z";
    data.metrics = computeMetrics(table).value();
    data.metrics.intervals = bootstrapIntervals(table, {}, 100);
    data.metrics.groups = data.metrics.n;
    data.metrics.leakedGroups = 0;
    data.metrics.calibration = Calibration{1.4, 0.09, 0.03};
    data.precisionRecall = precisionRecallCurves(table);
    data.reliability = reliability(table);
    data.reliability.bins.back() = {0.93, 1, 12, 0.97, 0.9};
    for (int i = 0; i < 6; ++i)
        data.worst.push_back({fmt::format("picture {}.png", i), "Хлоя", "ルフィ", 0.03, 0.91, 160,
                              60 + 20 * i, jpegOf(160, 60 + 20 * i),
                              i % 2 == 0 ? "by someone, https://booru.example/posts/1" : ""});
    data.parts = {"train", "val", "test"};
    for (const auto& name : table.classes)
        data.classCounts.push_back({name, {56, 12, 12}});
    for (int epoch = 1; epoch <= 30; ++epoch) {
        const double left = std::exp(-epoch / 8.0);
        data.epochs.push_back({epoch,
                               2.6 * left + 0.2,
                               2.4 * left + 0.5,
                               {0.85 - 0.7 * left, 0.82 - 0.7 * left, 0.84 - 0.7 * left}});
    }
    data.bestEpoch = 27;
    data.settings = {
        {"Model", "resnet18"}, {"Start", "from scratch"}, {"Loss", "class-weighted cross-entropy"}};
    data.data = {
        {"Pictures", "1440"},
        {"Source danbooru", "1440"},
        {"Copies in the split", "kept together in one part"},
        {"Attribution", "1440 from https://booru.example, each with its post and artist in the workspace"}};
    data.configuration = "{\n  \"model\": \"resnet18\",\n";
    for (int i = 0; i < 80; ++i)
        data.configuration += fmt::format("  \"setting_{}\": {},\n", i, i);
    data.configuration += "  \"seed\": 1\n}";
    data.notes = {"2 of 18 classes have fewer than 10 pictures here; their own F1 says little.",
                  "Skipped broken.png: the file ends too early"};
    return data;
}

} // namespace nakama::test
