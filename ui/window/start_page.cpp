#include "ui/window/start_page.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int columnWidth = 560;

QPushButton* makeButton(Icon name, const QString& text, const QString& explanation)
{
    auto* button = new QPushButton(icon(name), text);
    button->setIconSize({20, 20});
    button->setMinimumHeight(42);
    button->setAutoDefault(true);
    button->setToolTip(explanation);
    button->setAccessibleDescription(explanation);
    return button;
}

} // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent)
{
    auto* column = new QWidget;
    column->setMaximumWidth(columnWidth);
    auto* inner = new QVBoxLayout(column);
    inner->setSpacing(22);
    inner->addStretch(2);
    inner->addWidget(makeWelcome());
    inner->addWidget(makeActions());
    inner->addWidget(makeRecent());
    inner->addStretch(3);
    auto* layout = new QHBoxLayout(this);
    layout->addStretch();
    layout->addWidget(column, 1);
    layout->addStretch();
}

QWidget* StartPage::makeWelcome()
{
    auto* logo = new QLabel;
    logo->setPixmap(applicationIcon().pixmap(QSize(84, 84), devicePixelRatioF()));
    auto* headline = new QLabel(tr("Teach a model to tell drawn characters apart"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.75);
    large.setWeight(QFont::DemiBold);
    headline->setFont(large);
    headline->setWordWrap(true);
    auto* sentence =
        new QLabel(tr("A workspace is a folder that keeps your pictures, their classes, the split and every "
                      "training. Create one, or drop a folder or a .zip of pictures here."));
    sentence->setWordWrap(true);
    sentence->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(logo);
    layout->addWidget(headline);
    layout->addWidget(sentence);
    return box;
}

QWidget* StartPage::makeActions()
{
    auto* create = makeButton(Icon::New, tr("&Create workspace…"), tr("Choose a folder and the classes"));
    create->setProperty("primary", true);
    auto* open = makeButton(Icon::Open, tr("&Open workspace…"), tr("Choose the folder of a workspace"));
    auto* sample = makeButton(Icon::Sample, tr("Try the &sample"),
                              tr("Opens a workspace of 18 invented characters, painted on this machine"));
    auto* ask = makeButton(Icon::Predict, tr("&Ask a model about pictures"),
                           tr("With a checkpoint that was trained before; needs no workspace"));
    m_busy = new QLabel(tr("Opening…"));
    m_busy->setForegroundRole(QPalette::PlaceholderText);
    m_busy->hide();
    m_actions = new QWidget;
    auto* rows = new QGridLayout(m_actions);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(10);
    rows->addWidget(create, 0, 0);
    rows->addWidget(open, 0, 1);
    rows->addWidget(sample, 1, 0);
    rows->addWidget(ask, 1, 1);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_actions);
    layout->addWidget(m_busy);
    connect(create, &QPushButton::clicked, this, &StartPage::createRequested);
    connect(open, &QPushButton::clicked, this, &StartPage::openRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::sampleRequested);
    connect(ask, &QPushButton::clicked, this, &StartPage::askRequested);
    return box;
}

QWidget* StartPage::makeRecent()
{
    auto* title = new QLabel(tr("Recent workspaces"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_recent = new QListWidget;
    m_recent->setAccessibleName(title->text());
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setIconSize({20, 20});
    m_recent->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* remove = new QAction(tr("Remove from this list"), m_recent);
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_recent->addAction(remove);
    m_recentBox = new QWidget;
    auto* layout = new QVBoxLayout(m_recentBox);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(title);
    layout->addWidget(m_recent);
    connect(m_recent, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        Q_EMIT recentRequested(item->data(Qt::UserRole).toString());
    });
    connect(m_recent, &QListWidget::itemClicked, this, [this](const QListWidgetItem* item) {
        Q_EMIT recentRequested(item->data(Qt::UserRole).toString());
    });
    connect(remove, &QAction::triggered, this, [this] {
        if (const auto* item = m_recent->currentItem())
            Q_EMIT removeRecentRequested(item->data(Qt::UserRole).toString());
    });
    return m_recentBox;
}

void StartPage::setRecent(const QStringList& folders)
{
    m_recent->clear();
    for (const QString& folder : folders) {
        const QFileInfo info(folder);
        auto* item = new QListWidgetItem(
            icon(Icon::Recent),
            QStringLiteral("%1   –   %2").arg(info.fileName(), QDir::toNativeSeparators(info.path())),
            m_recent);
        item->setData(Qt::UserRole, folder);
        item->setToolTip(folder);
        item->setSizeHint({100, 34});
    }
    m_recent->setFixedHeight(std::min<int>(5, static_cast<int>(folders.size())) * 34 + 4);
    m_recentBox->setVisible(!folders.isEmpty());
}

void StartPage::setBusy(bool busy)
{
    m_actions->setEnabled(!busy);
    m_recentBox->setEnabled(!busy);
    m_busy->setVisible(busy);
}

} // namespace nakama
