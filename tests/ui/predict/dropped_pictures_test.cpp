#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/dropped_pictures.h"

#include <QMimeData>
#include <QTest>
#include <QUrl>

using namespace nakama;

/** What file managers, browsers and editors hand over. */
class DroppedPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfAnyName();
    void fileListsThatComeAsTextOnly();
    void pixelsOutOfABrowser();
    void aFileGoesBeforeItsPixels();
    void addressesAreNotFetched();
    void picturesThatLieInAnAddressOrAPage();
    void whatIsNoPicture();
    void transparentPixelsStandOnWhite();
};

void DroppedPicturesTest::filesOfAnyName()
{
    QMimeData data;
    const QString named = QStringLiteral("/tmp/имя с пробелом & 100%/ナミ.png");
    data.setUrls({QUrl::fromLocalFile(named), QUrl::fromLocalFile(QStringLiteral("/tmp/b.jpg")),
                  QUrl::fromLocalFile(named)});
    const auto dropped = droppedPictures(data);
    QCOMPARE(dropKindOf(data), DropKind::Files);
    QCOMPARE(dropped.files.size(), std::size_t{2});
    QCOMPARE(toQString(dropped.files[0]), named);
}

void DroppedPicturesTest::fileListsThatComeAsTextOnly()
{
    QMimeData data;
    data.setText(QStringLiteral("# a comment\r\nfile:///tmp/na%20me%20%E3%83%8A.png\r\nnot an address\r\n"
                                "file:///tmp/b.png"));
    const auto dropped = droppedPictures(data);
    QCOMPARE(dropKindOf(data), DropKind::Files);
    QCOMPARE(dropped.files.size(), std::size_t{2});
    QCOMPARE(toQString(dropped.files[0]), QStringLiteral("/tmp/na me ナ.png"));
}

void DroppedPicturesTest::pixelsOutOfABrowser()
{
    QImage image(12, 10, QImage::Format_RGB32);
    image.fill(Qt::red);
    QMimeData data;
    data.setImageData(image);
    data.setText(QStringLiteral("https://example.org/picture.png"));
    const auto dropped = droppedPictures(data);
    QCOMPARE(dropKindOf(data), DropKind::Pixels);
    QVERIFY(dropped.files.empty());
    QCOMPARE(dropped.pixels.size(), image.size());
}

void DroppedPicturesTest::aFileGoesBeforeItsPixels()
{
    QMimeData data;
    data.setImageData(QImage(4, 4, QImage::Format_RGB32));
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.png"))});
    const auto dropped = droppedPictures(data);
    QCOMPARE(dropped.files.size(), std::size_t{1});
    QVERIFY2(dropped.pixels.isNull(), "the file is what was meant, at its full size");
}

void DroppedPicturesTest::addressesAreNotFetched()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/a.png"))});
    QCOMPARE(dropKindOf(data), DropKind::Addresses);
    const auto dropped = droppedPictures(data);
    QVERIFY(dropped.empty());
    QVERIFY(dropped.addresses.contains(QStringLiteral("example.org/a.png")));
}

void DroppedPicturesTest::picturesThatLieInAnAddressOrAPage()
{
    const QByteArray content("\x89PNG anything, + and %", 22);
    const QByteArray address = "data:image/png;base64," + content.toBase64();
    QMimeData inAddress;
    inAddress.setUrls({QUrl(QString::fromLatin1(address))});
    QCOMPARE(dropKindOf(inAddress), DropKind::Pixels);
    QCOMPARE(droppedPictures(inAddress).encoded, content);

    QMimeData inPage;
    inPage.setUrls({QUrl(QStringLiteral("https://example.org/page"))});
    inPage.setHtml(
        QStringLiteral("<a href='x'><IMG alt=\"a\" src=\"%1\"></a>").arg(QString::fromLatin1(address)));
    QCOMPARE(dropKindOf(inPage), DropKind::Pixels);
    QCOMPARE(droppedPictures(inPage).encoded, content);

    QMimeData elsewhere;
    elsewhere.setHtml(QStringLiteral("<img src='https://example.org/a.png?x=1&amp;y=2'>"));
    QCOMPARE(dropKindOf(elsewhere), DropKind::Addresses);
    QVERIFY(droppedPictures(elsewhere).addresses.contains(QStringLiteral("x=1&y=2")));
    QVERIFY(droppedPictures(elsewhere).empty());

    QMimeData noPicture;
    noPicture.setUrls({QUrl(QStringLiteral("data:text/plain,hello"))});
    QCOMPARE(dropKindOf(noPicture), DropKind::Nothing);
}

void DroppedPicturesTest::whatIsNoPicture()
{
    QMimeData data;
    data.setText(QStringLiteral("Nami, Zoro: 12/18"));
    QCOMPARE(dropKindOf(data), DropKind::Nothing);
    QVERIFY(droppedPictures(data).empty());
}

void DroppedPicturesTest::transparentPixelsStandOnWhite()
{
    QImage image(2, 1, QImage::Format_ARGB32);
    image.setPixelColor(0, 0, QColor(200, 10, 30, 255));
    image.setPixelColor(1, 0, QColor(200, 10, 30, 0));
    const auto rgb = fromQImage(image);
    QCOMPARE(rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(200, 10, 30));
    QCOMPARE(rgb.at<cv::Vec3b>(0, 1), cv::Vec3b(255, 255, 255));
    QCOMPARE(toQImage(rgb).pixelColor(0, 0), QColor(200, 10, 30));
}

QTEST_MAIN(DroppedPicturesTest)
#include "dropped_pictures_test.moc"
