#include "core/base/atomic_file.h"
#include "core/models/model_spec.h"
#include "core/workflow/training_preset.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/download/material.h"
#include "ui/tabs/train/input_cost_label.h"
#include "ui/tabs/train/model_text.h"
#include "ui/tabs/train/train_form.h"
#include "ui/theme/appearance.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/weights_controller.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTest>

namespace nakama
{

namespace fs = std::filesystem;

namespace
{

constexpr auto beit = "beit_base_patch16_224";
const std::string beitFolder = "/microsoft/beit-base-patch16-224-pt22k-ft22k/resolve/main/";

void putBeit(test::StandInServer& server)
{
    server.put(beitFolder + "config.json", "{}");
    server.put(beitFolder + "preprocessor_config.json", "{}");
    server.put(beitFolder + "pytorch_model.bin", test::tinyBeit());
}

EngineInfo engineWithAllModels()
{
    EngineInfo engine{"test", {{"cpu", "CPU", 0}}, {}};
    for (const auto& spec : modelSpecs())
        engine.models.push_back({spec.id, spec.title, spec.summary, spec.preprocessing, spec.parameters,
                                 spec.minimumInput, spec.trainsHeadOnly});
    return engine;
}

} // namespace

/** Choosing a model, and what its training starts from. */
class TrainFormTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<test::TemporaryFolder> m_home;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<TrainForm> m_form;

    template<typename Widget>
    Widget* named(const char* name)
    {
        auto* widget = m_form->findChild<Widget*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("there is no '%s'", name);
        return widget;
    }

    void choose(const char* model)
    {
        auto* models = named<QComboBox>("model");
        models->setCurrentIndex(models->findData(QString::fromLatin1(model)));
    }
    QString state() { return named<QLabel>("weightsState")->text(); }
    QString problem() { return named<QLabel>("weightsProblem")->text(); }
    bool says(const QString& text)
    {
        for (const auto* label : m_form->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    /** Drags a file over the form and lets go; whether it was taken. */
    bool drop(const fs::path& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(toQString(path))});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_form.get(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_form.get(), &drop);
        return drop.isAccepted();
    }

    fs::path write(const char* name, const std::string& content)
    {
        const auto path = *m_home / name;
        if (!writeFileAtomically(path, content))
            qFatal("the test's file could not be written");
        return path;
    }

    void shoot(const char* name)
    {
        const QString folder = qEnvironmentVariable("NAKAMA_SCREENSHOTS");
        if (!folder.isEmpty())
            m_form->grab().save(QDir(folder).filePath(QString::fromLatin1(name)));
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatAModelIs();
    void getsPublishedWeightsAndStartsFromThem();
    void cancelsADownload();
    void aDownloadOutlivesItsWorkspace();
    void takesAFileForTheModelThatItFits();
    void saysWhatLoadingWeightsDid();
    void refusesWhatIsNoWeights();
    void remembersTheMirror();
    void opensWithTheRecipe();
    void aPresetSetsAllAndAChangeMakesItOnesOwn();
    void asksToKeepPicturesInMemoryOnlyWhereItIsAQuestion();
};

void TrainFormTest::init()
{
    m_home = std::make_unique<test::TemporaryFolder>();
    qputenv("NAKAMA_CACHE", (*m_home / "cache").c_str());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, toQString(m_home->path()));
    m_session = std::make_unique<Session>();
    m_form = std::make_unique<TrainForm>(*m_session);
    m_form->setEngine(engineWithAllModels());
    m_form->takeDropsOn(*m_form);
    m_form->resize(290, 620);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
}

void TrainFormTest::cleanup()
{
    m_form.reset();
    m_session.reset();
    m_home.reset();
}

void TrainFormTest::tellsWhatAModelIs()
{
    choose("resnet50");
    QVERIFY(says(QStringLiteral("The usual choice to start from published weights.")));
    QVERIFY(says(
        QStringLiteral("Sees the centre, 224 × 224, of a picture shrunk to 232 px on its shorter side")));
    QVERIFY(says(QStringLiteral("25.6 million parameters; licence BSD-3-Clause")));
    QCOMPARE(state(), QStringLiteral("Weights are not here yet: ImageNet-1K, 1000 classes"));
    auto* get = named<QPushButton>("getWeights");
    QVERIFY(get->isVisible());
    QCOMPARE(get->text(), QStringLiteral("&Get (103 MB)"));
    QCOMPARE(named<QComboBox>("startFrom")->count(), 1);
    QVERIFY(m_form->request().weights.empty());
    shoot("train-form-not-here.png");
    choose(beit);
    QVERIFY(says(QStringLiteral("Sees the whole picture, squeezed to 224 × 224 px")));
    QVERIFY(says(QStringLiteral("Apache-2.0")));
}

void TrainFormTest::getsPublishedWeightsAndStartsFromThem()
{
    test::StandInServer server;
    putBeit(server);
    WeightsController::setMirror(toQString(server.address()));
    choose(beit);
    named<QPushButton>("getWeights")->setFocus();
    QTest::keyClick(named<QPushButton>("getWeights"), Qt::Key_Space);
    QTRY_COMPARE(state(), QStringLiteral("Weights are here: ImageNet-22K, 21841 classes"));
    QVERIFY(!named<QPushButton>("getWeights")->isVisible());
    QCOMPARE(named<QComboBox>("startFrom")->currentText(), QStringLiteral("Published weights"));
    const auto path = *m_home / "cache/weights/beit-base-patch16-224-pt22k-ft22k";
    QCOMPARE(m_form->request().weights, path);
    QVERIFY(fs::exists(path / "pytorch_model.bin"));
    shoot("train-form-here.png");

    QVERIFY(m_form->request().freeze == FreezeMode::Body); // as the recipe says, now that there is a body

    named<QComboBox>("startFrom")->setCurrentIndex(0);
    QVERIFY(m_form->request().weights.empty());
    QVERIFY(m_form->request().freeze == FreezeMode::None);
    choose("resnet18");
    QVERIFY(m_form->request().weights.empty());
    choose(beit);
    QCOMPARE(m_form->request().weights, path);
    QCOMPARE(m_form->request().inputSize, 224);
}

void TrainFormTest::cancelsADownload()
{
    test::StandInServer server(R"({")" + beitFolder + R"(pytorch_model.bin": [{"bytesPerSecond": 200000}]})");
    putBeit(server);
    WeightsController::setMirror(toQString(server.address()));
    choose(beit);
    auto* get = named<QPushButton>("getWeights");
    QTest::mouseClick(get, Qt::LeftButton);
    auto* bar = m_form->findChild<QProgressBar*>();
    QTRY_VERIFY(bar->isVisible() && bar->value() > 50);
    QCOMPARE(get->text(), QStringLiteral("&Cancel"));
    QVERIFY(state().startsWith(QStringLiteral("Weights are on their way")));
    shoot("train-form-downloading.png");
    QTest::mouseClick(get, Qt::LeftButton);
    QTRY_VERIFY(state().startsWith(QStringLiteral("Weights are not here")));
    QVERIFY(!bar->isVisible());
    QVERIFY(m_form->request().weights.empty());
    QVERIFY(fs::exists(*m_home / "cache/weights/beit-base-patch16-224-pt22k-ft22k/pytorch_model.bin.part"));
}

void TrainFormTest::aDownloadOutlivesItsWorkspace()
{
    test::StandInServer server(R"({")" + beitFolder +
                               R"(pytorch_model.bin": [{"bytesPerSecond": 2000000}]})");
    putBeit(server);
    WeightsController::setMirror(toQString(server.address()));
    m_session->createWorkspace(*m_home / "w", {"", {{"A", "", {}, {}}}, false});
    QTRY_VERIFY(m_session->hasWorkspace());
    choose(beit);
    QTest::mouseClick(named<QPushButton>("getWeights"), Qt::LeftButton);
    QTRY_VERIFY(m_form->findChild<QProgressBar*>()->value() > 50);
    m_session->closeWorkspace();
    QTRY_VERIFY(state().startsWith(QStringLiteral("Weights are here")));
}

void TrainFormTest::takesAFileForTheModelThatItFits()
{
    const auto file = write("from a friend.safetensors", test::tinyBeit());
    choose("resnet18");
    QVERIFY(drop(file));
    QTRY_COMPARE(named<QComboBox>("model")->currentData().toString(), QString::fromLatin1(beit));
    QCOMPARE(named<QComboBox>("startFrom")->currentText(), QStringLiteral("from a friend.safetensors"));
    QCOMPARE(m_form->request().weights, file);
    QVERIFY(problem().contains(QStringLiteral("a BEiT base at 224 px for 5 classes")));
    QVERIFY(!fs::exists(*m_home / "cache")); // used where it is
    shoot("train-form-own.png");
}

void TrainFormTest::saysWhatLoadingWeightsDid()
{
    LoadReport report;
    report.matched = {"a", "b", "c"};
    QCOMPARE(weightsText(report), QStringLiteral("Weights loaded: 3 of the file's 3 tensors."));
    report.shapesDiffer = {"fc.weight: file (1000,8), model (18,8)"};
    report.leftOver = {"aux.weight"};
    report.replacedHead = "the file's classifier is for 1000 classes, this model's for 18";
    QCOMPARE(
        weightsText(report),
        QStringLiteral("Weights loaded: 3 of the file's 5 tensors. The last layer is new: the file's is not "
                       "for these classes."));
}

void TrainFormTest::refusesWhatIsNoWeights()
{
    choose("resnet18");
    QVERIFY(drop(write("page.pth", "<html>404</html>")));
    QTRY_VERIFY(problem().contains(QStringLiteral("web page")));
    QVERIFY(m_form->request().weights.empty());
    QVERIFY(drop(write("resnet50-11ad3fa6.pth", test::tinyBeit())));
    QTRY_VERIFY(problem().contains(QStringLiteral("11ad3fa62ca79e40")));
    QVERIFY(m_form->request().weights.empty());
    QVERIFY(!drop(write("picture.png", "png"))); // belongs to the window around
}

void TrainFormTest::opensWithTheRecipe()
{
    for (const auto* id : {"resnet50", "efficientnet_v2_s", beit}) {
        choose(id);
        const auto request = m_form->request();
        QCOMPARE(named<QComboBox>("preset")->currentText(), QStringLiteral("The recipe"));
        QCOMPARE(request.epochs, 30);
        QVERIFY(request.learning == LearningParams{});
        QVERIFY(request.compute == ComputeParams{});
        QVERIFY(request.augment);
        QCOMPARE(request.views, 8);
        QCOMPARE(request.inputSize.value(), findModelSpec(id).value().preprocessing.crop);
    }
}

void TrainFormTest::aPresetSetsAllAndAChangeMakesItOnesOwn()
{
    auto* preset = named<QComboBox>("preset");
    const auto take = [preset](TrainingPreset wanted) {
        preset->setCurrentIndex(preset->findData(static_cast<int>(wanted)));
        Q_EMIT preset->activated(preset->currentIndex());
    };
    choose("resnet50");
    named<QSpinBox>("headEpochs")->setValue(2);
    QCOMPARE(preset->currentIndex(), -1);
    named<QSpinBox>("headEpochs")->setValue(0);
    QCOMPARE(preset->currentText(), QStringLiteral("The recipe"));

    take(TrainingPreset::QuickTrial);
    QCOMPARE(m_form->request().inputSize.value(), 64);
    QVERIFY(m_form->request().learning.schedule == ScheduleKind::Cosine);
    choose("resnet18"); // the preset stays, for the other model
    QCOMPARE(preset->currentText(), QStringLiteral("Quick trial"));
    take(TrainingPreset::HeadFirst);
    QCOMPARE(m_form->request().learning.headEpochs, 8);
    QCOMPARE(m_form->request().inputSize.value(), 224);
    named<QCheckBox>("classWeights")->setChecked(false);
    QVERIFY(!m_form->request().learning.classWeights);
    QCOMPARE(preset->currentIndex(), -1);
    choose("resnet50"); // settings of one's own stay
    QCOMPARE(m_form->request().learning.headEpochs, 8);
    QVERIFY(!m_form->request().learning.classWeights);
    take(TrainingPreset::Recipe);
    QVERIFY(m_form->request().learning == LearningParams{});
}

void TrainFormTest::asksToKeepPicturesInMemoryOnlyWhereItIsAQuestion()
{
    auto* label = m_form->findChild<InputCostLabel*>();
    auto* box = m_form->findChild<QCheckBox*>(QStringLiteral("inMemory"));
    constexpr std::int64_t gigabyte = 1 << 30;
    const auto tell = [label](std::int64_t bytes) {
        InputCost cost;
        cost.memoryBytes = bytes;
        cost.memoryAvailable = 8 * gigabyte;
        Q_EMIT label->costChanged(cost);
    };
    tell(gigabyte / 2);
    QVERIFY(!box->isEnabled() && box->isChecked());
    QVERIFY(!m_form->request().picturesInMemory);
    tell(3 * gigabyte);
    QVERIFY(box->isEnabled() && !box->isChecked());
    QVERIFY2(box->text().contains(QLatin1String("3 GB")), qPrintable(box->text()));
    box->setChecked(true);
    QVERIFY(m_form->request().picturesInMemory);
    tell(5 * gigabyte);
    QVERIFY(!box->isEnabled() && !box->isChecked());
}

void TrainFormTest::remembersTheMirror()
{
    auto* mirror = named<QLineEdit>("mirror");
    mirror->setText(QStringLiteral(" https://mirror.example.org "));
    Q_EMIT mirror->editingFinished();
    QCOMPARE(WeightsController::mirror(), QStringLiteral("https://mirror.example.org"));
    TrainForm again(*m_session);
    QCOMPARE(again.findChild<QLineEdit*>(QStringLiteral("mirror"))->text(),
             QStringLiteral("https://mirror.example.org"));
    WeightsController::setMirror({});
    qputenv("NAKAMA_WEIGHTS_MIRROR", "https://other.example.org");
    QCOMPARE(WeightsController::mirror(), QStringLiteral("https://other.example.org"));
    qunsetenv("NAKAMA_WEIGHTS_MIRROR");
}

} // namespace nakama

QTEST_MAIN(nakama::TrainFormTest)
#include "train_form_test.moc"
