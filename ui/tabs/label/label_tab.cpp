#include "ui/tabs/label/label_tab.h"

#include "ui/tabs/label/agreement_dialog.h"
#include "ui/tabs/label/keys_dialog.h"
#include "ui/tabs/label/label_view.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
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

QString ruleText(LabelSet set)
{
    switch (set) {
    case LabelSet::Conflicts:
        return LabelTab::tr("Here annotators differ and no answer has a majority. Your answer settles it.");
    case LabelSet::SecondPass:
        return LabelTab::tr(
            "About a tenth of the pictures that you have answered, once more: it shows how far you "
            "agree with yourself, and labels nothing.");
    case LabelSet::Unlabelled:
        return LabelTab::tr(
            "Pictures of the pool without a label. The only answer is the label; of several, what "
            "all or more than half say, or what is settled.");
    case LabelSet::TrueTest:
        break;
    }
    return LabelTab::tr(
        "Blind: no model's answer is shown, and the order is your own. The only answer is the "
        "label; of several, what all or more than half say, or what is settled. Nothing of "
        "the true test is ever trained on.");
}

} // namespace

LabelTab::LabelTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_controller(new LabelController(session, this)),
      m_annotator(new QComboBox), m_set(new QComboBox), m_progress(new QProgressBar), m_rule(new QLabel),
      m_problem(new QLabel), m_keys(new QPushButton(tr("&Keys…"))),
      m_agreement(new QPushButton(tr("A&greement…"))), m_empty(new EmptyState),
      m_view(new LabelView(session, *m_controller)), m_pages(new QStackedWidget)
{
    m_empty->setIcon(icon(Icon::Pictures));
    m_name = m_empty->addButton(tr("&Begin…"));
    m_name->setProperty("primary", true);
    m_rule->setWordWrap(true);
    m_rule->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(makeHeader());
    layout->addWidget(m_rule);
    layout->addWidget(m_problem);
    layout->addWidget(m_pages, 1);

    connect(m_controller, &LabelController::changed, this, [this] {
        m_problem->hide();
        update();
    });
    connect(m_controller, &LabelController::failed, this, [this](const QString& message) {
        // After changed(), which follows at once.
        QMetaObject::invokeMethod(
            this,
            [this, message] {
                m_problem->setText(QStringLiteral("⚠ ") + message);
                m_problem->show();
            },
            Qt::QueuedConnection);
    });
    connect(&session, &Session::workspaceChanged, this, &LabelTab::openSet);
    connect(&session, &Session::importFinished, this, &LabelTab::openSet);
    connect(m_name, &QPushButton::clicked, this, [this] {
        if (m_controller->annotator().isEmpty())
            askName();
        else
            Q_EMIT importRequested();
    });
    connect(m_keys, &QPushButton::clicked, this, &LabelTab::chooseKeys);
    connect(m_agreement, &QPushButton::clicked, this, &LabelTab::showAgreement);
    openSet();
    update();
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
    m_progress->setTextVisible(true);
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
    layout->addWidget(m_agreement);
    layout->addWidget(m_keys);
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
        m_controller->open(static_cast<LabelSet>(m_set->currentData().toInt()),
                           QSettings().value(annotatorKey).toString());
}

void LabelTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
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
    m_progress->setFormat(text);
    m_keys->setEnabled(!page.classes.empty());
    m_agreement->setEnabled(!page.annotators.empty());
    updateEmpty();
    const bool hadFocus = m_view->hasFocus() || !isAncestorOf(focusWidget());
    m_pages->setCurrentWidget(m_controller->current() ? static_cast<QWidget*>(m_view) : m_empty);
    if (m_controller->current() && hadFocus && isVisible())
        m_view->setFocus();
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
    } else {
        m_empty->setHeadline(tr("All answered"));
        m_empty->setSentence(tr("Backspace goes back through the pictures, Ctrl+Z takes answers back."));
        m_empty->setFocusProxy(m_view);
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
    connect(dialog, &QDialog::finished, m_view, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

void LabelTab::showAgreement()
{
    auto* dialog = new AgreementDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, m_view, qOverload<>(&QWidget::setFocus));
    dialog->open();
}

} // namespace nakama
