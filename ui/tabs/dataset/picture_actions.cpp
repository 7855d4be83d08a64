#include "ui/tabs/dataset/picture_actions.h"

#include "core/curate/copy_families.h"
#include "core/workspace/bin.h"
#include "core/workspace/copy_store.h"
#include "ui/tabs/dataset/filter_chips.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/edit_text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <unordered_set>
#include <utility>

namespace nakama
{

namespace
{

/** The pictures and their copies, which must not come to lie in different parts. */
Result<std::vector<std::int64_t>> withCopies(const Workspace& workspace, std::vector<std::int64_t> ids)
{
    NAKAMA_TRY(auto catalogue, workspace.catalogue());
    NAKAMA_TRY(const auto copies, CopyStore(catalogue).copies());
    const auto families = copyFamilies(copies);
    std::unordered_set<std::int64_t> chosen(ids.begin(), ids.end()), chosenFamilies;
    for (const auto id : ids)
        if (const auto family = families.find(id); family != families.end())
            chosenFamilies.insert(family->second);
    for (const auto& [id, family] : families)
        if (chosenFamilies.contains(family) && chosen.insert(id).second)
            ids.push_back(id);
    return ids;
}

/** 1 to 9, 0, then the same with Alt. */
QKeySequence classKey(int index)
{
    if (index >= 20)
        return {};
    const int digit = Qt::Key_0 + (index % 10 + 1) % 10;
    return index < 10 ? QKeySequence(digit) : QKeySequence(Qt::ALT | static_cast<Qt::Key>(digit));
}

} // namespace

PictureActions::PictureActions(Session& session, QAbstractItemView& view, Ids selected)
    : QObject(&view), m_session(session), m_view(view), m_selected(std::move(selected)),
      m_menu(new QMenu(&view)), m_labels(nullptr)
{
    auto* look = m_menu->addAction(tr("&Quick look"), this, &PictureActions::lookRequested);
    look->setShortcut(Qt::Key_Space);
    look->setShortcutContext(Qt::WidgetShortcut);
    view.addAction(look);
    m_menu->addSeparator();
    m_labels = m_menu->addMenu(tr("&Label"));
    auto* marks = m_menu->addMenu(tr("&Mark"));
    for (const auto& [mark, text, key] :
         {std::tuple{PictureMark::SeveralCharacters, tr("&Several characters"), Qt::Key_S},
          std::tuple{PictureMark::NoneOfThese, tr("&None of the classes"), Qt::Key_N},
          std::tuple{PictureMark::Unsure, tr("&Unsure"), Qt::Key_U}})
        add(marks, text, key, [mark = mark](const auto& ids) { return markPictures(ids, mark); });
    add(m_menu, tr("Take label and mark &off"), Qt::Key_Backspace, unlabelPictures);
    m_menu->addSeparator();
    add(m_menu, tr("&Exclude"), Qt::Key_X, excludePictures);
    add(m_menu, tr("&Take back"), Qt::SHIFT | Qt::Key_X, takeBackPictures);
    add(m_menu, tr("Put into the &bin"), QKeySequence::Delete, deletePictures);
    add(m_menu, tr("&Restore from the bin"), Qt::SHIFT | Qt::Key_Delete, restorePictures);
    m_menu->addSeparator();
    auto* move = m_menu->addMenu(tr("Mo&ve to"));
    add(move, tr("The &true test"), {}, [](const auto& ids) { return movePictures(ids, Pool::TrueTest); });
    add(move, tr("The &pool, without the label"), {},
        [](const auto& ids) { return movePictures(ids, Pool::Pool); });
    auto* split = m_menu->addMenu(tr("&Part of the split"));
    for (const auto& [part, text] : {std::pair{SplitPart::Train, tr("&Train, with copies")},
                                     std::pair{SplitPart::Val, tr("&Validation, with copies")},
                                     std::pair{SplitPart::Test, tr("T&est, with copies")}})
        connect(split->addAction(text), &QAction::triggered, this, [this, part = part] { assign(part); });
    add(split, tr("&None"), {}, [](const auto& ids) { return assignPictures(ids, std::nullopt); });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Empty the b&in…")), &QAction::triggered, this,
            &PictureActions::confirmEmptyBin);

    addLabels(m_labels);
    connect(&session, &Session::countsChanged, this, [this] { addLabels(m_labels); });
    view.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { m_menu->popup(m_view.viewport()->mapToGlobal(at)); });
}

QAction* PictureActions::add(QMenu* menu, const QString& text, const QKeySequence& key, const MakeEdit& edit)
{
    auto* action = menu->addAction(text);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view.addAction(action);
    connect(action, &QAction::triggered, this, [this, edit] {
        if (const auto ids = m_selected(); !ids.empty() && m_session.hasWorkspace())
            m_session.edit(edit(ids));
    });
    return action;
}

void PictureActions::addLabels(QMenu* menu)
{
    qDeleteAll(menu->actions());
    const auto& classes = m_session.snapshot().classes;
    for (int index = 0; index < static_cast<int>(classes.size()); ++index)
        add(menu, classText(index, classes).replace(QLatin1Char('&'), QStringLiteral("&&")), classKey(index),
            [index](const auto& ids) { return relabelPictures(ids, index); });
    menu->setEnabled(!classes.empty());
}

void PictureActions::assign(SplitPart part)
{
    auto ids = m_selected();
    if (ids.empty() || !m_session.hasWorkspace())
        return;
    using Finder = Task<std::vector<std::int64_t>>;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    const auto find = [workspace = m_session.workspace(), ids = std::move(ids)](JobContext&) {
        return withCopies(workspace, ids);
    };
    m_session.jobs().start(std::make_shared<Finder>("find copies", find), options, m_session.workspaceScope(),
                           [&session = m_session, part](Finder& job, const JobOutcome& outcome) {
                               if (outcome.state == JobState::Succeeded)
                                   session.edit(assignPictures(*job.value(), part));
                               else if (outcome.state == JobState::Failed)
                                   Q_EMIT session.editFailed(errorText(outcome.error));
                           });
}

void PictureActions::confirmEmptyBin()
{
    if (!m_session.hasWorkspace())
        return;
    using Reader = Task<BinContents>;
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    const auto read = [workspace = m_session.workspace()](JobContext&) { return binContents(workspace); };
    m_session.jobs().start(
        std::make_shared<Reader>("read bin", read), options, this,
        [this](Reader& job, const JobOutcome& outcome) {
            if (outcome.state != JobState::Succeeded)
                return;
            const auto& bin = *job.value();
            auto* box = new QMessageBox(m_view.window());
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setIcon(bin.pictures > 0 ? QMessageBox::Warning : QMessageBox::Information);
            if (bin.pictures == 0) {
                box->setText(tr("The bin is empty."));
                return box->open();
            }
            box->setText(tr("Delete %n picture(s) in the bin for good?", nullptr, bin.pictures));
            box->setInformativeText(tr("%1 on the disk. Their files, labels and history are deleted, and "
                                       "nothing brings them back: "
                                       "this is the one change that cannot be undone.")
                                        .arg(QLocale().formattedDataSize(bin.bytes)));
            const auto* empty = box->addButton(tr("&Delete for good"), QMessageBox::DestructiveRole);
            box->setDefaultButton(box->addButton(QMessageBox::Cancel));
            connect(empty, &QPushButton::clicked, &m_session, [&session = m_session] {
                if (session.hasWorkspace())
                    session.emptyBin();
            });
            box->open();
        });
}

} // namespace nakama
