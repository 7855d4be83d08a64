#pragma once

#include "core/workspace/answer_store.h"
#include "tests/support/keys_at_focus.h"
#include "tests/support/must.h"
#include "tests/support/temporary_folder.h"
#include "ui/tabs/label/label_tab.h"
#include "ui/tabs/label/label_view.h"

#include <QMainWindow>
#include <QTreeWidget>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace nakama::test
{

/** A workspace with pictures 0.png, 1.png, … of the true test, and behind them some of the pool; none has a
 * label. Their ids are from 1. */
void makeWorkspace(const std::filesystem::path& folder, const std::vector<std::string>& classes, int trueTest,
                   int pool = 0);

/** The answers that hold, as another process sees them. */
std::vector<AnswerRecord> answersIn(const std::filesystem::path& folder);

/** Keeps what annotators say of pictures; nobody else may have the workspace open. */
struct Said
{
    std::string annotator;
    std::int64_t picture;
    Answer answer;
};
void answer(const std::filesystem::path& folder, const std::vector<Said>& all);

ImageRecord imageIn(const std::filesystem::path& folder, std::int64_t id);

/** The number of a picture by its name, "3.png". */
int numberOf(const ImageRecord& image);

/** The rows of a table, cells joined by "|". */
QStringList rowsOf(const QTreeWidget& table);

/** Makes QSettings of its own for a test program, and applies the names that they need. */
class OwnSettings
{
public:
    OwnSettings();

private:
    TemporaryFolder m_folder;
};

/** The page in a window that has an Undo and a Redo of its own, as the program's has. */
struct LabelHost
{
    Session session;
    QMainWindow window;
    LabelTab& tab = *new LabelTab(session);
    LabelController& controller = *tab.findChild<LabelController*>();
    LabelView& view = *tab.findChild<LabelView*>();
    int windowUndos = 0; ///< and redos

    explicit LabelHost(const std::filesystem::path& folder,
                       const QString& annotator = QStringLiteral("Anna"));

    bool isReady() const { return controller.current() != nullptr; }
    bool isIdle() { return session.jobs().active().empty(); }
    /** As a person does in the header. */
    void choose(LabelSet set);
    /** Makes the window the active one again, as a desktop does when a dialog is closed. */
    void comeBack();
    /** Presses a key where the focus is; false where it is nowhere, or on something that is hidden. */
    bool press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        return test::press(key, modifiers);
    }
    bool type(const QString& text) { return typeText(text); }
    Answer answerAt(std::size_t place) const { return controller.page().queue[place].answer; }
    QString textOf(const QString& labelName) const;
    template<typename W>
    W& child(const QString& name)
    {
        auto* found = tab.findChild<W*>(name);
        if (!found)
            throw std::runtime_error("no " + name.toStdString());
        return *found;
    }
};

} // namespace nakama::test
