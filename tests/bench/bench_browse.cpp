// How the grid of pictures behaves with a catalogue of 100,000: time to open, the longest stalls of the
// window's thread while it scrolls from one end to the other, and memory. Prints figures, and makes its
// workspace itself.

#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/catalogue.h"
#include "tests/support/stall_meter.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/dataset/browse_panel.h"
#include "ui/widgets/image_grid.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

using namespace nakama;

namespace
{

constexpr int drawings = 64;

template<typename T>
T must(Result<T> result)
{
    if (!result) {
        fmt::print(stderr, "{}\n", result.error().text());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/** Rows of their own, whose files are links to a few drawings: only the content is the same. */
void makeWorkspace(const std::filesystem::path& folder, int pictures)
{
    std::vector<ClassInfo> classes;
    for (int i = 0; i < 18; ++i)
        classes.push_back({"class " + std::to_string(i), "", {}, {}});
    const auto workspace = must(Workspace::create(folder, {"", classes, false}));
    for (int i = 0; i < drawings; ++i) {
        cv::Mat drawing(480, 360, CV_8UC3);
        cv::RNG random(static_cast<std::uint64_t>(i));
        random.fill(drawing.rowRange(0, 40), cv::RNG::UNIFORM, 0, 255);
        drawing.rowRange(40, 480) = cv::Scalar(i * 4, 255 - i * 3, 128);
        const auto file = must(encodeJpeg(drawing));
        std::ofstream out(folder / fmt::format("{}.jpg", i), std::ios::binary);
        out.write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    }
    auto catalogue = must(workspace.catalogue());
    must(catalogue.transaction([&]() -> Result<void> {
        for (int i = 0; i < pictures; ++i) {
            NewImage image;
            image.sha256 = sha256(std::to_string(i));
            image.extension = "jpg";
            image.width = 360;
            image.height = 480;
            image.bytes = 20000;
            image.source = i % 3 == 0 ? "danbooru" : "folder";
            image.originalName = fmt::format("folder/picture {}.jpg", i);
            image.classIndex = i % 19 - 1;
            const auto path = workspace.imagePath(image.sha256, image.extension);
            std::filesystem::create_directories(path.parent_path());
            std::filesystem::create_hard_link(folder / fmt::format("{}.jpg", i % drawings), path);
            NAKAMA_TRY([[maybe_unused]] const auto id, catalogue.addImage(image));
        }
        return {};
    }));
}

std::string memory(const std::string& field)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field))
            return line.substr(line.find_first_of("0123456789"));
    return "unknown";
}

std::string percentiles(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    return fmt::format("median {:.1f}, p99 {:.1f}, longest {:.1f} ms of {}", at(0.5), at(0.99), at(1),
                       values.size());
}

/**
 * Scrolls through the whole list, a step every 16 ms, and says for how long the window's thread answered
 * nothing meanwhile, and how long a step with its painting took.
 */
void scroll(ImageGrid& grid, int steps, const char* name)
{
    auto* const bar = grid.verticalScrollBar();
    std::vector<double> frames;
    QEventLoop loop;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    int step = 0;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        if (step > steps)
            return loop.quit();
        QElapsedTimer clock;
        clock.start();
        bar->setValue(static_cast<int>(static_cast<double>(bar->maximum()) * step++ / steps));
        grid.viewport()->repaint();
        frames.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    });
    const test::StallMeter stalls;
    timer.start(16);
    loop.exec();
    fmt::print(
        "{}: stalls by the clock p99 {:.1f}, longest {:.1f} ms; computing p99 {:.1f}, longest {:.1f} ms;"
        " of {}\n",
        name, stalls.wallMs(0.99), stalls.wallMs(1), stalls.cpuMs(0.99), stalls.cpuMs(1), stalls.ticks());
    fmt::print("{}: a step with its painting {}\n", name, percentiles(frames));
}

/** The number of pictures: the first argument, if it is none of Google Benchmark's, which `./dev bench`
 * passes to all. Nothing where it is no number. */
std::optional<int> picturesOf(const QStringList& arguments)
{
    for (const QString& argument : arguments.mid(1)) {
        if (argument.startsWith(QLatin1String("--benchmark_")))
            continue;
        bool isNumber = false;
        const int pictures = argument.toInt(&isNumber);
        return isNumber && pictures >= 19 ? std::optional(pictures) : std::nullopt;
    }
    return 100'000;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const auto asked = picturesOf(QApplication::arguments());
    if (!asked) {
        fmt::print(stderr, "usage: bench_browse [PICTURES], at least 19 of them\n");
        return 2;
    }
    const int pictures = *asked;
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "workspace", pictures);
    fmt::print("{} pictures; memory before opening {}\n", pictures, memory("VmRSS"));

    Session session;
    BrowsePanel panel(session);
    panel.resize(1280, 800);
    panel.show();
    auto* const model = panel.findChild<PictureListModel*>();
    auto* const grid = panel.findChild<ImageGrid*>();
    QElapsedTimer clock;
    clock.start();
    session.openWorkspace(folder / "workspace");
    const auto until = [&](const char* what, auto isThere) {
        if (!QTest::qWaitFor(isThere, 60'000))
            must(Result<void>(fail(ErrorCode::Internal, what)));
        fmt::print("{} after {} ms\n", what, clock.elapsed());
    };
    until("listed", [&] { return model->rowCount() == pictures; });
    until("first names", [&] { return model->recordAt(0) != nullptr; });
    until("first pictures",
          [&] { return model->index(0, 0).data(Qt::DecorationRole).typeId() == QMetaType::QImage; });
    scroll(*grid, 2000, "first scroll through all");
    scroll(*grid, 2000, "second scroll");
    clock.start();
    panel.showClass(3);
    until("filtered by class", [&] { return model->rowCount() == (pictures - 4 + 18) / 19; });
    fmt::print("memory {}, at most {}\n", memory("VmRSS"), memory("VmHWM"));
    return 0;
}
