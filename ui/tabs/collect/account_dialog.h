#pragma once

#include "ui/viewmodels/danbooru_account.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nakama
{

/** The account at the server: login and key, a test of them, and where the key is kept. */
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    /** client: the server and the pace that the settings say. */
    AccountDialog(DanbooruAccount& account, const ClientParams& client, QWidget* parent = nullptr);
    ~AccountDialog() override;

private:
    void update();
    void test();
    void save();
    void say(const QString& text);
    /** What is typed, or, where no key is typed, what is known already. */
    ClientParams typedClient() const;

    DanbooruAccount& m_account;
    ClientParams m_client;
    QLineEdit* m_login;
    QLineEdit* m_key;
    QLabel* m_result;
    QLabel* m_place;
    QPushButton* m_test;
    QPushButton* m_forget;
    QPushButton* m_save;
};

/** Where the key is, in words. */
QString keyPlaceText(const DanbooruAccount& account);

} // namespace nakama
