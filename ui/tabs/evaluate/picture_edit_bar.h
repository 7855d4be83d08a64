#pragma once

#include "core/workspace/picture_edit.h"
#include "core/workspace/preset.h"

#include <QStringList>
#include <QWidget>

#include <cstdint>
#include <vector>

class QAction;
class QKeySequence;
class QMenu;
class QToolButton;

namespace nakama
{

/** What a person may change in the pictures that are chosen: another label, several characters, exclude, and
 * back. The keys work everywhere in the widget that the bar is made for. */
class PictureEditBar : public QWidget
{
    Q_OBJECT

public:
    PictureEditBar(QWidget& scope, QWidget* parent);

    /** The workspace's classes, by their index there: what a picture can be labelled. */
    void setLabels(const std::vector<ClassInfo>& classes);
    /** What is changed; suggested: the label that is offered first, empty for none. */
    void setPictures(std::vector<std::int64_t> ids, const QString& suggested);
    /** What the last edit was, for the button that takes it back; empty: there is nothing to take back. */
    void setUndo(const QString& edit);
    /** Where no menu of the window has it. */
    void setUndoShortcut(const QKeySequence& shortcut);

    /** Relabel, several characters, exclude: for a context menu. */
    const QList<QAction*>& edits() const { return m_edits; }

Q_SIGNALS:
    void editRequested(const nakama::PictureEdit& edit);
    void undoRequested();

private:
    QToolButton* addButton(QAction* action);
    QAction* addEdit(const QString& text, const QString& toolTip, const QKeySequence& shortcut);
    void openLabels();
    void relabel(int label);

    QWidget& m_scope;
    std::vector<std::int64_t> m_ids;
    QStringList m_labels;
    QString m_suggested;
    QList<QAction*> m_edits;
    QMenu* m_labelMenu;
    QAction* m_undo;
    QToolButton* m_relabel = nullptr;
};

} // namespace nakama
