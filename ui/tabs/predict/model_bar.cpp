#include "ui/tabs/predict/model_bar.h"

#include "ui/viewmodels/convert.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace nakama
{

namespace
{

QString titleOf(const RunRecord& run)
{
    return ModelBar::tr("%1, macro-F1 %2, %3", "model, its figure on validation, run")
        .arg(toQString(run.model), QLocale().toString(run.bestMacro, 'f', 3), toQString(run.id));
}

} // namespace

ModelBar::ModelBar(Session& session, PredictController& predict, QWidget* parent)
    : QWidget(parent), m_session(session), m_predict(predict), m_models(new QComboBox)
{
    auto* const label = new QLabel(tr("&Model"));
    label->setBuddy(m_models);
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_models->setMinimumContentsLength(24);
    m_models->setAccessibleName(tr("Model that is asked"));
    auto* const file = new QPushButton(tr("Chec&kpoint file…"));
    file->setToolTip(tr("A .safetensors file that Nakama has trained; no workspace is needed for it"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(m_models, 1);
    layout->addWidget(file);

    connect(m_models, &QComboBox::activated, this, &ModelBar::takeChoice);
    connect(file, &QPushButton::clicked, this, &ModelBar::chooseFile);
    connect(&session, &Session::runsChanged, this, &ModelBar::listModels);
    connect(&session, &Session::workspaceChanged, this, &ModelBar::listModels);
    connect(&session, &Session::openSetFitted, this, &ModelBar::listModels);
    connect(&predict, &PredictController::modelChanged, this, &ModelBar::listModels);
    listModels();
}

/** What is chosen stays so however its figures grow. Where nothing is chosen, or what is chosen has gone, the
 * newest run is asked, then the file. */
void ModelBar::listModels()
{
    m_listed.clear();
    if (m_session.hasWorkspace())
        for (const auto& run : m_session.snapshot().runs)
            if (run.bestEpoch > 0)
                m_listed.push_back({AskedModel::Kind::Run,
                                    bestCheckpoint(m_session.workspace(), run.id),
                                    titleOf(run),
                                    {},
                                    {}});
    const auto chosen = m_predict.model();
    if (chosen && chosen->kind == AskedModel::Kind::File)
        m_file = chosen;
    if (m_file)
        m_listed.push_back(*m_file);
    m_models->clear();
    for (const auto& model : m_listed)
        m_models->addItem(model.title);
    const auto found =
        chosen ? std::ranges::find_if(m_listed, [&](const auto& one) { return one.isSameChoice(*chosen); })
               : m_listed.end();
    m_models->setEnabled(!m_listed.empty());
    m_models->setPlaceholderText(m_listed.empty() ? tr("no model yet") : QString());
    if (found != m_listed.end())
        m_models->setCurrentIndex(static_cast<int>(found - m_listed.begin()));
    // A change comes back here; what is chosen already is only asked anew where its files were written anew.
    if (found != m_listed.end())
        ask(*found);
    else if (!m_listed.empty())
        ask(m_listed.front());
    else
        m_predict.setModel(std::nullopt);
}

/** Only of the one that is asked are the files looked at. */
void ModelBar::ask(const AskedModel& model)
{
    m_predict.setModel(askedModel(model.kind, model.checkpoint, model.title));
}

void ModelBar::takeChoice()
{
    const auto index = static_cast<std::size_t>(std::max(m_models->currentIndex(), 0));
    if (index < m_listed.size())
        ask(m_listed[index]);
}

void ModelBar::chooseFile()
{
    auto* const chooser = new QFileDialog(this, tr("Checkpoint to ask"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilter(tr("Checkpoints (*.safetensors)"));
    connect(chooser, &QFileDialog::fileSelected, this, &ModelBar::useFile);
    chooser->open();
}

void ModelBar::useFile(const QString& path)
{
    m_predict.setModel(askedModel(AskedModel::Kind::File, toPath(path),
                                  tr("File %1").arg(toQString(toPath(path).filename()))));
}

} // namespace nakama
