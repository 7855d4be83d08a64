#include "ui/tabs/evaluate/picture_edit_bar.h"

#include "ui/viewmodels/convert.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QMenu>
#include <QToolButton>

namespace nakama
{

PictureEditBar::PictureEditBar(QWidget& scope, QWidget* parent)
    : QWidget(parent), m_scope(scope), m_labelMenu(new QMenu(this)), m_undo(new QAction(tr("Undo"), this))
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QAction* const relabelling =
        addEdit(tr("Change label…"), tr("Gives the selected pictures another class"), Qt::Key_L);
    QAction* const several = addEdit(tr("Several characters"),
                                     tr("Marks the selected pictures as showing no single character, which "
                                        "takes them out of use"),
                                     Qt::Key_M);
    QAction* const excluding =
        addEdit(tr("Exclude"), tr("Takes the selected pictures out of use"), Qt::Key_Delete);
    m_relabel = addButton(relabelling);
    row->addWidget(m_relabel);
    row->addWidget(addButton(several));
    row->addWidget(addButton(excluding));
    row->addStretch();
    row->addWidget(addButton(m_undo));

    connect(relabelling, &QAction::triggered, this, &PictureEditBar::openLabels);
    connect(several, &QAction::triggered, this,
            [this] { Q_EMIT editRequested(markPictures(m_ids, PictureMark::SeveralCharacters)); });
    connect(excluding, &QAction::triggered, this, [this] { Q_EMIT editRequested(excludePictures(m_ids)); });
    connect(m_undo, &QAction::triggered, this, &PictureEditBar::undoRequested);
    setPictures({}, {});
    setUndo({});
}

QToolButton* PictureEditBar::addButton(QAction* action)
{
    auto* const button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QAction* PictureEditBar::addEdit(const QString& text, const QString& toolTip, const QKeySequence& shortcut)
{
    auto* const action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(toolTip + QStringLiteral(" (") + shortcut.toString(QKeySequence::NativeText) +
                       QLatin1Char(')'));
    m_scope.addAction(action);
    m_edits << action;
    return action;
}

void PictureEditBar::setLabels(const std::vector<ClassInfo>& classes)
{
    m_labels.clear();
    for (const auto& one : classes)
        m_labels << toQString(one.name);
}

void PictureEditBar::setPictures(std::vector<std::int64_t> ids, const QString& suggested)
{
    m_ids = std::move(ids);
    m_suggested = suggested;
    for (QAction* const edit : m_edits)
        edit->setEnabled(!m_ids.empty());
}

void PictureEditBar::setUndo(const QString& edit)
{
    m_undo->setEnabled(!edit.isEmpty());
    m_undo->setToolTip(edit.isEmpty() ? tr("Nothing was changed yet") : tr("Takes back: %1").arg(edit));
}

void PictureEditBar::setUndoShortcut(const QKeySequence& shortcut)
{
    m_undo->setShortcut(shortcut);
    m_undo->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_scope.addAction(m_undo);
}

void PictureEditBar::openLabels()
{
    m_labelMenu->clear();
    const auto add = [this](int label, const QString& text) {
        m_labelMenu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                               [this, label] { relabel(label); });
    };
    // What the model says is what a wrong label most often should be.
    if (const auto label = m_labels.indexOf(m_suggested); label >= 0) {
        add(static_cast<int>(label), tr("%1, as predicted").arg(m_suggested));
        m_labelMenu->addSeparator();
    }
    for (int label = 0; label < m_labels.size(); ++label)
        add(label, m_labels[label]);
    m_labelMenu->popup(m_relabel->mapToGlobal(QPoint(0, 0)));
    m_labelMenu->setActiveAction(m_labelMenu->actions().value(0));
}

void PictureEditBar::relabel(int label)
{
    if (!m_ids.empty())
        Q_EMIT editRequested(relabelPictures(m_ids, label));
}

} // namespace nakama
