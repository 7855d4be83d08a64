#include "ui/widgets/picture_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace nakama;

class PictureViewTest : public QObject
{
    Q_OBJECT

private:
    static QImage halves()
    {
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::blue);
        for (int y = 0; y < 100; ++y)
            for (int x = 0; x < 100; ++x)
                image.setPixelColor(x, y, Qt::red);
        return image;
    }

private Q_SLOTS:
    void fitsAndZooms();
    void aBoxIsInPixelsOfThePicture();
    void aBoxByKeyboard();
    void withoutBoxesKeysPassOn();
    void theOverlayLiesOnItsPart();
};

void PictureViewTest::fitsAndZooms()
{
    PictureView view;
    view.resize(400, 400);
    view.setPicture(halves());
    QCOMPARE(view.zoom(), 2.0);
    view.resize(600, 400);
    view.grab(); // a widget that is hidden learns of its size when it is drawn
    QCOMPARE(view.zoom(), 3.0);
    QTest::keyClick(&view, Qt::Key_Plus);
    QVERIFY(view.zoom() > 3.0);
    QTest::keyClick(&view, Qt::Key_1);
    QCOMPARE(view.zoom(), 1 / view.devicePixelRatioF());
    QTest::keyClick(&view, Qt::Key_0);
    QCOMPARE(view.zoom(), 3.0);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(&view, Qt::Key_Minus);
    QVERIFY(view.zoom() > 0.1);
}

void PictureViewTest::aBoxIsInPixelsOfThePicture()
{
    PictureView view(PictureView::Boxes::Accepted);
    view.resize(400, 200);
    view.setPicture(halves());
    QSignalSpy chosen(&view, &PictureView::boxChosen);
    QTest::mousePress(&view, Qt::LeftButton, {}, {40, 20});
    QTest::mouseMove(&view, {100, 100});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {240, 120});
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toRect(), QRect(20, 10, 100, 50));
    QTest::mousePress(&view, Qt::LeftButton, {}, {50, 50});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {52, 52});
    QCOMPARE(chosen.size(), 1);
    QVERIFY2(view.box().isEmpty(), "a click takes the box away");
}

void PictureViewTest::aBoxByKeyboard()
{
    PictureView view(PictureView::Boxes::Accepted);
    view.resize(400, 200);
    view.setPicture(halves());
    QSignalSpy chosen(&view, &PictureView::boxChosen);
    QTest::keyClick(&view, Qt::Key_B);
    QCOMPARE(view.box(), QRect(50, 25, 100, 50));
    QTest::keyClick(&view, Qt::Key_Left);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(view.box(), QRect(48, 25, 100, 52));
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY2(view.box().left() >= 0, "it stays inside");
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.box().isEmpty());
}

void PictureViewTest::withoutBoxesKeysPassOn()
{
    PictureView view;
    view.resize(400, 200);
    view.setPicture(halves());
    QTest::keyClick(&view, Qt::Key_B);
    QVERIFY(view.box().isEmpty());
}

void PictureViewTest::theOverlayLiesOnItsPart()
{
    PictureView view;
    view.resize(200, 100);
    view.setPicture(halves());
    QImage green(10, 10, QImage::Format_RGB32);
    green.fill(Qt::green);
    view.setOverlay(green, QRectF(100, 0, 100, 100));
    view.setOverlayOpacity(1);
    auto seen = view.grab().toImage();
    QCOMPARE(seen.pixelColor(50, 50), QColor(Qt::red));
    QCOMPARE(seen.pixelColor(150, 50), QColor(Qt::green));
    view.setOverlayOpacity(0);
    seen = view.grab().toImage();
    QCOMPARE(seen.pixelColor(150, 50), QColor(Qt::blue));
}

QTEST_MAIN(PictureViewTest)
#include "picture_view_test.moc"
