#include "ui/tabs/label/label_tab.h"

#include "ui/tabs/label/agreement_dialog.h"
#include "ui/tabs/label/estimate_bar.h"
#include "ui/tabs/label/keys_dialog.h"
#include "ui/tabs/label/label_tables.h"
#include "ui/tabs/label/label_text.h"
#include "ui/tabs/label/label_view.h"
#include "ui/tabs/label/live_estimate.h"
#include "ui/tabs/label/suggestion_bar.h"
#include "ui/tabs/label/suggestions.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

const auto annotatorKey = QStringLiteral("label/annotator");

} // namespace

LabelTab::LabelTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_controller(new LabelController(session, this)),
      m_suggestions(new Suggestions(session, *m_controller, this)),
      m_estimate(new LiveEstimate(session, *m_controller, this)), m_annotator(new QComboBox),
      m_set(new QComboBox), m_progress(new QProgressBar), m_answered(new QLabel), m_rule(new QLabel),
      m_notice(new QLabel), m_keys(new QPushButton(tr("&Keys…"))),
      m_agreement(new QPushButton(tr("A&greement…"))), m_tables(new LabelTables(session)),
      m_suggestionBar(new SuggestionBar(session, *m_suggestions)),
      m_estimateBar(new EstimateBar(session, *m_estimate)), m_empty(new EmptyState),
      m_view(new LabelView(session, *m_controller, *m_suggestions)), m_pages(new QStackedWidget)
{
    m_empty->setIcon(icon(Icon::Pictures));
    m_name = m_empty->addButton(tr("&Begin…"));
    m_name->setProperty("primary", true);
    m_keys->setObjectName(QStringLiteral("keys"));
    m_rule->setWordWrap(true);
    m_rule->setForegroundRole(QPalette::PlaceholderText);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->hide();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(makeHeader());
    layout->addWidget(m_rule);
    layout->addWidget(m_suggestionBar);
    layout->addWidget(m_estimateBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    connectAll();
    for (auto* box : findChildren<QComboBox*>())
        box->installEventFilter(this);
    openSet();
    update();
}

void LabelTab::connectAll()
{
    connect(m_controller, &LabelController::changed, this, &LabelTab::update);
    connect(m_controller, &LabelController::answerChanged, m_notice, &QWidget::hide);
    connect(m_controller, &LabelController::opened, m_notice, &QWidget::hide);
    connect(m_controller, &LabelController::failed, this,
            [this](const QString& message) { tell(QStringLiteral("⚠ ") + message); });
    connect(&m_session, &Session::workspaceChanged, this, &LabelTab::openSet);
    connect(&m_session, &Session::importFinished, this, &LabelTab::openSet);
    connect(&m_session, &Session::picturesChanged, this, [this](const std::vector<std::int64_t>& ids) {
        if (ids.empty()) // perhaps any: labels were read from a table
            openSet();
    });
    connect(m_name, &QPushButton::clicked, this, [this] {
        if (m_controller->annotator().isEmpty())
            askName();
        else
            Q_EMIT importRequested();
    });
    connect(m_keys, &QPushButton::clicked, this, &LabelTab::chooseKeys);
    connect(m_agreement, &QPushButton::clicked, this, &LabelTab::showAgreement);
    connect(m_tables, &LabelTables::told, this, &LabelTab::tell);
    connect(m_tables, &LabelTables::finished, this, &LabelTab::focusPicture);
    connect(m_estimateBar, &EstimateBar::finished, this, &LabelTab::focusPicture);
}

void LabelTab::tell(const QString& text)
{
    m_notice->setText(text);
    m_notice->show();
}

void LabelTab::focusPicture()
{
    if (m_pages->currentWidget() == m_view)
        m_view->setFocus();
}

QWidget* LabelTab::makeHeader()
{
    m_set->setObjectName(QStringLiteral("set"));
    m_set->addItem(tr("The true test"), static_cast<int>(LabelSet::TrueTest));
    m_set->addItem(tr("Unlabelled pictures of the pool"), static_cast<int>(LabelSet::Unlabelled));
    m_set->addItem(tr("Second pass"), static_cast<int>(LabelSet::SecondPass));
    m_set->addItem(tr("Conflicts"), static_cast<int>(LabelSet::Conflicts));
    m_annotator->setObjectName(QStringLiteral("annotator"));
    m_annotator->setMinimumContentsLength(12);
    m_progress->setTextVisible(false); // it is a thin line
    m_answered->setObjectName(QStringLiteral("answered"));
    m_progress->setAccessibleName(tr("How far this set is answered"));
    auto* who = new QLabel(tr("&Annotator"));
    who->setBuddy(m_annotator);
    auto* what = new QLabel(tr("P&ictures"));
    what->setBuddy(m_set);
    auto* header = new QWidget;
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    for (QWidget* widget : std::initializer_list<QWidget*>{who, m_annotator, what, m_set})
        layout->addWidget(widget);
    layout->addWidget(m_progress, 1);
    layout->addWidget(m_answered);
    layout->addWidget(m_agreement);
    layout->addWidget(m_keys);
    layout->addWidget(m_tables);
    connect(m_set, &QComboBox::activated, this, &LabelTab::openSet);
    connect(m_annotator, &QComboBox::activated, this, [this](int row) {
        if (row == m_annotator->count() - 1) {
            askName();
            return;
        }
        QSettings().setValue(annotatorKey, m_annotator->itemText(row));
        openSet();
    });
    return header;
}

void LabelTab::openSet()
{
    if (m_session.hasWorkspace())
        m_controller->open(chosenSet(), QSettings().value(annotatorKey).toString());
}

LabelSet LabelTab::chosenSet() const
{
    return static_cast<LabelSet>(m_set->currentData().toInt());
}

bool LabelTab::event(QEvent* event)
{
    // What the widget with the focus does not want comes here before it becomes a shortcut of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

bool LabelTab::undoOrRedo(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Undo))
        m_controller->undo();
    else if (event.matches(QKeySequence::Redo))
        m_controller->redo();
    else
        return false;
    return true;
}

bool LabelTab::eventFilter(QObject* watched, QEvent* event)
{
    // A combo box takes every key that has a text, also that of Ctrl+Z.
    if (event->type() == QEvent::KeyPress && undoOrRedo(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void LabelTab::keyPressEvent(QKeyEvent* event)
{
    if (!undoOrRedo(*event))
        QWidget::keyPressEvent(event);
}

void LabelTab::hideEvent(QHideEvent* event)
{
    m_controller->tellChanges(); // the page that comes shows what is true
    QWidget::hideEvent(event);
}

void LabelTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_hasJustCome = true;
    openSet(); // pictures and answers may have come from elsewhere
}

void LabelTab::update()
{
    const auto& page = m_controller->page();
    const int total = static_cast<int>(page.queue.size());
    updateAnnotators();
    m_rule->setText(ruleText(m_controller->set()));
    m_progress->setRange(0, std::max(1, total));
    m_progress->setValue(m_controller->answered());
    QString text = tr("%1 of %n", nullptr, total).arg(m_controller->answered());
    if (const int later = m_controller->skipped(); later > 0)
        text += QStringLiteral("  ·  ") + tr("%n for later", nullptr, later);
    m_answered->setText(text);
    m_keys->setEnabled(!page.classes.empty());
    m_agreement->setEnabled(!page.annotators.empty());
    updateEmpty();
    m_tables->setEnabled(m_session.hasWorkspace());
    m_tables->setPool(m_controller->set() == LabelSet::Unlabelled ? Pool::Pool : Pool::TrueTest);
    m_tables->setAnnotator(m_controller->annotator());
    // Blind: no model's answer, and no way to one, is near the true test.
    m_suggestionBar->setVisible(m_controller->set() == LabelSet::Unlabelled);
    m_estimateBar->setVisible(m_controller->set() == LabelSet::TrueTest);
    const bool labels = m_controller->current() || m_controller->isDone();
    const bool hadFocus = m_hasJustCome || m_view->hasFocus() || !isAncestorOf(focusWidget()) ||
                          m_empty->isAncestorOf(focusWidget());
    m_pages->setCurrentWidget(labels ? static_cast<QWidget*>(m_view) : m_empty);
    if (labels && hadFocus && isVisible()) {
        m_hasJustCome = false;
        m_view->setFocus();
    }
}

void LabelTab::updateAnnotators()
{
    const QSignalBlocker blocker(m_annotator);
    m_annotator->clear();
    for (const auto& annotator : m_controller->page().annotators)
        m_annotator->addItem(toQString(annotator.name));
    m_annotator->addItem(tr("Somebody else…"));
    m_annotator->setCurrentIndex(m_annotator->findText(m_controller->annotator()));
}

void LabelTab::updateEmpty()
{
    const auto& page = m_controller->page();
    m_name->hide();
    if (m_controller->annotator().isEmpty()) {
        m_empty->setHeadline(tr("Who labels?"));
        m_empty->setSentence(
            tr("Each annotator has answers and an order of pictures of his own, so that it can be "
               "seen how far people agree. The name is asked once."));
        m_name->setText(tr("&Begin…"));
        m_name->show();
    } else if (!page.hasPictures) {
        m_empty->setHeadline(tr("No pictures yet"));
        m_empty->setSentence(
            m_controller->set() == LabelSet::Unlabelled
                ? tr("The pool is empty. Import pictures to label them.")
                : tr("The true test is empty. Import its pictures into the true test to label "
                     "them."));
        m_name->setText(tr("&Import a folder…"));
        m_name->show();
    } else if (m_controller->set() == LabelSet::Conflicts && page.queue.empty()) {
        m_empty->setHeadline(tr("No conflicts"));
        m_empty->setSentence(tr("No two annotators differ on a picture, or most of them agree."));
    } else if (m_controller->set() == LabelSet::SecondPass && page.queue.empty()) {
        m_empty->setHeadline(tr("Nothing to be seen again"));
        m_empty->setSentence(tr("Answer pictures of the true test first; about a tenth of them comes here."));
    } else if (page.queue.empty()) {
        m_empty->setHeadline(tr("Nothing to label"));
        m_empty->setSentence(tr("Every picture of the pool has a label."));
    }
}

void LabelTab::askName()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Annotator"));
    dialog->setLabelText(tr("Your name, as the others see it:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        if (name.simplified().isEmpty())
            return;
        QSettings().setValue(annotatorKey, name.simplified());
        openSet();
    });
    connect(dialog, &QDialog::rejected, this, &LabelTab::updateAnnotators);
    dialog->open();
}

void LabelTab::chooseKeys()
{
    auto* dialog = new KeysDialog(m_controller->page().keys, m_controller->page().classes, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_controller->setKeys(dialog->keys()); });
    connect(dialog, &QDialog::finished, this, &LabelTab::focusPicture);
    dialog->open();
}

void LabelTab::showAgreement()
{
    auto* dialog = new AgreementDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &LabelTab::focusPicture);
    dialog->open();
}

} // namespace nakama
