#include "tests/ui/label/label_host.h"

#include "core/base/hash.h"
#include "core/imaging/encode.h"
#include "core/label/labelling.h"
#include "core/workspace/image_writer.h"
#include "tests/support/drawing.h"
#include "ui/viewmodels/convert.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QTest>

namespace nakama::test
{

namespace
{

void add(ImageWriter& writer, int number, Pool pool)
{
    const auto content = must(encodePng(drawing(number, 24, 20)));
    NewImage image;
    image.sha256 = sha256(content);
    image.extension = "png";
    image.width = 24;
    image.height = 20;
    image.bytes = static_cast<std::int64_t>(content.size());
    image.source = "test";
    image.originalName = std::to_string(number) + ".png";
    image.pool = pool;
    must(writer.add(image, content));
}

} // namespace

void makeWorkspace(const std::filesystem::path& folder, const std::vector<std::string>& classes, int trueTest,
                   int pool)
{
    WorkspaceParams params;
    for (const auto& name : classes)
        params.classes.push_back({name, "", {}, {}});
    const auto workspace = must(Workspace::create(folder, params));
    auto writer = must(ImageWriter::open(workspace));
    for (int i = 0; i < trueTest + pool; ++i)
        add(writer, i, i < trueTest ? Pool::TrueTest : Pool::Pool);
    must(writer.commit());
}

std::vector<AnswerRecord> answersIn(const std::filesystem::path& folder)
{
    const auto workspace = must(Workspace::open(folder, Access::ReadOnly));
    auto catalogue = must(workspace.catalogue());
    return must(AnswerStore(catalogue).answers());
}

void answer(const std::filesystem::path& folder, const std::vector<Said>& all)
{
    const auto workspace = must(Workspace::open(folder, Access::ReadWrite));
    auto catalogue = must(workspace.catalogue());
    for (const auto& said : all) {
        const auto who = must(AnswerStore(catalogue).annotator(said.annotator));
        must(recordAnswer(catalogue, who.id, said.picture, AnswerPass::First, said.answer));
    }
}

ImageRecord imageIn(const std::filesystem::path& folder, std::int64_t id)
{
    const auto workspace = must(Workspace::open(folder, Access::ReadOnly));
    const auto catalogue = must(workspace.catalogue());
    return must(catalogue.image(id));
}

int numberOf(const ImageRecord& image)
{
    return std::stoi(image.originalName);
}

QStringList rowsOf(const QTreeWidget& table)
{
    QStringList rows;
    for (int i = 0; i < table.topLevelItemCount(); ++i) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells << table.topLevelItem(i)->text(column);
        rows << cells.join(QLatin1Char('|'));
    }
    return rows;
}

OwnSettings::OwnSettings()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, toQString(m_folder.path()));
    QCoreApplication::setOrganizationName(QStringLiteral("nakama-test"));
    QCoreApplication::setApplicationName(QStringLiteral("nakama-test"));
}

LabelHost::LabelHost(const std::filesystem::path& folder, const QString& annotator)
{
    QSettings().setValue(QStringLiteral("label/annotator"), annotator);
    window.setCentralWidget(&tab);
    for (const auto shortcut : {QKeySequence::Undo, QKeySequence::Redo}) {
        auto* action = new QAction(&window);
        action->setShortcut(shortcut);
        window.addAction(action);
        QObject::connect(action, &QAction::triggered, &window, [this] { ++windowUndos; });
    }
    window.resize(1000, 700);
    window.show();
    window.activateWindow();
    session.openWorkspace(folder);
}

void LabelHost::choose(LabelSet set)
{
    auto& sets = child<QComboBox>(QStringLiteral("set"));
    sets.setCurrentIndex(sets.findData(static_cast<int>(set)));
    Q_EMIT sets.activated(sets.currentIndex());
}

void LabelHost::comeBack()
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        throw std::runtime_error("the window did not become active");
}

QString LabelHost::textOf(const QString& labelName) const
{
    const auto* label = tab.findChild<QLabel*>(labelName);
    return label ? label->text() : QString();
}

} // namespace nakama::test
