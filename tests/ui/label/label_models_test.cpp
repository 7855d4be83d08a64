#include "core/base/atomic_file.h"
#include "core/workflow/runs.h"
#include "tests/ui/label/label_host.h"
#include "ui/tabs/label/class_keys_view.h"
#include "ui/tabs/label/estimate_bar.h"
#include "ui/tabs/label/suggestion_bar.h"
#include "ui/tabs/label/suggestions.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>

using namespace nakama;
using test::LabelHost;

namespace
{

constexpr int trueTest = 6;
constexpr int pool = 5;

/** A workspace with a run that has a checkpoint and knows Nami and Zoro only, for an engine that reads none.
 */
void makeWithRun(const std::filesystem::path& folder)
{
    test::makeWorkspace(folder, {"Nami", "Zoro", "Robin"}, trueTest, pool);
    const auto workspace = test::must(Workspace::open(folder, Access::ReadWrite));
    auto catalogue = test::must(workspace.catalogue());
    auto run = test::must(catalogue.addRun("resnet18", 1));
    run.status = RunStatus::Finished;
    run.epochs = run.bestEpoch = 1;
    run.bestMacro = 0.5;
    test::must(catalogue.updateRun(run));
    const auto checkpoint = bestCheckpoint(workspace, run.id);
    std::filesystem::create_directories(checkpoint.parent_path());
    test::must(writeFileAtomically(checkpoint, std::string_view("weights")));
}

/** The page with the engine loaded, which counts what the engine is asked. */
struct ModelHost : LabelHost
{
    explicit ModelHost(const std::filesystem::path& folder) : LabelHost(folder)
    {
        session.loadEngine();
        QObject::connect(&session.jobs(), &JobRunner::jobAdded, &window, [this](const JobSnapshot& job) {
            asked += job.options.lane == JobLane::Gpu ? 1 : 0;
        });
    }
    bool isThere() const { return session.engine() && !session.snapshot().runs.empty() && isReady(); }
    /** The probabilities beside the keys; empty where the column is hidden. */
    QStringList probabilities() const
    {
        const auto* classes = tab.findChild<ClassKeysView*>();
        QStringList texts;
        for (int i = 0; !classes->isColumnHidden(2) && i < classes->topLevelItemCount(); ++i)
            texts << classes->topLevelItem(i)->text(2);
        return texts;
    }
    int numberAt(std::size_t place) const
    {
        return test::numberOf(controller.page().images.at(controller.page().queue[place].imageId));
    }

    int asked = 0;
};

} // namespace

/** What models may say on the Label page: of the pool on demand, of the true test one figure on demand. */
class LabelModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggestsForThePoolWhereAskedTo();
    void neverSuggestsForTheTrueTest();
    void estimatesOnDemandAndStaysBlind();
};

void LabelModelsTest::suggestsForThePoolWhereAskedTo()
{
    const test::TemporaryFolder folder;
    makeWithRun(folder / "w");
    ModelHost shown(folder / "w");
    QTRY_VERIFY(shown.isThere());
    shown.choose(LabelSet::Unlabelled);
    QTRY_VERIFY(shown.isReady() && shown.controller.currentImage()->pool == Pool::Pool);
    QTRY_VERIFY(shown.isIdle());
    auto& bar = *shown.tab.findChild<SuggestionBar*>();
    QVERIFY(bar.isVisible());
    QCOMPARE(shown.asked, 0); // nothing is computed before it is asked for
    QVERIFY(shown.probabilities().isEmpty());
    shown.view.setFocus();
    QVERIFY(shown.press(Qt::Key_F6));
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.controller.answered(), 0);

    const int seen = shown.numberAt(shown.controller.place());
    shown.child<QCheckBox>(QStringLiteral("suggestions")).setChecked(true);
    QTRY_VERIFY(!shown.probabilities().isEmpty());
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.asked, 1);
    QCOMPARE(shown.numberAt(0), seen); // what a key may be on its way to stays
    int before = 0;
    for (std::size_t place = 1; place < pool; ++place) { // of the others the engine is the surer the later
        QVERIFY(shown.numberAt(place) > before);
        before = shown.numberAt(place);
    }
    const auto percent = shown.probabilities()[seen % 2].section(QLatin1Char(' '), 0, 0).toInt();
    QVERIFY(percent > 50);
    shown.view.setFocus();
    QVERIFY(shown.press(Qt::Key_F6));
    QVERIFY(shown.press(Qt::Key_F6));
    QTRY_COMPARE(shown.controller.answered(), 2);
    QCOMPARE(shown.answerAt(0).classIndex, seen % 2);
    QCOMPARE(shown.answerAt(1).classIndex, shown.numberAt(1) % 2); // its own, also where keys are fast

    shown.child<QCheckBox>(QStringLiteral("suggestions")).setChecked(false);
    QTRY_VERIFY(shown.isIdle());
    QVERIFY(shown.probabilities().isEmpty());
    QCOMPARE(shown.asked, 1);
}

void LabelModelsTest::neverSuggestsForTheTrueTest()
{
    const test::TemporaryFolder folder;
    makeWithRun(folder / "w");
    ModelHost shown(folder / "w");
    QTRY_VERIFY(shown.isThere());
    auto& bar = *shown.tab.findChild<SuggestionBar*>();
    QVERIFY(!bar.isVisible());
    // Also where it was turned on for the pool before, or by whatever means.
    shown.child<QCheckBox>(QStringLiteral("suggestions")).setChecked(true);
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.asked, 0);
    shown.choose(LabelSet::Unlabelled);
    QTRY_VERIFY(!shown.probabilities().isEmpty());
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.asked, 1);
    for (const auto set : {LabelSet::TrueTest, LabelSet::SecondPass, LabelSet::Conflicts}) {
        shown.choose(set);
        QTRY_VERIFY(shown.isIdle());
        QCOMPARE(shown.controller.set(), set);
        QVERIFY(!bar.isVisible());
        QVERIFY(shown.probabilities().isEmpty());
    }
    shown.choose(LabelSet::TrueTest);
    QTRY_VERIFY(shown.isIdle());
    const auto& suggestions = *shown.tab.findChild<Suggestions*>();
    for (const auto& [id, image] : shown.controller.page().images)
        QVERIFY(suggestions.of(image).empty());
    shown.view.setFocus();
    QVERIFY(shown.press(Qt::Key_F6));
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.controller.answered(), 0);
    QVERIFY(!shown.textOf(QStringLiteral("help")).contains(QStringLiteral("suggestion")));
    QCOMPARE(shown.asked, 1);
}

void LabelModelsTest::estimatesOnDemandAndStaysBlind()
{
    const test::TemporaryFolder folder;
    makeWithRun(folder / "w");
    ModelHost shown(folder / "w");
    QTRY_VERIFY(shown.isThere());
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    const auto figure = [&] { return shown.textOf(QStringLiteral("figure")); };
    const auto sayTruth = [&] { // what the model says: of "i.png" i modulo 2
        return shown.press(shown.numberAt(shown.controller.place()) % 2 == 0 ? Qt::Key_1 : Qt::Key_2);
    };
    QVERIFY(sayTruth());
    QTRY_COMPARE(shown.controller.answered(), 1);
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.asked, 0);
    QVERIFY(figure().isEmpty());

    auto& button = shown.child<QPushButton>(QStringLiteral("estimate"));
    QVERIFY(button.isEnabled());
    button.click();
    auto* dialog = shown.tab.findChild<EstimateBar*>()->findChild<QDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    shown.comeBack();
    QTRY_VERIFY2(figure().contains(QStringLiteral("1 labelled picture")), qPrintable(figure()));
    QTRY_COMPARE(QApplication::focusWidget(), &shown.view);
    for (int answered = 2; answered <= trueTest; ++answered) {
        QVERIFY(sayTruth());
        QTRY_COMPARE(shown.controller.answered(), answered);
        QTRY_VERIFY2(figure().contains(QStringLiteral("%1 labelled").arg(answered)), qPrintable(figure()));
        QVERIFY(shown.probabilities().isEmpty());
    }
    QVERIFY2(figure().contains(QStringLiteral("Macro-F1 1.000 (95 %:")), qPrintable(figure()));
    QVERIFY2(figure().contains(QStringLiteral("2 of 2 classes")), qPrintable(figure()));
    QVERIFY(shown.press(Qt::Key_Z, Qt::ControlModifier));
    QTRY_VERIFY(figure().contains(QStringLiteral("%1 labelled").arg(trueTest - 1)));
    QVERIFY(shown.press(Qt::Key_3)); // a class that the run does not know
    QTRY_VERIFY2(figure().contains(QStringLiteral("1 left out")), qPrintable(figure()));
    QVERIFY2(figure().contains(QStringLiteral("%1 labelled").arg(trueTest - 1)), qPrintable(figure()));
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.asked, 1); // the model was asked once
    const auto& suggestions = *shown.tab.findChild<Suggestions*>();
    for (const auto& [id, image] : shown.controller.page().images)
        QVERIFY(suggestions.of(image).empty());
    button.click();
    QVERIFY(figure().isEmpty());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const test::OwnSettings settings;
    LabelModelsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "label_models_test.moc"
