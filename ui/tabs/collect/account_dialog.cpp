#include "ui/tabs/collect/account_dialog.h"

#include "ui/theme/form_rows.h"
#include "ui/viewmodels/convert.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QLabel* makeText()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

AccountDialog::AccountDialog(DanbooruAccount& account, const ClientParams& client, QWidget* parent)
    : QDialog(parent), m_account(account), m_client(client), m_login(new QLineEdit(account.login())),
      m_key(new QLineEdit), m_result(makeText()), m_place(makeText()),
      m_test(new QPushButton(tr("&Test my key"))), m_forget(new QPushButton(tr("&Forget")))
{
    setWindowTitle(tr("Account"));
    m_login->setObjectName(QStringLiteral("login"));
    m_key->setObjectName(QStringLiteral("key"));
    m_result->setObjectName(QStringLiteral("testResult"));
    m_place->setObjectName(QStringLiteral("keyPlace"));
    m_test->setObjectName(QStringLiteral("testKey"));
    m_forget->setObjectName(QStringLiteral("forget"));
    m_key->setEchoMode(QLineEdit::Password);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    auto* explanation = makeText();
    explanation->setText(tr("%1 can be asked without an account too. With one it may show more pictures and "
                            "take more tags in one search. The key is not your password: you make it on your "
                            "profile page there, under “API Key”.")
                             .arg(toQString(client.server)));
    auto* form = new QFormLayout;
    form->addRow(tr("&Login:"), m_login);
    form->addRow(tr("&Key:"), m_key);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    centreLabels(*form);
    auto* row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_forget);
    row->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this); // else Return presses Cancel
    m_save = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("keep"));
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    for (auto* button : {m_test, m_forget})
        button->setAutoDefault(false);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(explanation);
    layout->addLayout(form);
    layout->addLayout(row);
    layout->addWidget(m_result);
    layout->addWidget(m_place);
    layout->addStretch();
    layout->addWidget(buttons);
    resize(500, 380);

    for (auto* field : {m_login, m_key})
        connect(field, &QLineEdit::textChanged, this, [this] {
            say({});
            update();
        });
    connect(m_test, &QPushButton::clicked, this, &AccountDialog::test);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        m_login->clear();
        m_key->clear();
        m_account.forget();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &AccountDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&account, &DanbooruAccount::changed, this, &AccountDialog::update);
    connect(&account, &DanbooruAccount::tested, this, [this](const Account& one) {
        m_test->setEnabled(true);
        say(accountText(one));
    });
    connect(&account, &DanbooruAccount::refused, this, [this](const QString& message) {
        m_test->setEnabled(true);
        say(message);
    });
    say({});
    update();
}

AccountDialog::~AccountDialog()
{
    m_account.cancelTest();
}

ClientParams AccountDialog::typedClient() const
{
    auto client = m_account.clientFor(m_client);
    if (!m_key->text().isEmpty())
        client.credentials =
            Credentials{toStdString(m_login->text().trimmed()), toStdString(m_key->text().trimmed())};
    else if (m_login->text().trimmed() != m_account.login())
        client.credentials.reset();
    return client;
}

void AccountDialog::update()
{
    const bool complete = typedClient().credentials && !m_login->text().trimmed().isEmpty();
    m_test->setEnabled(complete);
    m_save->setEnabled(complete);
    m_forget->setEnabled(!m_account.login().isEmpty());
    const bool isKnown = m_account.clientFor(m_client).credentials.has_value();
    m_key->setPlaceholderText(isKnown ? tr("as it is") : QString());
    m_place->setText(keyPlaceText(m_account));
}

void AccountDialog::test()
{
    m_test->setEnabled(false);
    say(tr("Asking the server…"));
    auto client = typedClient();
    client.attempts = 2; // a person waits
    m_account.test(client);
}

void AccountDialog::save()
{
    const auto client = typedClient();
    if (!m_key->text().isEmpty())
        m_account.keep(client.server, *client.credentials);
    accept();
}

void AccountDialog::say(const QString& text)
{
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
}

QString keyPlaceText(const DanbooruAccount& account)
{
    if (!account.problem().isEmpty())
        return account.problem();
    switch (account.keyPlace()) {
    case KeyPlace::Nowhere:
        return AccountDialog::tr("The key will be kept in the system's keychain, and nowhere else.");
    case KeyPlace::Asking:
        return AccountDialog::tr("The keychain is being asked for the key…");
    case KeyPlace::Keychain:
        return AccountDialog::tr("The key is in the system's keychain.");
    case KeyPlace::Memory:
        return AccountDialog::tr("The key is in memory; the keychain is being asked to take it…");
    }
    return {};
}

} // namespace nakama
