#include "tests/ui/collect/collect_page.h"

#include "core/base/atomic_file.h"
#include "ui/viewmodels/collect_settings.h"
#include "ui/viewmodels/convert.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <fstream>
#include <sstream>

namespace nakama::test
{

CollectPage::CollectPage(const nlohmann::json& scenario, int wanted) : server(scenario)
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); // the person's own keychain is not for tests
    QCoreApplication::setOrganizationName(QStringLiteral("nakama"));
    QCoreApplication::setApplicationName(QStringLiteral("nakama"));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, toQString(home.path()));
    CollectSettings settings;
    settings.client.server = server.address();
    settings.client.requestsPerSecond = 10;
    settings.wanted = wanted;
    saveCollectSettings(settings);
    session = std::make_unique<Session>();
    controller = std::make_unique<CollectController>(*session);
    account = std::make_unique<DanbooruAccount>(*session);
    session->createWorkspace(home / "workspace", {{},
                                                  {{"Nami", "", {}, "nami_(one_piece)"},
                                                   {"Luffy", "", {}, "monkey_d._luffy"},
                                                   {"Stranger", "", {}, {}}},
                                                  false});
    tab = std::make_unique<CollectTab>(*session, *controller, *account);
    tab->resize(1180, 700);
    tab->show();
    if (!QTest::qWaitForWindowExposed(tab.get()) ||
        !QTest::qWaitFor([&] { return session->isSnapshotRead(); }, 10'000))
        qFatal("the page did not open");
}

CollectPage::~CollectPage() = default;

QString CollectPage::headline()
{
    return named<QLabel>("collectState")->text();
}

QString CollectPage::cell(int row, int column)
{
    const auto* sorted =
        qobject_cast<QAbstractProxyModel*>(named<QAbstractItemView>("collectClasses")->model());
    return sorted->sourceModel()->index(row, column).data().toString();
}

void CollectPage::click(const char* button)
{
    auto* found = named<QPushButton>(button);
    QVERIFY2(found->isVisible() && found->isEnabled(), button);
    QTest::mouseClick(found, Qt::LeftButton);
}

std::string CollectPage::everythingOnDisk() const
{
    QSettings().sync();
    std::ostringstream all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path()))
        if (entry.is_regular_file())
            all << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    return all.str();
}

void CollectPage::shoot(const char* name)
{
    const QString folder = qEnvironmentVariable("NAKAMA_SCREENSHOTS");
    if (!folder.isEmpty())
        tab->grab().save(QDir(folder).filePath(QString::fromLatin1(name)));
}

nlohmann::json postsOfTwo(int count)
{
    auto posts = nlohmann::json::array();
    for (int i = 0; i < count; ++i) {
        posts.push_back(booruPost(100 + i, "nami_(one_piece)"));
        posts.push_back(booruPost(200 + i, "monkey_d._luffy"));
    }
    return posts;
}

} // namespace nakama::test
