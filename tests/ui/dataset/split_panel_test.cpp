#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/workspace/image_writer.h"
#include "tests/support/drawing.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/dataset/split_panel.h"
#include "ui/viewmodels/class_balance_model.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace nakama;

/** Mixing sources on the dataset page: limits, and what they do to the balance. */
class SplitPanelTest : public QObject
{
    Q_OBJECT

private:
    /** 12 pictures of Ace (8 from danbooru), 4 of Nami. */
    static Workspace mixed(const std::filesystem::path& folder)
    {
        WorkspaceParams params;
        params.classes = {{"Ace", "Ace", {}, {}}, {"Nami", "Nami", {}, {}}};
        auto workspace = Workspace::create(folder, params).value();
        auto writer = ImageWriter::open(workspace).value();
        for (int i = 0; i < 16; ++i) {
            const auto png = encodePng(test::drawing(i)).value();
            NewImage image;
            image.sha256 = sha256(std::span<const std::byte>(png));
            image.extension = "png";
            image.width = 200;
            image.height = 160;
            image.bytes = static_cast<std::int64_t>(png.size());
            image.source = i < 8 ? "danbooru" : "kaggle";
            image.classIndex = i < 12 ? 0 : 1;
            if (!writer.add(image, png))
                qFatal("the test's picture could not be added");
        }
        if (!writer.commit())
            qFatal("the test's pictures could not be stored");
        return workspace;
    }

private Q_SLOTS:
    void limitsLeaveOutAndSayWhatBecameOfTheBalance();
};

void SplitPanelTest::limitsLeaveOutAndSayWhatBecameOfTheBalance()
{
    const test::TemporaryFolder folder;
    mixed(folder / "ws");
    Session session;
    SplitPanel panel(session);
    panel.show();
    session.openWorkspace(folder / "ws");
    QTRY_VERIFY(session.isSnapshotRead());
    QTRY_COMPARE(panel.findChildren<QSpinBox*>().size(), 6); // shares, seed, class, two sources

    panel.findChild<QSpinBox*>(QStringLiteral("perClass"))->setValue(6);
    QTest::mouseClick(panel.findChild<QPushButton*>(QStringLiteral("split")), Qt::LeftButton);
    QTRY_VERIFY(session.snapshot().split);
    QTRY_COMPARE(session.snapshot().split->beyondCaps, 6);
    const auto& parts = session.snapshot().counts.perClassSplit.at("Ace");
    QCOMPARE(parts.at("train") + parts.at("val") + parts.at("test"), std::int64_t{6});
    QString said;
    for (const auto* label : panel.findChildren<QLabel*>())
        said += label->text();
    QVERIFY2(said.contains(QStringLiteral("12 to 4")) && said.contains(QStringLiteral("6 to 4")),
             qPrintable(said));
    QVERIFY2(splitWarnings(session.snapshot()).isEmpty(), "left out is not added since");
}

QTEST_MAIN(SplitPanelTest)
#include "split_panel_test.moc"
