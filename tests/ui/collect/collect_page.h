#pragma once

#include "tests/support/booru/stand_in_booru.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/collect/collect_tab.h"
#include "ui/viewmodels/collect_controller.h"
#include "ui/viewmodels/danbooru_account.h"
#include "ui/viewmodels/session.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

class QAbstractButton;

namespace nakama::test
{

/**
 * The Collect page on a new workspace, with settings of its own, no keychain, and a stand-in of the server.
 * Its classes are Nami, Luffy and Stranger; Stranger has no tag.
 */
class CollectPage
{
public:
    explicit CollectPage(const nlohmann::json& scenario, int wanted);
    ~CollectPage();

    template<typename Widget>
    Widget* named(const char* name)
    {
        auto* widget = tab->findChild<Widget*>(QString::fromLatin1(name));
        if (!widget)
            qFatal("there is no '%s'", name);
        return widget;
    }
    QString headline();
    /** A cell of the table of classes, by the model's row. */
    QString cell(int row, int column);
    void click(const char* button);
    /** All that settings and workspace have on the disk, as one text. */
    std::string everythingOnDisk() const;
    /** Saves a picture of the page under $NAKAMA_SCREENSHOTS; does nothing where that is not set. */
    void shoot(const char* name);

    TemporaryFolder home;
    StandInBooru server;
    std::unique_ptr<Session> session;
    std::unique_ptr<CollectController> controller;
    std::unique_ptr<DanbooruAccount> account;
    std::unique_ptr<CollectTab> tab;
};

/** So many posts of each of Nami and Luffy, with ids from 100 and 200 on. */
nlohmann::json postsOfTwo(int count);

} // namespace nakama::test
