#include "core/base/atomic_file.h"
#include "tests/ui/label/label_host.h"
#include "ui/tabs/label/import_labels_dialog.h"
#include "ui/tabs/label/label_tables.h"
#include "ui/viewmodels/convert.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QPushButton>
#include <QTest>

using namespace nakama;
using test::answersIn;
using test::LabelHost;
using test::makeWorkspace;
using test::rowsOf;

namespace
{

const std::vector<std::string> twoClasses{"Nami", "Zoro"};

} // namespace

/** Labels from tables and into tables, in the window. */
class LabelTablesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsATableAndShowsTheRefusedRows();
    void writesATable();
};

void LabelTablesTest::readsATableAndShowsTheRefusedRows()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 4);
    QVERIFY(writeFileAtomically(folder / "labels.csv",
                                std::string_view("id,label\n0,Nami\n1,Sanji\n99,Nami\n2,zoro\n")));
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    auto* dialog = new ImportLabelsDialog(shown.session, folder / "labels.csv", Pool::TrueTest,
                                          QStringLiteral("Anna"), &shown.tab);
    dialog->open();
    auto* rejected = dialog->findChild<QTreeWidget*>(QStringLiteral("rejected"));
    auto* start = dialog->findChild<QPushButton*>(QStringLiteral("start"));
    auto* strict = dialog->findChild<QCheckBox*>();
    strict->setChecked(true);
    start->click();
    QTRY_COMPARE(rejected->topLevelItemCount(), 2);
    QCOMPARE(shown.controller.answered(), 0);
    QVERIFY(start->isVisible());
    strict->setChecked(false);
    start->click();
    QTRY_VERIFY(!start->isVisible());
    const auto rows = rowsOf(*rejected);
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[0].startsWith(QStringLiteral("3|")) && rows[0].contains(QStringLiteral("Sanji")),
             qPrintable(rows[0]));
    QVERIFY2(rows[1].startsWith(QStringLiteral("4|")) && rows[1].contains(QStringLiteral("99")),
             qPrintable(rows[1]));
    QTRY_COMPARE(shown.controller.answered(), 2); // the page has heard of it
    dialog->reject();
    QTRY_VERIFY(shown.isIdle());
    shown.controller.undo(); // rows are no strokes
    QTRY_VERIFY(shown.isIdle());
    QCOMPARE(shown.controller.answered(), 2);
    QCOMPARE(answersIn(folder / "w").size(), std::size_t{2});
    delete dialog;
}

void LabelTablesTest::writesATable()
{
    const test::TemporaryFolder folder;
    makeWorkspace(folder / "w", twoClasses, 3);
    test::answer(folder / "w", {{"Anna", 1, {AnswerKind::Class, 1}}});
    LabelHost shown(folder / "w");
    QTRY_VERIFY(shown.isReady());
    const auto save = [&](const std::filesystem::path& file) {
        shown.child<QPushButton>(QStringLiteral("exportLabels")).click();
        auto* dialog = shown.tab.findChild<LabelTables*>()->findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(toQString(file));
        dialog->reject();
    };
    save(folder / "out.csv");
    QTRY_VERIFY(shown.textOf(QStringLiteral("notice")).contains(QStringLiteral("out.csv")));
    QCOMPARE(test::must(readTextFile(folder / "out.csv")), std::string("id,label,mark\n0,Zoro,\n"));
    save(folder / "nowhere" / "out.csv");
    QTRY_VERIFY(shown.textOf(QStringLiteral("notice")).startsWith(QStringLiteral("⚠")));
    QTRY_VERIFY(shown.isIdle());
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const test::OwnSettings settings;
    LabelTablesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "label_tables_test.moc"
