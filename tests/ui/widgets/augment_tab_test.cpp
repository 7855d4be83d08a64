#include "core/collect/import_job.h"
#include "core/curate/split_job.h"
#include "core/training/epoch_feed.h"
#include "core/training/tile_preview.h"
#include "core/workflow/augment_settings.h"
#include "core/workflow/train_job.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/widgets/screenshot.h"
#include "tests/unit/workflow/fake_engine.h"
#include "ui/tabs/augment/augment_form.h"
#include "ui/tabs/augment/augment_tab.h"
#include "ui/tabs/augment/tile_dialog.h"
#include "ui/theme/appearance.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/session.h"
#include "ui/widgets/empty_state.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPixmap>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace nakama
{

class AugmentTabTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AugmentTab> m_tab;

    static void mustRun(Job& job)
    {
        JobContext context;
        const auto outcome = runJob(job, context);
        QVERIFY2(outcome.state == JobState::Succeeded, outcome.error.text().c_str());
    }

    void makeWorkspace()
    {
        WorkspaceParams params;
        params.classes = {{"Round", "Round", {}, {}}, {"Ball", "Ball", {}, {}}};
        const auto workspace = Workspace::create(*m_folder / "ws", params).value();
        test::writeShapeFolders(*m_folder / "in", {"Round", "Ball"}, {10, 10});
        ImportParams import;
        import.paths = {*m_folder / "in"};
        ImportJob job(workspace, import);
        mustRun(job);
    }

    void split()
    {
        // One shape on a plain page is a crop of another.
        SplitJob job(m_session->workspace(),
                     SplitJobParams{{0.6, 0.2, 0.2, 1}, {}, CopiesInSplit::Ignored, {}});
        mustRun(job);
        m_session->refresh();
        QTRY_VERIFY(m_session->snapshot().split.has_value());
    }

    /** With the split, the engine and the first tiles. */
    void showTiles()
    {
        m_session->loadEngine();
        split();
        QTRY_VERIFY(tiles() > 0);
    }

    QListView* grid() const { return m_tab->findChild<QListView*>(QStringLiteral("tiles")); }
    int tiles() const { return grid()->model()->rowCount(); }

    /** What the model gets, as the tab shows it: the right one of the two pictures. */
    QImage shownTile(int row) const
    {
        const auto pair = grid()->model()->index(row, 0).data(Qt::DecorationRole).value<QPixmap>().toImage();
        const int side = named<QSpinBox>("input")->value();
        return pair.copy(pair.width() - pair.height(), 0, pair.height(), pair.height())
            .scaled(side, side, Qt::IgnoreAspectRatio, Qt::FastTransformation) // shown in whole pixels
            .convertToFormat(QImage::Format_RGB888);
    }

    template<typename T>
    T* named(const char* name) const
    {
        return m_tab->findChild<T*>(QString::fromLatin1(name));
    }

    QCheckBox* switchOf(const char* row) const { return named<QWidget>(row)->findChild<QCheckBox*>(); }

    AugmentParams kept() const { return loadAugmentSettings(m_session->workspace()).value(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        makeWorkspace();
        m_session = std::make_unique<Session>();
        m_tab = std::make_unique<AugmentTab>(*m_session);
        m_tab->resize(1180, 720);
        m_tab->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tab.get()));
        m_session->openWorkspace(*m_folder / "ws");
        QTRY_VERIFY(m_session->isSnapshotRead());
    }

    void cleanup()
    {
        m_tab.reset();
        m_session.reset();
        m_folder.reset();
    }

    void withoutASplitItSaysWhatToDo()
    {
        auto* empty = m_tab->findChild<EmptyState*>();
        QVERIFY(empty->isVisible());
        test::screenshot(*m_tab, QStringLiteral("augment-empty"));
        QSignalSpy wanted(m_tab.get(), &AugmentTab::splitRequested);
        empty->findChild<QPushButton*>()->click();
        QCOMPARE(wanted.count(), 1);
        split();
        QTRY_VERIFY(!empty->isVisible());
    }

    void trainingGetsTheTilesThatAreShownBitForBit()
    {
        showTiles();
        switchOf("Solarize")->click();
        switchOf("Rotate")->click();
        QTRY_VERIFY(!kept().trivial.uses[static_cast<std::size_t>(Operation::Rotate)]);
        QTRY_COMPARE(tiles(), 12); // 60 % of 20 pictures are fewer than a batch

        Batch trained;
        Preprocessing preprocessing;
        test::FakeEngine engine;
        engine.onTrain = [&](const TrainingConfig& config, const TrainingData& data, const TrainingObserver&,
                             JobContext& context) -> Result<TrainingResult> {
            PictureSource source(data.train, config.preprocessing.resize, data.preparedFolder, 0);
            trained = *epochFeed(source, config, 1)->next(context).value();
            preprocessing = config.preprocessing;
            return TrainingResult{};
        };
        TrainRequest request;
        request.inputSize = named<QSpinBox>("input")->value();
        request.seed = static_cast<std::uint64_t>(named<QSpinBox>("seed")->value());
        TrainJob job(m_session->workspace(), engine, request);
        mustRun(job);

        QCOMPARE(static_cast<int>(trained.size()), tiles());
        const auto floats = static_cast<std::ptrdiff_t>(trained.inputs.size() / trained.size());
        const auto same = [&] {
            for (int row = 0; row < tiles(); ++row) {
                const auto begin = trained.inputs.begin() + row * floats;
                const std::vector<float> pixels(begin, begin + floats);
                if (shownTile(row) !=
                    toQImage(denormalised(pixels, preprocessing)).convertToFormat(QImage::Format_RGB888))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(same());
        test::screenshot(*m_tab, QStringLiteral("augment-batch"));
    }

    void rollingAgainDrawsOtherTilesOfTheSamePictures()
    {
        showTiles();
        const QImage before = shownTile(0);
        const int seed = named<QSpinBox>("seed")->value();
        named<QPushButton>("reroll")->click();
        QVERIFY(named<QSpinBox>("seed")->value() != seed);
        QTRY_VERIFY(shownTile(0) != before);
        named<QSpinBox>("seed")->setValue(seed);
        QTRY_VERIFY(shownTile(0) == before);
    }

    void classesAndPicturesCanBeChosen()
    {
        showTiles();
        named<QComboBox>("class")->setCurrentIndex(1);
        QTRY_COMPARE(tiles(), 6);
        test::screenshot(*m_tab, QStringLiteral("augment-class"));
        auto* pictures = named<QComboBox>("picture");
        QVERIFY(pictures->isVisible());
        QCOMPARE(pictures->count(), 7);
        pictures->setCurrentIndex(3);
        QTRY_COMPARE(tiles(), 24); // epochs
        QVERIFY(shownTile(0) != shownTile(1));
        test::screenshot(*m_tab, QStringLiteral("augment-picture"));
    }

    void theRecipeComesBack()
    {
        showTiles();
        switchOf("trivial")->click();
        QTRY_VERIFY(!kept().trivial.enabled);
        named<QPushButton>("reset")->click();
        QTRY_COMPARE(kept().trivial.enabled, true);
        QVERIFY(kept() == AugmentParams::recipe());
        QVERIFY(m_tab->findChild<AugmentForm*>()->params() == AugmentParams::recipe());
    }

    void theFormKeepsEverySetting()
    {
        AugmentParams params = AugmentParams::recipe();
        params.crop.minScale = 0.35;
        params.flipProbability = 0.25;
        params.rotation = {true, 40};
        params.jitter = {true, 0.1, 0.3, 0.5, 0.02};
        params.trivial.levels = 11;
        params.trivial.strengths[5] = 0.4;
        params.trivial.uses[7] = false;
        params.blur.enabled = true;
        params.blur.maxSigma = 3;
        params.erasing.fill = RandomErasingParams::Fill::Value;
        params.mixing = {true, 0.4, true, 0.8};
        AugmentForm form;
        form.setParams(params);
        const auto back = form.params();
        QVERIFY(std::abs(back.crop.minScale - 0.35) < 1e-9 &&
                std::abs(back.trivial.strengths[5] - 0.4) < 1e-9);
        form.setParams(back);
        QVERIFY(form.params() == back);
        params.letterbox = true;
        form.setParams(params);
        QVERIFY(form.params().letterbox);
    }

    void aTileCanBeEnlarged()
    {
        showTiles();
        Q_EMIT grid()->activated(grid()->model()->index(0, 0));
        auto* dialog = m_tab->findChild<TileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        test::screenshot(*dialog, QStringLiteral("augment-tile"));
        dialog->close();
    }
};

} // namespace nakama

QTEST_MAIN(nakama::AugmentTabTest)
#include "augment_tab_test.moc"
