#include "ui/tabs/collect/collect_tab.h"

#include "ui/tabs/collect/account_dialog.h"
#include "ui/tabs/collect/arrivals_panel.h"
#include "ui/tabs/collect/collect_form.h"
#include "ui/tabs/collect/collect_status.h"
#include "ui/tabs/collect/failures_panel.h"
#include "ui/tabs/collect/tags_delegate.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/collect_classes_model.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/class_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/scrolling_form.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
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
      m_classes(new CollectClassesModel(this)), m_pages(new QStackedWidget), m_form(new CollectForm),
      m_accountText(new QLabel), m_problem(new QLabel),
      m_look(new QPushButton(icon(Icon::Info), tr("&Look what would come"))), m_start(new QPushButton),
      m_cancel(new QPushButton(icon(Icon::Stop), tr("&Cancel")))
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(16);
    row->addWidget(makeSettings());
    row->addWidget(makeProgress(), 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connectController();
    connect(&session, &Session::workspaceChanged, this, &CollectTab::takeSnapshot);
    connect(&session, &Session::countsChanged, this, &CollectTab::takeSnapshot);
    connect(&account, &DanbooruAccount::changed, this, [this] {
        updateAccount();
        updateButtons();
    });
    connect(m_form, &CollectForm::changed, this, &CollectTab::takeSettings);
    m_classes->setWanted(m_form->settings().wanted);
    updateAccount();
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

QWidget* CollectTab::makeSettings()
{
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setTextFormat(Qt::PlainText);
    m_look->setObjectName(QStringLiteral("look"));
    m_start->setObjectName(QStringLiteral("collect"));
    m_cancel->setObjectName(QStringLiteral("cancelCollect"));
    m_start->setMinimumHeight(38);
    m_look->setToolTip(tr("Asks the server which pictures there are, and downloads none"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_start, 1);
    row->addWidget(m_cancel);
    auto* box = new QWidget;
    box->setFixedWidth(290);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(makeAccountRow());
    layout->addWidget(scrollingForm(m_form), 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_look);
    layout->addLayout(row);
    connect(m_look, &QPushButton::clicked, this, [this] { m_controller.look(params()); });
    connect(m_start, &QPushButton::clicked, this, &CollectTab::startPauseOrResume);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &CollectController::cancel);
    return box;
}

QWidget* CollectTab::makeAccountRow()
{
    m_accountText->setObjectName(QStringLiteral("account"));
    m_accountText->setWordWrap(true);
    m_accountText->setTextFormat(Qt::PlainText);
    auto* button = new QPushButton(tr("&Account…"));
    button->setObjectName(QStringLiteral("openAccount"));
    connect(button, &QPushButton::clicked, this, &CollectTab::openAccount);
    auto* box = new QWidget;
    auto* layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_accountText, 1);
    layout->addWidget(button);
    return box;
}

QWidget* CollectTab::makeProgress()
{
    m_status = new CollectStatus(m_session, m_controller, *m_classes);
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
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({500, 200});
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
        m_session, [this] { return m_account.clientFor(m_form->settings().client); }, table);
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
    connect(&m_controller, &CollectController::refused, m_status, &CollectStatus::say);
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
    const auto settings = m_form->settings();
    CollectParams params;
    params.client = m_account.clientFor(settings.client);
    params.wishes = m_classes->wishes();
    params.filter = settings.filter;
    params.variant = settings.variant;
    return params;
}

void CollectTab::startPauseOrResume()
{
    switch (m_controller.state()) {
    case State::Idle:
        return m_controller.start(params());
    case State::Collecting:
        return m_controller.pause();
    case State::Paused:
        return m_controller.resume();
    default:
        return;
    }
}

void CollectTab::tryAgain(const std::vector<std::int64_t>& posts, const std::vector<int>& classes)
{
    m_controller.cancel(); // where it is paused
    auto again = params();
    again.wishes.clear();
    for (const int one : classes)
        again.wishes.push_back({one, m_form->settings().wanted});
    again.failed = FailedPosts::TryAgain;
    again.postsToTryAgain = posts;
    m_controller.start(again);
}

void CollectTab::openPage(qint64 postId)
{
    const QString server = toQString(m_form->settings().client.server);
    QDesktopServices::openUrl(QUrl(QStringLiteral("%1/posts/%2").arg(server).arg(postId)));
}

void CollectTab::openAccount()
{
    auto* dialog = new AccountDialog(m_account, m_form->settings().client, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
    m_classes->setWanted(m_form->settings().wanted);
    m_controller.forgetEstimate();
    updateAccount();
    update();
}

void CollectTab::update()
{
    m_classes->setPhase(phaseOf(m_controller), m_controller.currentClass());
    m_classes->setEditable(m_controller.state() == State::Idle);
    m_form->setEnabled(m_controller.state() == State::Idle);
    m_status->update();
    updateButtons();
}

void CollectTab::updateButtons()
{
    const auto state = m_controller.state();
    const QString problem = state == State::Idle ? startProblem() : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_look->setEnabled(state == State::Idle && problem.isEmpty());
    m_start->setEnabled((state == State::Idle && problem.isEmpty()) || state == State::Collecting ||
                        state == State::Paused);
    m_start->setText(state == State::Collecting || state == State::Pausing ? tr("&Pause")
                     : state == State::Paused                              ? tr("Re&sume")
                                                                           : tr("&Start collecting"));
    m_start->setIcon(icon(state == State::Collecting || state == State::Pausing ? Icon::Pause : Icon::Play));
    m_start->setProperty("primary", state == State::Idle || state == State::Paused);
    m_start->update();
    m_cancel->setEnabled(state != State::Idle && state != State::Stopping);
}

void CollectTab::updateAccount()
{
    const bool hasKey = m_account.clientFor(m_form->settings().client).credentials.has_value();
    if (m_account.keyPlace() == KeyPlace::Asking)
        m_accountText->setText(tr("Asking the keychain for your key…"));
    else if (hasKey)
        m_accountText->setText(tr("As %1").arg(m_account.login()));
    else if (m_account.login().isEmpty())
        m_accountText->setText(tr("Without an account"));
    else
        m_accountText->setText(
            tr("Without an account: the key of %1 is not known here").arg(m_account.login()));
    m_accountText->setToolTip(m_account.problem());
}

QString CollectTab::startProblem() const
{
    if (!m_session.isSnapshotRead())
        return {};
    if (!m_classes->hasTags())
        return tr("No class has a tag to search by yet: double-click a cell of the column Tags, or press F2 "
                  "there.");
    if (m_classes->wishes().empty())
        return tr("Tick at least one class that has a tag.");
    if (m_account.keyPlace() == KeyPlace::Asking)
        return tr("Asking the keychain for your key…");
    return m_form->problem();
}

} // namespace nakama
