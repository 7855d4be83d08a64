#include "ui/tabs/label/keys_dialog.h"

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
    setWindowTitle(tr("Keys of the classes"));
    auto* form = new QWidget;
    auto* rows = makeFormLayout(form);
    for (const auto& info : m_classes) {
        auto* edit = new QLineEdit;
        edit->setMaxLength(2);
        edit->setPlaceholderText(tr("none"));
        m_edits.push_back(edit);
        rows->addRow(toQString(info.displayName.empty() ? info.name : info.displayName), edit);
        connect(edit, &QLineEdit::textEdited, this, &KeysDialog::check);
    }
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(form);
    auto* sentence =
        new QLabel(tr("One key, or two pressed one after the other. They are kept in the workspace. A "
                      "class without keys is found by the letters of its name."));
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
    check();
}

void KeysDialog::check()
{
    for (std::size_t i = 0; i < m_edits.size(); ++i)
        m_keys.set(i, toStdString(m_edits[i]->text()));
    const auto checked = m_keys.check(m_classes);
    m_problem->setText(checked ? QString() : toQString(checked.error().text()));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(checked.has_value());
}

} // namespace nakama
