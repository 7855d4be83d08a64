#include "ui/tabs/collect/collect_tab.h"

#include "ui/tabs/collect/arrivals_panel.h"
#include "ui/tabs/collect/collect_controls.h"
#include "ui/tabs/collect/collect_status.h"
#include "ui/tabs/collect/failures_panel.h"
#include "ui/tabs/collect/tags_delegate.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/collect_classes_model.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/class_table.h"
#include "ui/widgets/empty_state.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>

namespace nakama
{

using State = CollectController::State;

namespace
{

CollectPhase phaseOf(const CollectController& controller)
{
    switch (controller.state()) {
    case State::Looking:
        return CollectPhase::Looking;
    case State::Collecting:
        return CollectPhase::Collecting;
    case State::Pausing:
    case State::Paused:
        return CollectPhase::Paused;
    case State::Stopping:
        return CollectPhase::Stopped;
    case State::Idle:
        break;
    }
    if (!controller.ending())
        return CollectPhase::Nothing;
    if (*controller.ending() != JobState::Succeeded)
        return CollectPhase::Stopped;
    return controller.params().mode == CollectMode::DryRun ? CollectPhase::Looked : CollectPhase::Finished;
}

} // namespace

CollectTab::CollectTab(Session& session, CollectController& controller, DanbooruAccount& account,
                       QWidget* parent)
    : QWidget(parent), m_session(session), m_controller(controller), m_account(account),
      m_classes(new CollectClassesModel(this)), m_pages(new QStackedWidget),
      m_controls(new CollectControls(controller, account)),
      m_status(new CollectStatus(session, controller, *m_classes))
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(16);
    row->addWidget(m_controls);
    row->addWidget(makeProgress(), 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connectController();
    connect(&session, &Session::workspaceChanged, this, &CollectTab::takeSnapshot);
    connect(&session, &Session::countsChanged, this, &CollectTab::takeSnapshot);
    connect(m_controls, &CollectControls::lookRequested, this, [this] { m_controller.look(params()); });
    connect(m_controls, &CollectControls::startRequested, this, [this] { m_controller.start(params()); });
    connect(m_controls, &CollectControls::settingsChanged, this, &CollectTab::takeSettings);
    m_classes->setWanted(m_controls->settings().wanted);
    takeSnapshot();
}

QWidget* CollectTab::makeEmpty()
{
    auto* empty = new EmptyState;
    empty->setIcon(icon(Icon::Collect));
    empty->setHeadline(tr("No classes yet"));
    empty->setSentence(
        tr("Pictures are collected for the classes of the workspace, and it has none. Import a "
           "folder that has one folder of pictures for each class, or create a workspace with "
           "classes of your own."));
    auto* button = empty->addButton(tr("Import a &folder…"), icon(Icon::Folder));
    button->setProperty("primary", true);
    connect(button, &QPushButton::clicked, this, &CollectTab::importFolderRequested);
    return empty;
}

QWidget* CollectTab::makeProgress()
{
    auto* failures = new FailuresPanel(m_session, m_controller);
    connect(failures, &FailuresPanel::tryAgainRequested, this, &CollectTab::tryAgain);
    connect(failures, &FailuresPanel::pageRequested, this, &CollectTab::openPage);
    auto* below = new QSplitter;
    below->addWidget(new ArrivalsPanel(m_session, m_controller));
    below->addWidget(failures);
    below->setChildrenCollapsible(false);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(makeTable());
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({450, 150});
    splitter->setChildrenCollapsible(false);
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_status);
    layout->addWidget(splitter, 1);
    return box;
}

QWidget* CollectTab::makeTable()
{
    auto* table = new ClassTable;
    table->setObjectName(QStringLiteral("collectClasses"));
    table->setSource(m_classes);
    table->showBars(CollectClassesModel::HaveColumn);
    auto* tags = new TagsDelegate(
        m_session, [this] { return m_controls->client(); }, table);
    connect(tags, &TagsDelegate::suggestingFailed, m_status, &CollectStatus::say);
    table->setItemDelegateForColumn(CollectClassesModel::TagsColumn, tags);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    auto* header = table->horizontalHeader();
    header->setSectionResizeMode(CollectClassesModel::ClassColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(CollectClassesModel::TagsColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(CollectClassesModel::StateColumn, QHeaderView::Stretch);
    return table;
}

void CollectTab::connectController()
{
    connect(&m_controller, &CollectController::stateChanged, this, &CollectTab::update);
    connect(&m_controller, &CollectController::classesChanged, this, [this] {
        m_classes->setFigures(m_controller.classes());
        update();
    });
    connect(&m_controller, &CollectController::refused, this, [this](const QString& message) {
        takeSnapshot(); // shows what is stored
        m_status->say(message);
    });
    connect(m_classes, &CollectClassesModel::tagsEdited, &m_controller, &CollectController::setTags);
    connect(m_classes, &CollectClassesModel::wishesChanged, this, &CollectTab::takeSettings);
}

/** The keychain may ask the person to unlock it: only one who comes here is to be asked. */
void CollectTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_account.load();
}

CollectParams CollectTab::params() const
{
    const auto settings = m_controls->settings();
    CollectParams params;
    params.client = m_controls->client();
    params.wishes = m_classes->wishes();
    params.filter = settings.filter;
    params.variant = settings.variant;
    return params;
}

void CollectTab::tryAgain(const std::vector<std::int64_t>& posts, const std::vector<int>& classes)
{
    m_controller.cancel(); // where it is paused
    auto again = params();
    again.wishes.clear();
    for (const int one : classes)
        again.wishes.push_back({one, m_controls->settings().wanted});
    again.failed = FailedPosts::TryAgain;
    again.postsToTryAgain = posts;
    m_controller.start(again);
}

void CollectTab::openPage(qint64 postId)
{
    const QString server = toQString(m_controls->settings().client.server);
    QDesktopServices::openUrl(QUrl(QStringLiteral("%1/posts/%2").arg(server).arg(postId)));
}

void CollectTab::takeSnapshot()
{
    const auto& snapshot = m_session.snapshot();
    m_pages->setCurrentIndex(snapshot.classes.empty() ? 0 : 1);
    m_pages->setVisible(m_session.isSnapshotRead());
    m_classes->setSnapshot(snapshot);
    m_classes->setFigures(m_controller.classes());
    update();
}

void CollectTab::takeSettings()
{
    m_classes->setWanted(m_controls->settings().wanted);
    m_controller.forgetEstimate();
    update();
}

void CollectTab::update()
{
    m_classes->setPhase(phaseOf(m_controller), m_controller.currentClass());
    m_classes->setEditable(m_controller.state() == State::Idle);
    m_controls->setClassesProblem(classesProblem());
    m_status->update();
}

QString CollectTab::classesProblem() const
{
    if (!m_session.isSnapshotRead())
        return {};
    if (!m_classes->hasTags())
        return tr("No class has a tag to search by yet: double-click a cell of the column Tags, or press F2 "
                  "there.");
    if (m_classes->wishes().empty())
        return tr("Tick at least one class that has a tag.");
    return {};
}

} // namespace nakama
