#include "core/base/atomic_file.h"
#include "core/imaging/encode.h"
#include "core/training/feature_file.h"
#include "tests/ui/window/window_driver.h"
#include "tests/unit/workflow/split_workspace.h"
#include "ui/viewmodels/asked_pictures_model.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/image_grid.h"
#include "ui/window/drop_overlay.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"
#include "ui/window/window_host.h"
#include "ui/window/workspace_page.h"

#include <QDropEvent>
#include <QElapsedTimer>
#include <QLabel>
#include <QMimeData>
#include <QTest>

#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include <cmath>

using namespace nakama;

/** What is dropped on the Ask half of the window, as real events, with a run whose model tells red pictures.
 */
class WindowDropsTest : public QObject
{
    Q_OBJECT

public:
    static void initMain() { test::useOwnHome(); }

private:
    MainWindow& window() { return m_host->window(); }
    std::filesystem::path plain(const std::string& name, const cv::Scalar& rgb);
    /** Calibrates by 200 and refuses nothing. */
    static void writeRule(const Workspace& workspace, const std::filesystem::path& checkpoint);
    /** Over the right half, where dropping asks. */
    void drop(QMimeData& data);
    void dropFiles(const QList<QUrl>& urls);
    AskedPicturesModel& asked();
    QString state();
    QString message();
    std::string verdictOf(int row)
    {
        return asked().pictures()[static_cast<std::size_t>(row)].answer.verdict;
    }

    std::unique_ptr<test::SplitWorkspace> m_workspace;
    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<WindowHost> m_host;

private Q_SLOTS:
    void init();
    void cleanup();
    void filesWithNamesOfAllKinds();
    void aListWithEntriesThatAreNoPictures();
    void pixels();
    void picturesWithinAnAddressAndAPage();
    void anAddressIsTakenAndExplained();
    void whatIsNoPictureIsNotTaken();
    void aThousandFiles();
    void hugeBrokenAndSpecialFiles();
    void anEmptyFolderSaysSo();
};

void WindowDropsTest::init()
{
    m_folder = std::make_unique<test::TemporaryFolder>();
    m_workspace = std::make_unique<test::SplitWorkspace>();
    const auto workspace = m_workspace->close();
    {
        const auto opened = Workspace::open(workspace, Access::ReadWrite).value();
        auto catalogue = opened.catalogue().value();
        auto run = catalogue.addRun("resnet18", 3).value();
        run.bestEpoch = 1;
        QVERIFY(catalogue.updateRun(run));
        const auto checkpoint = bestCheckpoint(opened, run.id);
        std::filesystem::create_directories(checkpoint.parent_path());
        QVERIFY(writeFileAtomically(checkpoint, "weights"));
        writeRule(opened, checkpoint);
    }
    m_host = std::make_unique<WindowHost>();
    test::showAndActivate(window());
    m_host->session().openWorkspace(workspace);
    m_host->session().loadEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_host->session().isSnapshotRead() && m_host->session().engine() != nullptr,
                             30000);
    window().setCurrentPage(WorkspacePage::Dataset);
}

void WindowDropsTest::writeRule(const Workspace& workspace, const std::filesystem::path& checkpoint)
{
    OpenSet rule;
    rule.classes = {"Red", "Other"};
    rule.temperature = 200;
    rule.threshold = -100;
    rule.knownRefused = {3, 31};
    rule.several.emplace().threshold = std::log(0.5);
    rule.several->singles = {7, 140};
    rule.several->pairs = {139, 150};
    auto features =
        FeatureFile::open(checkpoint.parent_path() / "best.open-set.features", FeaturePrecision::Half)
            .value();
    nlohmann::json json = rule;
    const auto pictures = picturesOf(workspace, EvaluationSet::Train).value();
    for (const auto& picture : pictures) {
        const auto angle = 0.1f * static_cast<float>(json["training_pictures"].size());
        features.append(std::span(&picture.sha256, 1), std::vector<float>{1, angle});
        json["training_pictures"].push_back(picture.sha256);
    }
    QVERIFY(writeFileAtomically(openSetRuleBeside(checkpoint), json.dump()));
}

void WindowDropsTest::cleanup()
{
    m_host.reset();
    m_workspace.reset();
    m_folder.reset();
}

std::filesystem::path WindowDropsTest::plain(const std::string& name, const cv::Scalar& rgb)
{
    const auto path = *m_folder / name;
    std::filesystem::create_directories(path.parent_path());
    if (!writeFileAtomically(path, encodePng(cv::Mat(40, 60, CV_8UC3, rgb)).value()))
        qFatal("the test's picture could not be written");
    return path;
}

void WindowDropsTest::drop(QMimeData& data)
{
    const QPoint place(window().width() * 3 / 4, window().height() / 2);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(window().findChild<DropOverlay*>()->isVisible());
    QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &move);
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window(), &event);
    QVERIFY(event.isAccepted());
    QVERIFY(!window().findChild<DropOverlay*>()->isVisible());
}

void WindowDropsTest::dropFiles(const QList<QUrl>& urls)
{
    QMimeData data;
    data.setUrls(urls);
    drop(data);
    QCOMPARE(window().currentPage(), int(WorkspacePage::Predict));
}

AskedPicturesModel& WindowDropsTest::asked()
{
    for (auto* const grid : window().findChildren<ImageGrid*>())
        if (auto* const model = qobject_cast<AskedPicturesModel*>(grid->model()))
            return *model;
    qFatal("the page has no pictures");
}

QString WindowDropsTest::state()
{
    return window().findChild<QLabel*>(QStringLiteral("predictState"))->text();
}

QString WindowDropsTest::message()
{
    QString text;
    for (const auto* const label : window().messages().findChildren<QLabel*>())
        text += label->text();
    return window().messages().isVisible() ? text : QString();
}

void WindowDropsTest::filesWithNamesOfAllKinds()
{
    const auto red = plain("ナミ и 100% & #1?.png", {220, 0, 0});
    const auto blue = plain("имя с пробелом/b.png", {0, 0, 220});
    QMimeData data; // as a file manager writes it
    const QByteArray list = QUrl::fromLocalFile(toQString(red)).toEncoded() + "\r\n" +
                            QUrl::fromLocalFile(toQString(blue)).toEncoded() + "\r\n";
    QVERIFY2(list.contains("100%25") && list.contains("%23") && list.contains("%D0"), list.constData());
    data.setData(QStringLiteral("text/uri-list"), list);
    drop(data);
    QTRY_COMPARE(asked().answeredCount(), 2);
    QCOMPARE(verdictOf(0), std::string("Red"));
    QCOMPARE(verdictOf(1), std::string("Other"));
    QTest::qWait(300); // thumbnails and the nearest pictures, for people who look at the page
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        m_host->appearance().setAppearance(appearance);
        test::screenshot(window(), appearance == Appearance::Light ? QStringLiteral("predict-light")
                                                                   : QStringLiteral("predict-dark"));
    }
}

void WindowDropsTest::aListWithEntriesThatAreNoPictures()
{
    const auto red = plain("red.png", {220, 0, 0});
    QVERIFY(writeFileAtomically(*m_folder / "notes.txt", "no picture"));
    QMimeData data;
    data.setData(QStringLiteral("text/uri-list"),
                 "# a comment\r\n" + QUrl::fromLocalFile(toQString(*m_folder / "notes.txt")).toEncoded() +
                     "\r\nhttps://example.org/a.png\r\nmailto:nami@example.org\r\n" +
                     QUrl::fromLocalFile(toQString(red)).toEncoded() + "\r\n" +
                     QUrl::fromLocalFile(toQString(*m_folder / "gone.png")).toEncoded() + "\r\n");
    drop(data);
    QTRY_COMPARE(asked().answeredCount(), 3);
    QVERIFY(!asked().pictures()[0].answer.problem.empty());
    QCOMPARE(verdictOf(1), std::string("Red"));
    QVERIFY(!asked().pictures()[2].answer.problem.empty());
}

void WindowDropsTest::pixels()
{
    QImage red(30, 30, QImage::Format_RGB32);
    red.fill(QColor(220, 0, 0));
    QMimeData data;
    data.setImageData(red);
    data.setUrls({QUrl(QStringLiteral("https://example.org/a.png"))}); // as browsers add it
    drop(data);
    QTRY_COMPARE(asked().answeredCount(), 1);
    QCOMPARE(verdictOf(0), std::string("Red"));
}

void WindowDropsTest::picturesWithinAnAddressAndAPage()
{
    const auto png = encodePng(cv::Mat(20, 20, CV_8UC3, cv::Scalar(220, 0, 0))).value();
    const auto text = QByteArray(reinterpret_cast<const char*>(png.data()), std::ssize(png)).toBase64();
    const auto address = QStringLiteral("data:image/png;base64,") + QString::fromLatin1(text);
    QMimeData inAddress;
    inAddress.setUrls({QUrl(address)});
    drop(inAddress);
    QTRY_COMPARE(asked().answeredCount(), 1);
    QCOMPARE(verdictOf(0), std::string("Red"));
    QMimeData inPage;
    inPage.setHtml(QStringLiteral("<meta charset='utf-8'><img src=\"%1\">").arg(address));
    drop(inPage);
    QTRY_COMPARE(asked().answeredCount(), 2);
    QMimeData broken;
    broken.setUrls({QUrl(QStringLiteral("data:image/png;base64,AAAA"))});
    drop(broken);
    QTRY_VERIFY2(state().contains(QStringLiteral("dropped picture")), qPrintable(state()));
}

void WindowDropsTest::anAddressIsTakenAndExplained()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/a.png"))});
    drop(data);
    QVERIFY2(message().contains(QStringLiteral("address")), qPrintable(message()));
    QCOMPARE(window().currentPage(), int(WorkspacePage::Dataset));
}

void WindowDropsTest::whatIsNoPictureIsNotTaken()
{
    QMimeData data;
    data.setText(QStringLiteral("Nami, Zoro: 12/18"));
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&window(), &enter);
    QVERIFY(!enter.isAccepted());
    QVERIFY(!window().findChild<DropOverlay*>()->isVisible());
}

void WindowDropsTest::aThousandFiles()
{
    const auto first = plain("many/0.png", {220, 0, 0});
    QList<QUrl> urls{QUrl::fromLocalFile(toQString(first))};
    for (int i = 1; i < 1000; ++i) {
        const auto copy = first.parent_path() / (std::to_string(i) + ".png");
        std::filesystem::copy_file(first, copy);
        urls << QUrl::fromLocalFile(toQString(copy));
    }
    QElapsedTimer timer;
    timer.start();
    dropFiles(urls);
    QVERIFY2(timer.elapsed() < 2000, "the drop itself reads no file");
    QTRY_COMPARE(asked().rowCount(), 1000);
    QTRY_COMPARE_WITH_TIMEOUT(asked().answeredCount(), 1000, 60000);
    QCOMPARE(verdictOf(999), std::string("Red"));
}

void WindowDropsTest::hugeBrokenAndSpecialFiles()
{
    const auto huge = *m_folder / "huge.png";
    QVERIFY(writeFileAtomically(huge, "\x89PNG\r\n\x1a\n"));
    std::filesystem::resize_file(huge, 200 << 20);
    const auto broken = plain("broken.png", {220, 0, 0});
    std::filesystem::resize_file(broken, 60);
    QCOMPARE(mkfifo((*m_folder / "pipe.png").c_str(), 0600), 0);
    const auto red = plain("red.png", {220, 0, 0});
    dropFiles({QUrl::fromLocalFile(toQString(huge)), QUrl::fromLocalFile(toQString(broken)),
               QUrl::fromLocalFile(toQString(*m_folder / "pipe.png")), QUrl::fromLocalFile(toQString(red))});
    QTRY_COMPARE_WITH_TIMEOUT(asked().answeredCount(), 3, 60000);
    QVERIFY(!asked().pictures()[0].answer.problem.empty());
    QVERIFY(!asked().pictures()[1].answer.problem.empty());
    QCOMPARE(verdictOf(2), std::string("Red"));
}

void WindowDropsTest::anEmptyFolderSaysSo()
{
    std::filesystem::create_directories(*m_folder / "empty");
    dropFiles({QUrl::fromLocalFile(toQString(*m_folder / "empty"))});
    QTRY_VERIFY2(state().contains(QStringLiteral("no file")), qPrintable(state()));
    QCOMPARE(asked().rowCount(), 0);
    dropFiles({QUrl::fromLocalFile(toQString(plain("red.png", {220, 0, 0})))});
    QTRY_COMPARE(asked().answeredCount(), 1);
    QTRY_VERIFY2(!state().contains(QStringLiteral("no file")), qPrintable(state()));
}

QTEST_MAIN(WindowDropsTest)
#include "window_drops_test.moc"
