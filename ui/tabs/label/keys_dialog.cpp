#include "ui/tabs/label/keys_dialog.h"

#include "ui/tabs/label/key_edit.h"
#include "ui/tabs/label/label_text.h"
#include "ui/theme/form_rows.h"
#include "ui/viewmodels/convert.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nakama
{

KeysDialog::KeysDialog(const LabelKeys& keys, const std::vector<ClassInfo>& classes, QWidget* parent)
    : QDialog(parent), m_classes(classes), m_problem(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                     QDialogButtonBox::RestoreDefaults))
{
    setWindowTitle(tr("Keys"));
    auto* form = new QWidget;
    auto* rows = makeFormLayout(form);
    for (const auto& info : m_classes) {
        auto* edit = new QLineEdit;
        edit->setMaxLength(2);
        edit->setPlaceholderText(tr("none"));
        m_edits.push_back(edit);
        edit->setObjectName(QStringLiteral("keys of %1").arg(toQString(info.name)));
        rows->addRow(toQString(info.displayName.empty() ? info.name : info.displayName), edit);
        connect(edit, &QLineEdit::textEdited, this, &KeysDialog::check);
    }
    for (const auto action : labelActions) {
        auto* edit = new KeyEdit;
        edit->setObjectName(QStringLiteral("key of ") +
                            QString::fromLatin1(labelActionName(action).data(),
                                                static_cast<qsizetype>(labelActionName(action).size())));
        m_actions.push_back(edit);
        rows->addRow(actionText(action), edit);
        connect(edit, &KeyEdit::keyChosen, this, &KeysDialog::check);
    }
    centreLabels(*rows);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(form);
    auto* sentence = new QLabel(
        tr("A class has one key, or two pressed one after the other; one without keys is found by the "
           "letters of its name. For the rest press the key in its field: Space, Backspace, Ins, Del, "
           "F1 to F12, or a letter, digit or sign. All are kept in the workspace."));
    sentence->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(sentence);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    resize(420, 560);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { setKeys(LabelKeys::standard(m_classes.size())); });
    setKeys(keys);
}

void KeysDialog::setKeys(const LabelKeys& keys)
{
    m_keys = keys;
    for (std::size_t i = 0; i < m_edits.size(); ++i)
        m_edits[i]->setText(toQString(keys.of(i)));
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setKey(keys.of(labelActions[i]));
    check();
}

void KeysDialog::check()
{
    for (std::size_t i = 0; i < m_edits.size(); ++i)
        m_keys.set(i, toStdString(m_edits[i]->text()));
    for (std::size_t i = 0; i < m_actions.size(); ++i)
        m_keys.set(labelActions[i], m_actions[i]->key());
    const auto checked = m_keys.check(m_classes);
    m_problem->setText(checked ? QString() : toQString(checked.error().text()));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(checked.has_value());
}

} // namespace nakama
