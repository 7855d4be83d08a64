#include "ui/tabs/predict/answers_bar.h"

#include "core/workflow/prediction_files.h"
#include "ui/tabs/predict/submission_flow.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/save_file.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace nakama
{

namespace
{

constexpr std::size_t classesInTable = 5;

} // namespace

AnswersBar::AnswersBar(Session& session, PredictController& predict, QWidget* parent)
    : QWidget(parent), m_session(session), m_predict(predict),
      m_submission(new SubmissionFlow(session, *this)), m_state(new QLabel)
{
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    m_state->setObjectName(QStringLiteral("predictState"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
    row->addWidget(m_state, 1);
    m_save = addButton(tr("Save as &table…"), tr("One row a picture, as CSV"));
    m_sort = addButton(tr("Sort into fol&ders…"),
                       tr("Copies each file into a folder of its class; the originals stay"));
    m_submit = addButton(tr("Ka&ggle submission…"),
                         tr("Answers the pictures of the true test after the competition's sample file"));
    m_clear = addButton(tr("C&lear"), tr("Forgets these pictures; no file is touched"));
    connect(m_save, &QPushButton::clicked, this, &AnswersBar::saveTable);
    connect(m_sort, &QPushButton::clicked, this, &AnswersBar::sortIntoFolders);
    connect(m_submit, &QPushButton::clicked, this, &AnswersBar::submit);
    connect(m_clear, &QPushButton::clicked, &m_predict, &PredictController::clear);
    connect(m_submission, &SubmissionFlow::ended, this, &AnswersBar::say);
    connect(&m_predict, &PredictController::stateChanged, this, &AnswersBar::update);
    connect(&m_predict, &PredictController::modelChanged, this, &AnswersBar::update);
    connect(&m_session, &Session::engineReady, this, &AnswersBar::update);
    update();
}

QPushButton* AnswersBar::addButton(const QString& text, const QString& toolTip)
{
    auto* const button = new QPushButton(text);
    button->setToolTip(toolTip);
    layout()->addWidget(button);
    return button;
}

void AnswersBar::say(const QString& text)
{
    m_state->setText(text);
}

void AnswersBar::update()
{
    const int all = m_predict.pictures().rowCount();
    const int answered = m_predict.answeredCount();
    QString text = m_predict.problem();
    if (text.isEmpty() && all > 0)
        text = m_predict.isBusy() || answered < all ? tr("%1 of %2 answered").arg(answered).arg(all)
                                                    : tr("%n picture(s) answered", nullptr, all);
    say(text);
    m_save->setEnabled(answered > 0);
    m_sort->setEnabled(answered > 0);
    m_clear->setEnabled(all > 0);
    // Only a run of a workspace has a true test to answer.
    const auto& model = m_predict.model();
    m_submit->setVisible(m_session.hasWorkspace());
    m_submit->setEnabled(model && model->kind == AskedModel::Kind::Run && m_session.engine() != nullptr);
}

void AnswersBar::saveTable()
{
    const auto text = [answers = m_predict.answers()] {
        return QByteArray::fromStdString(answersCsv(answers, classesInTable));
    };
    saveCsv(this, MakeText(text), QStringLiteral("predictions.csv"));
}

void AnswersBar::sortIntoFolders()
{
    auto* const chooser = new QFileDialog(this, tr("Folder that gets a folder for each class"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        JobOptions options;
        options.title = tr("Sort pictures into folders");
        options.scope = JobScope::Program;
        m_session.jobs().start(std::make_shared<SortIntoFoldersJob>(m_predict.fileAnswers(), toPath(folder)),
                               options, this, [this](SortIntoFoldersJob& job, const JobOutcome& outcome) {
                                   if (outcome.state == JobState::Succeeded)
                                       say(tr("Pictures copied: %1; already there: %2.")
                                               .arg(job.copied())
                                               .arg(job.alreadyThere()));
                               });
    });
    chooser->open();
}

void AnswersBar::submit()
{
    if (const auto& model = m_predict.model())
        m_submission->begin(runOf(*model));
}

} // namespace nakama
