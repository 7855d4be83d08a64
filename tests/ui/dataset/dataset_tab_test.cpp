#include "core/workspace/catalogue.h"
#include "tests/support/temporary_folder.h"
#include "tests/ui/dataset/dataset_workspace.h"
#include "tests/ui/widgets/screenshot.h"
#include "ui/tabs/dataset/browse_panel.h"
#include "ui/tabs/dataset/dataset_tab.h"
#include "ui/tabs/dataset/health_dialog.h"
#include "ui/widgets/bar_chart.h"
#include "ui/widgets/image_grid.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace nakama
{

/** The page as a whole, by keys alone. */
class DatasetTabTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void init()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        test::makeDataset(*m_folder / "workspace");
        m_session = std::make_unique<Session>();
        m_tab = std::make_unique<DatasetTab>(*m_session);
        m_tab->resize(1280, 800);
        m_tab->show();
        QSignalSpy counted(m_session.get(), &Session::countsChanged);
        m_session->openWorkspace(*m_folder / "workspace");
        QVERIFY(counted.wait());
        m_grid = m_tab->findChild<ImageGrid*>(QStringLiteral("pictures"));
        QTRY_COMPARE(m_grid->model()->rowCount(), 6);
    }

    void cleanup()
    {
        m_tab.reset();
        m_session.reset();
        m_folder.reset();
    }

    void healthFindsAndShowsPictures()
    {
        const auto workspace = m_session->workspace();
        {
            const auto record = test::must(test::must(workspace.catalogue()).images()).at(4);
            std::filesystem::resize_file(workspace.imagePath(record.sha256, record.extension), 10);
        }
        QPointer<HealthDialog> dialog = openHealth();
        QVERIFY(dialog);
        auto* const list = dialog->findChild<QTreeWidget*>();
        QTRY_VERIFY(!dialog->findChild<QProgressBar*>()->isVisible());
        QCOMPARE(list->topLevelItemCount(), 2);
        QCOMPARE(list->topLevelItem(0)->text(0), healthText(HealthFinding::Damaged));
        QCOMPARE(list->topLevelItem(0)->text(1), QStringLiteral("1"));
        QCOMPARE(list->topLevelItem(1)->text(0), healthText(HealthFinding::Tiny));
        QCOMPARE(list->topLevelItem(1)->text(1), QStringLiteral("6"));
        QCOMPARE(list->currentItem(), list->topLevelItem(0));
        QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("summary"))->text().contains(QStringLiteral("6")));

        test::screenshot(*dialog, QStringLiteral("health"));
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(!dialog);
        QTRY_COMPARE(m_grid->model()->rowCount(), 1);
        const auto* chip = m_tab->findChild<QToolButton*>(QStringLiteral("chip"));
        QVERIFY(chip);
        QVERIFY(chip->text().startsWith(healthText(HealthFinding::Damaged)));
        QCOMPARE(m_tab->focusWidget(), m_grid);
        test::screenshot(*m_tab, QStringLiteral("dataset-finding"));
    }

    void closingTheDialogStopsTheReading()
    {
        QPointer<HealthDialog> dialog = openHealth();
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        QTRY_VERIFY(m_session->jobs().active().empty());
    }

    void aLimitSaysWhatItWouldDrop()
    {
        auto* const effect = m_tab->findChild<QLabel*>(QStringLiteral("effect"));
        QCOMPARE(effect->text(), QString()); // both classes have three
        auto* const limit = m_tab->findChild<QSpinBox*>(QStringLiteral("perClass"));
        limit->setFocus();
        limit->selectAll();
        QTest::keyClicks(limit, QStringLiteral("2"));
        QTest::keyClick(limit, Qt::Key_Return);
        QTRY_VERIFY2(effect->text().contains(QStringLiteral("drop 1 of Luffy, 1 of Nami!")),
                     qPrintable(effect->text()));
        auto* const chart = m_tab->findChild<BarChart*>();
        QTRY_VERIFY2(chart->description(0).contains(QStringLiteral("Would be used 2")),
                     qPrintable(chart->description(0)));
        test::screenshot(*m_tab, QStringLiteral("dataset-limit"));
        limit->setValue(0);
        QTRY_VERIFY(!chart->description(0).contains(QStringLiteral("Would")));
        QTRY_COMPARE(effect->text(), QString());

        m_session->edit(unlabelPictures({m_tab->findChild<PictureListModel*>()->idAt(1)}));
        QTRY_VERIFY2(effect->text().contains(QStringLiteral("need 1 more picture")),
                     qPrintable(effect->text()));
    }

private:
    HealthDialog* openHealth()
    {
        auto* const button = m_tab->findChild<QPushButton*>(QStringLiteral("health"));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        return m_tab->findChild<HealthDialog*>();
    }

    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DatasetTab> m_tab;
    ImageGrid* m_grid = nullptr;
};

} // namespace nakama

QTEST_MAIN(nakama::DatasetTabTest)
#include "dataset_tab_test.moc"
