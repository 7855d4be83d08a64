#include "ui/widgets/empty_state.h"

#include "ui/widgets/color_scheme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int iconSize = 56;
constexpr int widestSentence = 460;

QList<QUrl> localFiles(const QMimeData* data)
{
    QList<QUrl> files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url;
    return files;
}

} // namespace

EmptyState::EmptyState(Drops drops, QWidget* parent)
    : QFrame(parent), m_drops(drops), m_picture(new QLabel(this)), m_headline(new QLabel(this)),
      m_sentence(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    setAcceptDrops(drops == Drops::Accepted);
    m_picture->setAlignment(Qt::AlignCenter);
    m_headline->setAlignment(Qt::AlignCenter);
    m_headline->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setWordWrap(true);
    m_sentence->setMaximumWidth(widestSentence);
    m_buttons->setSpacing(10);

    auto* const sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 1000);
    sentenceRow->addStretch(1);
    auto* const buttonRow = new QHBoxLayout;
    buttonRow->addStretch();
    buttonRow->addLayout(m_buttons);
    buttonRow->addStretch();

    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_headline);
    layout->addLayout(sentenceRow);
    layout->addSpacing(10);
    layout->addLayout(buttonRow);
    layout->addStretch(3);
    applyLook();
}

void EmptyState::setIcon(const QIcon& icon)
{
    m_icon = icon;
    applyLook();
}

void EmptyState::setHeadline(const QString& text)
{
    m_headline->setText(text);
    setAccessibleName(text);
}

void EmptyState::setSentence(const QString& text)
{
    m_sentence->setText(text);
    setAccessibleDescription(text);
}

QPushButton* EmptyState::addButton(const QString& text, const QIcon& icon)
{
    auto* const button = new QPushButton(icon, text, this);
    button->setAutoDefault(true);
    button->setDefault(m_buttons->isEmpty());
    m_buttons->addWidget(button);
    return button;
}

void EmptyState::applyLook()
{
    m_picture->setVisible(!m_icon.isNull());
    m_picture->setPixmap(m_icon.pixmap(QSize(iconSize, iconSize), devicePixelRatioF(), QIcon::Disabled));
    QFont headline = font();
    headline.setPointSizeF(font().pointSizeF() * 1.5);
    headline.setWeight(QFont::DemiBold);
    m_headline->setFont(headline);
    QPalette muted = palette();
    muted.setColor(QPalette::WindowText,
                   mixed(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.3));
    m_sentence->setPalette(muted);
}

void EmptyState::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyLook();
}

void EmptyState::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_dragOver = true;
    update();
}

void EmptyState::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dragOver = false;
    update();
}

void EmptyState::dropEvent(QDropEvent* event)
{
    m_dragOver = false;
    update();
    const QList<QUrl> files = localFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(files);
}

void EmptyState::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (m_drops == Drops::Refused)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ColorScheme colors(palette());
    QPen pen(m_dragOver ? colors.accent : mixed(palette().color(QPalette::Window), colors.text, 0.25),
             m_dragOver ? 2 : 1.5);
    pen.setDashPattern({5, 4});
    painter.setPen(pen);
    if (m_dragOver) {
        QColor fill = colors.accent;
        fill.setAlphaF(0.08F);
        painter.setBrush(fill);
    }
    painter.drawRoundedRect(QRectF(rect()).adjusted(8, 8, -8, -8), 10, 10);
}

} // namespace nakama
