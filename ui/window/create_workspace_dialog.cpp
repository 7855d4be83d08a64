#include "ui/window/create_workspace_dialog.h"

#include "core/workspace/class_names.h"
#include "core/workspace/preset.h"
#include "ui/viewmodels/convert.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

const auto presetId = "one-piece";

QString suggestedFolder()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QString name = CreateWorkspaceDialog::tr("Characters", "name of a folder");
    for (int number = 2; documents.exists(name); ++number)
        name = CreateWorkspaceDialog::tr("Characters %1", "name of a folder").arg(number);
    return documents.filePath(name);
}

std::vector<ClassInfo> classesOf(const QString& lines)
{
    std::vector<ClassInfo> classes;
    for (const QString& line : lines.split(QLatin1Char('\n'))) {
        const std::string name = toStdString(line.simplified());
        if (!name.empty())
            classes.push_back({name, name, {}, {}});
    }
    return classes;
}

QLabel* makeProblemLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, QColor(0xd0453f));
    label->setPalette(palette);
    return label;
}

QLabel* makeHeading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

} // namespace

CreateWorkspaceDialog::CreateWorkspaceDialog(const QString& hint, QWidget* parent)
    : QDialog(parent), m_folder(new QLineEdit(QDir::toNativeSeparators(suggestedFolder()))),
      m_folderProblem(makeProblemLabel()),
      m_preset(new QRadioButton(tr("&One Piece: the 18 characters of the Kaggle competition"))),
      m_own(new QRadioButton(tr("My o&wn, one a line:"))),
      m_fromFolders(new QRadioButton(tr("&From the folders that I import"))), m_names(new QPlainTextEdit),
      m_classesProblem(makeProblemLabel())
{
    setWindowTitle(tr("Create workspace"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_preset->setObjectName(QStringLiteral("preset"));
    m_own->setObjectName(QStringLiteral("ownClasses"));
    m_fromFolders->setObjectName(QStringLiteral("fromFolders"));
    m_names->setObjectName(QStringLiteral("classNames"));
    auto* browseButton = new QPushButton(tr("&Browse…"));
    browseButton->setAutoDefault(false);
    auto* folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browseButton);
    m_preset->setChecked(true);
    m_names->setPlaceholderText(tr("Luffy\nZoro\nNami"));
    m_names->setTabChangesFocus(true);
    m_names->setAccessibleName(tr("Class names, one a line"));
    m_names->setMinimumHeight(120);

    auto* folderHeading = makeHeading(tr("F&older"));
    folderHeading->setBuddy(m_folder);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this); // else Return presses Cancel
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setProperty("primary", true);
    m_create->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(8);
    if (!hint.isEmpty()) {
        auto* hintLabel = new QLabel(hint);
        hintLabel->setWordWrap(true);
        layout->addWidget(hintLabel);
    }
    layout->addWidget(folderHeading);
    layout->addLayout(folderRow);
    layout->addWidget(m_folderProblem);
    layout->addSpacing(8);
    layout->addWidget(makeHeading(tr("Classes")));
    layout->addWidget(m_preset);
    layout->addWidget(m_fromFolders);
    layout->addWidget(m_own);
    layout->addWidget(m_names, 1);
    layout->addWidget(m_classesProblem);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    resize(560, 480);

    connect(browseButton, &QPushButton::clicked, this, &CreateWorkspaceDialog::browse);
    connect(m_folder, &QLineEdit::textChanged, this, &CreateWorkspaceDialog::validate);
    connect(m_names, &QPlainTextEdit::textChanged, this, &CreateWorkspaceDialog::validate);
    for (auto* choice : {m_preset, m_own, m_fromFolders})
        connect(choice, &QRadioButton::toggled, this, &CreateWorkspaceDialog::validate);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    validate();
}

std::filesystem::path CreateWorkspaceDialog::folder() const
{
    return toPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

WorkspaceParams CreateWorkspaceDialog::params() const
{
    WorkspaceParams params;
    if (m_own->isChecked()) {
        params.classes = classesOf(m_names->toPlainText());
    } else if (m_preset->isChecked()) {
        if (auto preset = findPreset(presetId)) {
            params.preset = preset->id;
            params.classes = preset->classes;
        }
    }
    return params;
}

void CreateWorkspaceDialog::browse()
{
    auto* chooser = new QFileDialog(this, tr("Folder for the workspace"), QFileInfo(m_folder->text()).path());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString& chosen) { m_folder->setText(QDir::toNativeSeparators(chosen)); });
    chooser->open();
}

void CreateWorkspaceDialog::validate()
{
    m_names->setEnabled(m_own->isChecked());
    const QString folderText = folderProblem();
    const QString classesText = classesProblem();
    m_folderProblem->setText(folderText);
    m_folderProblem->setVisible(!folderText.isEmpty());
    m_classesProblem->setText(classesText);
    m_classesProblem->setVisible(!classesText.isEmpty());
    m_create->setEnabled(folderText.isEmpty() && classesText.isEmpty());
}

QString CreateWorkspaceDialog::folderProblem() const
{
    const QString path = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (path.isEmpty())
        return tr("Name the folder that the workspace will be kept in.");
    if (QDir::isRelativePath(path))
        return tr("Give the whole path, beginning with %1.").arg(QDir::toNativeSeparators(QDir::rootPath()));
    const QFileInfo info(path);
    if (info.exists() && !info.isDir())
        return tr("There is a file of this name; choose another.");
    if (info.isDir() && QFileInfo::exists(QDir(path).filePath(QStringLiteral("workspace.json"))))
        return tr("This folder already is a workspace; open it instead.");
    if (info.isDir() && !QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return tr("This folder is not empty; choose a new one, so that nothing of yours is touched.");
    return {};
}

QString CreateWorkspaceDialog::classesProblem() const
{
    if (!m_own->isChecked())
        return {};
    const auto classes = classesOf(m_names->toPlainText());
    if (classes.size() < 2)
        return tr("Name at least two classes.");
    const auto checked = checkNewClasses({}, classes);
    return checked ? QString() : errorText(checked.error());
}

} // namespace nakama
