#include "ui/window/message_bar.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <chrono>

namespace nakama
{

namespace
{

using namespace std::chrono_literals;
constexpr auto noteTime = 12s;

Icon iconOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Note:
        return Icon::Done;
    case MessageBar::Kind::Warning:
        return Icon::Warning;
    case MessageBar::Kind::Error:
        return Icon::Error;
    }
    return Icon::Info;
}

QColor tintOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Note:
        return QColor(0x2f9e6b);
    case MessageBar::Kind::Warning:
        return QColor(0xd08a1d);
    case MessageBar::Kind::Error:
        return QColor(0xd0453f);
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_icon(new QLabel), m_text(new QLabel), m_action(new QPushButton)
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QToolButton;
    close->setIcon(icon(Icon::Close));
    close->setIconSize({16, 16});
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Dismiss this message"));
    close->setAccessibleName(close->toolTip());

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 10, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(close);

    m_hideTimer.setSingleShot(true);
    m_hideTimer.setInterval(noteTime);
    connect(&m_hideTimer, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT actionRequested();
    });
    hide();
}

void MessageBar::say(Kind kind, const QString& text)
{
    say(kind, text, {});
}

void MessageBar::say(Kind kind, const QString& text, const QString& action)
{
    m_kind = kind;
    m_icon->setPixmap(icon(iconOf(kind)).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    if (kind == Kind::Note && action.isEmpty())
        m_hideTimer.start();
    else
        m_hideTimer.stop();
    show();
    update();
}

QString MessageBar::text() const
{
    return isVisible() ? m_text->text() : QString();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor ground = tintOf(m_kind);
    painter.fillRect(QRect(0, 0, 4, height()), ground);
    ground.setAlphaF(0.14f);
    painter.fillRect(rect(), ground);
}

} // namespace nakama
