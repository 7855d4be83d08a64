#pragma once

#include "core/workspace/workspace.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace nakama
{

/** Asks for a folder and the classes of a new workspace, and says beside each field what is wrong with it. */
class CreateWorkspaceDialog : public QDialog
{
    Q_OBJECT

public:
    /** What comes after creating, in words, shown at the top; may be empty. */
    explicit CreateWorkspaceDialog(const QString& hint, QWidget* parent = nullptr);

    std::filesystem::path folder() const;
    WorkspaceParams params() const;

private:
    void browse();
    void validate();
    QString folderProblem() const;
    QString classesProblem() const;

    QLineEdit* m_folder;
    QLabel* m_folderProblem;
    QRadioButton* m_preset;
    QRadioButton* m_own;
    QRadioButton* m_fromFolders;
    QPlainTextEdit* m_names;
    QLabel* m_classesProblem;
    QPushButton* m_create;
};

} // namespace nakama
