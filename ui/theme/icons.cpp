#include "ui/theme/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

#include <memory>

namespace nakama
{

namespace
{

const char* fileName(Icon icon)
{
    switch (icon) {
    case Icon::Archive:
        return "archive";
    case Icon::Augment:
        return "augment";
    case Icon::Close:
        return "close";
    case Icon::Collect:
        return "collect";
    case Icon::Continue:
        return "continue";
    case Icon::Copy:
        return "copy";
    case Icon::Dataset:
        return "dataset";
    case Icon::Done:
        return "done";
    case Icon::Error:
        return "error";
    case Icon::Evaluate:
        return "evaluate";
    case Icon::Folder:
        return "folder";
    case Icon::Import:
        return "import";
    case Icon::Info:
        return "info";
    case Icon::Jobs:
        return "jobs";
    case Icon::Label:
        return "label";
    case Icon::New:
        return "new";
    case Icon::Open:
        return "open";
    case Icon::Pause:
        return "pause";
    case Icon::Pictures:
        return "pictures";
    case Icon::Play:
        return "play";
    case Icon::Predict:
        return "predict";
    case Icon::Quit:
        return "quit";
    case Icon::Recent:
        return "recent";
    case Icon::Sample:
        return "sample";
    case Icon::Split:
        return "split";
    case Icon::Stop:
        return "stop";
    case Icon::Train:
        return "train";
    case Icon::Warning:
        return "warning";
    }
    return "";
}

QColor inkFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    default:
        return palette.color(QPalette::Active, QPalette::ButtonText);
    }
}

/** Draws the shape of an SVG file in one colour of the palette. */
class InkEngine : public QIconEngine
{
public:
    explicit InkEngine(const QString& file) : m_renderer(std::make_shared<QSvgRenderer>(file)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const int side = qMin(size.width(), size.height());
        m_renderer->render(&painter,
                           QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), inkFor(mode));
        return pixmap;
    }

    QIconEngine* clone() const override { return new InkEngine(*this); }
    bool isNull() override { return !m_renderer->isValid(); }

private:
    std::shared_ptr<QSvgRenderer> m_renderer;
};

} // namespace

QIcon icon(Icon name)
{
    return QIcon(new InkEngine(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(fileName(name)))));
}

QIcon applicationIcon()
{
    QSvgRenderer renderer(QStringLiteral(":/icons/nakama.svg"));
    QIcon result;
    for (const int side : {16, 32, 48, 128}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace nakama
