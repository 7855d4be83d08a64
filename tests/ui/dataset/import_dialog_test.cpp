#include "tests/support/temporary_folder.h"
#include "tests/ui/dataset/dataset_workspace.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/import_plan_model.h"
#include "ui/window/import_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <fstream>

namespace nakama
{

/** What is offered when single pictures are dropped. */
class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aThousandFilesTakeFourLines()
    {
        const auto session = open();
        std::vector<std::filesystem::path> paths;
        for (int i = 0; i < 1000; ++i)
            paths.push_back(write("drop/" + std::to_string(i) + ".png"));
        ImportDialog dialog(*session, paths);
        dialog.show();
        const QString text = dialog.findChild<QLabel*>(QStringLiteral("paths"))->text();
        QCOMPARE(text.count(QLatin1Char('\n')), 3);
        QVERIFY2(text.endsWith(QStringLiteral("and 997 more")), qPrintable(text));
        QVERIFY(dialog.height() < 700);
        QTRY_VERIFY(dialog.findChild<QPushButton*>(QStringLiteral("import"))->isEnabled());
    }

    void singlePicturesBecomeWhatIsChosen()
    {
        const auto session = open();
        ImportDialog dialog(*session, {write("a.png"), write("b.png")});
        dialog.show();
        auto* const model = dialog.findChild<ImportPlanModel*>();
        QTRY_COMPARE(model->rowCount(), 1);
        const auto cell = [&](int column) { return model->index(0, column).data().toString(); };
        QCOMPARE(cell(0), QStringLiteral("Single pictures"));
        QCOMPARE(cell(1), QStringLiteral("2"));
        QCOMPARE(cell(2), QStringLiteral("Import without a label"));
        model->decideAllUnmatched(FolderDecision::Kind::Skip);
        QCOMPARE(cell(2), QStringLiteral("Import without a label")); // it is no unknown folder
        model->setData(model->index(0, 2), 2, Qt::EditRole);
        QCOMPARE(cell(2), QStringLiteral("Luffy"));

        QSignalSpy finished(session.get(), &Session::importFinished);
        session->importPictures(dialog.params());
        QVERIFY(finished.wait());
        QTRY_COMPARE(session->snapshot().counts.perClass.at("Luffy"), 3 + 2);
    }

private:
    std::unique_ptr<Session> open()
    {
        m_folder = std::make_unique<test::TemporaryFolder>();
        test::makeDataset(*m_folder / "workspace");
        auto session = std::make_unique<Session>();
        QSignalSpy counted(session.get(), &Session::countsChanged);
        session->openWorkspace(*m_folder / "workspace");
        counted.wait();
        return session;
    }

    std::filesystem::path write(const std::string& name)
    {
        const auto path = *m_folder / name;
        std::filesystem::create_directories(path.parent_path());
        const cv::Scalar colour(m_written % 256, m_written / 256, 7);
        ++m_written;
        const auto png = test::must(encodePng(cv::Mat(9, 9, CV_8UC3, colour)));
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
        return path;
    }

    std::unique_ptr<test::TemporaryFolder> m_folder;
    int m_written = 0;
};

} // namespace nakama

QTEST_MAIN(nakama::ImportDialogTest)
#include "import_dialog_test.moc"
