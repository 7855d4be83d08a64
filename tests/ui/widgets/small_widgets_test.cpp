#include "tests/ui/widgets/example_data.h"
#include "ui/widgets/collapsible_section.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/metric_card.h"

#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

namespace nakama
{

class SmallWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardSaysHowFarItCanBeTrusted()
    {
        MetricCard card(QStringLiteral("Macro-F1"), MetricCard::Kind::Share);
        card.setExplanation(QStringLiteral("Every class counts the same"));
        QCOMPARE(card.valueText(), QStringLiteral("–"));
        card.setFigure(MetricFigure{0.9137, Interval{0.861, 0.954}, 158});
        QCOMPARE(card.valueText(), QStringLiteral("0.914"));
        QCOMPARE(card.detailText(), QStringLiteral("95 %: 0.86–0.95, n = 158"));
        QCOMPARE(card.toolTip(), QStringLiteral("Every class counts the same"));
        QCOMPARE(card.accessibleName(), QStringLiteral("Macro-F1: 0.914, 95 %: 0.86–0.95, n = 158"));
        card.setFigure(MetricFigure{0.4, std::nullopt, 12});
        QCOMPARE(card.detailText(), QStringLiteral("n = 12"));
        card.setFigure(std::nullopt);
        QCOMPARE(card.valueText(), QStringLiteral("–"));
    }

    void sectionFoldsByMouseAndKeyboard()
    {
        CollapsibleSection section(QStringLiteral("More settings"));
        auto* const content = new QLabel(QStringLiteral("inside"));
        section.setContent(content);
        section.show();
        QVERIFY(QTest::qWaitForWindowExposed(&section));
        QVERIFY(!content->isVisible());
        auto* const heading = section.findChild<QToolButton*>();
        QSignalSpy changed(&section, &CollapsibleSection::expandedChanged);
        QTest::mouseClick(heading, Qt::LeftButton);
        QVERIFY(content->isVisible());
        QVERIFY(section.isExpanded());
        QTest::keyClick(heading, Qt::Key_Space);
        QVERIFY(!content->isVisible());
        QCOMPARE(changed.count(), 2);
    }

    void emptyStateOffersItsActions()
    {
        EmptyState empty;
        empty.setHeadline(QStringLiteral("No pictures yet"));
        QPushButton* const button = empty.addButton(QStringLiteral("Import"));
        empty.show();
        QVERIFY(QTest::qWaitForWindowExposed(&empty));
        QSignalSpy clicked(button, &QPushButton::clicked);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(empty.accessibleName(), QStringLiteral("No pictures yet"));
    }

    void emptyStateTakesLocalFilesOnly()
    {
        EmptyState empty(EmptyState::Drops::Accepted);
        QSignalSpy dropped(&empty, &EmptyState::dropped);
        const auto drop = [&](const QList<QUrl>& urls) {
            QMimeData data;
            data.setUrls(urls);
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            enter.setAccepted(false);
            QCoreApplication::sendEvent(&empty, &enter);
            QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(&empty, &event);
            return enter.isAccepted();
        };
        const QUrl file = QUrl::fromLocalFile(QStringLiteral("/tmp/pictures.zip"));
        const QUrl page(QStringLiteral("https://example.org/a.png"));
        QVERIFY(!drop({page}));
        QVERIFY(dropped.isEmpty());
        QVERIFY(drop({page, file}));
        QCOMPARE(dropped.constFirst().constFirst().value<QList<QUrl>>(), QList<QUrl>{file});
        QVERIFY(!EmptyState().acceptDrops());
    }

    void gridChangesItsSize()
    {
        ImageGrid grid;
        QStandardItemModel model;
        for (int number = 0; number < 300; ++number) {
            auto* const item = new QStandardItem(QString::number(number));
            item->setData(example::picture(number, {60, 40}), Qt::DecorationRole);
            model.appendRow(item);
        }
        grid.setModel(&model);
        grid.resize(500, 400);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        QSignalSpy changed(&grid, &ImageGrid::thumbnailSizeChanged);
        const int before = grid.thumbnailSize();
        QTest::keyClick(&grid, Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(grid.thumbnailSize() > before);
        QCOMPARE(changed.count(), 1);
        grid.setThumbnailSize(100'000);
        QCOMPARE(grid.thumbnailSize(), ImageGrid::largestThumbnail);
        grid.setThumbnailSize(0);
        QCOMPARE(grid.thumbnailSize(), ImageGrid::smallestThumbnail);
        QVERIFY(grid.gridSize().width() >= ImageGrid::smallestThumbnail);
    }

    void gridSelectsByKeyboard()
    {
        ImageGrid grid;
        QStandardItemModel model;
        for (int number = 0; number < 10; ++number)
            model.appendRow(new QStandardItem(QString::number(number)));
        grid.setModel(&model);
        grid.resize(900, 400);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        grid.setCurrentIndex(model.index(1, 0));
        QTest::keyClick(&grid, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(grid.selectedRows(), (QList<int>{1, 2}));
    }

    void gridAsksOnlyForWhatIsInSight()
    {
        class CountingModel : public QStandardItemModel
        {
        public:
            using QStandardItemModel::QStandardItemModel;
            QVariant data(const QModelIndex& index, int role) const override
            {
                if (role == Qt::DecorationRole)
                    asked.insert(index.row());
                return QStandardItemModel::data(index, role);
            }
            mutable QSet<int> asked;
        };
        CountingModel model(20'000, 1);
        ImageGrid grid;
        grid.setModel(&model);
        grid.resize(600, 400);
        grid.show();
        QVERIFY(QTest::qWaitForWindowExposed(&grid));
        QTRY_VERIFY(!model.asked.isEmpty());
        QVERIFY2(model.asked.size() < 100, qPrintable(QString::number(model.asked.size())));
    }
};

} // namespace nakama

QTEST_MAIN(nakama::SmallWidgetsTest)
#include "small_widgets_test.moc"
