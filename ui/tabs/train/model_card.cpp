#include "ui/tabs/train/model_card.h"

#include "ui/tabs/train/model_text.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

const QStringList suffixes{QStringLiteral("safetensors"), QStringLiteral("pth"), QStringLiteral("pt"),
                           QStringLiteral("bin")};

QLabel* makeValue()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/** The one file that is dragged, if it looks like weights: anything else belongs to the window around. */
std::optional<std::filesystem::path> draggedWeights(const QMimeData& data)
{
    if (data.urls().size() != 1 || !data.urls().constFirst().isLocalFile())
        return std::nullopt;
    const QFileInfo file(data.urls().constFirst().toLocalFile());
    const bool isFolder = file.isDir() && QFileInfo::exists(file.filePath() + QStringLiteral("/config.json"));
    if (!isFolder && !(file.isFile() && suffixes.contains(file.suffix(), Qt::CaseInsensitive)))
        return std::nullopt;
    return toPath(file.filePath());
}

} // namespace

ModelCard::ModelCard(Session& session, QWidget* parent)
    : QFrame(parent), m_weights(new WeightsController(session, this)), m_summary(makeValue()),
      m_input(makeValue()), m_size(makeValue()), m_state(makeValue()), m_progress(new QProgressBar),
      m_get(new QPushButton), m_file(new QPushButton(icon(Icon::Folder), tr("Use a &file…"))),
      m_problem(makeValue()), m_start(new QComboBox)
{
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_state->setObjectName(QStringLiteral("weightsState"));
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress of the download"));
    m_get->setObjectName(QStringLiteral("getWeights"));
    m_file->setObjectName(QStringLiteral("useFile"));
    m_file->setToolTip(tr("A weight file that you have: it is checked, and stays where it is. It may also be "
                          "dropped on this page."));
    m_problem->setObjectName(QStringLiteral("weightsProblem"));
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    m_start->setObjectName(QStringLiteral("startFrom"));
    m_start->setAccessibleName(tr("Start from"));
    connect(m_start, &QComboBox::currentIndexChanged, this, &ModelCard::startChanged);
    m_start->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (auto* fact : {m_summary, m_input, m_size, m_state})
        layout->addWidget(fact);
    layout->addWidget(makeActions());
    layout->addWidget(m_problem);

    connect(m_get, &QPushButton::clicked, this, &ModelCard::getOrCancel);
    connect(m_file, &QPushButton::clicked, this, &ModelCard::chooseFile);
    connect(m_weights, &WeightsController::recognised, this, &ModelCard::takeOwn);
    connect(m_weights, &WeightsController::refused, this, &ModelCard::refuse);
    connect(m_weights, &WeightsController::changed, this, [this](const std::string& model) {
        if (!m_model || m_model->id != model)
            return;
        updateState();
        if (!m_weights->download(model))
            fillStart();
    });
}

QWidget* ModelCard::makeActions()
{
    auto* actions = new QWidget;
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_get, 1);
    buttons->addWidget(m_file, 1);
    auto* layout = new QVBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    return actions;
}

void ModelCard::setModel(const ModelInfo& model)
{
    m_model = model;
    m_problem->hide();
    m_summary->setText(modelSummary(model.summary));
    m_input->setText(inputText(model.preprocessing));
    const QString size = QLocale().toString(static_cast<double>(model.parameters) / 1e6, 'f', 1);
    const auto* published = findPublishedWeights(model.id);
    m_size->setText(published
                        ? tr("%1 million parameters; licence %2").arg(size, toQString(published->licence))
                        : tr("%1 million parameters").arg(size));
    fillStart();
    updateState();
}

std::filesystem::path ModelCard::weights() const
{
    return toPath(m_start->currentData().toString());
}

void ModelCard::fillStart()
{
    const auto add = [this](const QString& text, const std::filesystem::path& path) {
        m_start->addItem(text, toQString(path));
        m_start->setItemData(m_start->count() - 1, toQString(path), Qt::ToolTipRole);
    };
    const auto before = weights();
    const QSignalBlocker filling(m_start);
    m_start->clear();
    m_start->addItem(tr("From scratch"), QString());
    if (const auto published = m_weights->published(m_model->id))
        add(tr("Published weights"), *published);
    if (const auto own = m_own.find(m_model->id); own != m_own.end())
        add(QFileInfo(toQString(own->second.path)).fileName(), own->second.path);
    m_start->setCurrentIndex(m_start->count() - 1); // the last one that came is why a person got it
    if (weights() != before)
        Q_EMIT startChanged();
}

void ModelCard::updateState()
{
    const auto* published = findPublishedWeights(m_model->id);
    const auto* download = m_weights->download(m_model->id);
    const bool here = m_weights->published(m_model->id).has_value();
    const QString trainedOn = published ? trainedOnText(published->trainedOn) : QString();
    m_state->setText(!published ? tr("No weights are published for it")
                     : download ? tr("Weights are on their way: %1").arg(trainedOn)
                     : here     ? tr("Weights are here: %1").arg(trainedOn)
                                : tr("Weights are not here yet: %1").arg(trainedOn));
    m_progress->setVisible(download);
    if (download) {
        const auto& progress = download->progress;
        m_progress->setRange(0, progress.total > 0 ? 1000 : 0);
        if (progress.total > 0)
            m_progress->setValue(static_cast<int>(1000 * progress.done / progress.total));
    }
    m_get->setVisible(published && !here);
    if (published && !here) {
        m_get->setText(download ? tr("&Cancel")
                                : tr("&Get (%1 MB)").arg(QLocale().toString(published->megabytes)));
        m_get->setToolTip(download ? QString() : toQString(published->files.back().address));
        m_get->setEnabled(!download || !download->cancelRequested);
    }
}

void ModelCard::getOrCancel()
{
    m_problem->hide();
    if (m_weights->download(m_model->id))
        m_weights->cancel(m_model->id);
    else if (const auto* published = findPublishedWeights(m_model->id))
        m_weights->fetch(*published);
}

void ModelCard::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Weight file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Weights (*.safetensors *.pth *.pt *.bin)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_problem->hide();
        m_weights->recognise(toPath(file));
    });
    chooser->open();
}

void ModelCard::takeOwn(const OwnWeights& own)
{
    m_own[own.model] = own;
    if (m_model->id != own.model)
        Q_EMIT modelWanted(toQString(own.model));
    fillStart();
    m_problem->setText(own.published
                           ? tr("This is the published file; it is used where it is.")
                           : tr("Recognised as %1; it is used where it is.").arg(toQString(own.text)));
    m_problem->show();
}

void ModelCard::refuse(const QString& message)
{
    m_problem->setText(message);
    m_problem->show();
}

void ModelCard::setDropping(bool dropping)
{
    m_dropping = dropping;
    update();
}

void ModelCard::takeDropsOn(QWidget& page)
{
    page.setAcceptDrops(true);
    page.installEventFilter(this);
}

bool ModelCard::eventFilter(QObject*, QEvent* event)
{
    if (event->type() == QEvent::DragEnter)
        dragEnters(static_cast<QDragEnterEvent&>(*event));
    else if (event->type() == QEvent::DragLeave)
        setDropping(false);
    else if (event->type() == QEvent::Drop)
        drops(static_cast<QDropEvent&>(*event));
    else
        return false;
    return true;
}

void ModelCard::dragEnters(QDragEnterEvent& event)
{
    // What is no weights belongs to the window around.
    const bool takes = isEnabled() && m_model && draggedWeights(*event.mimeData());
    event.setAccepted(takes);
    if (takes)
        event.acceptProposedAction();
    setDropping(takes);
}

void ModelCard::drops(QDropEvent& event)
{
    setDropping(false);
    const auto path = draggedWeights(*event.mimeData());
    event.setAccepted(path.has_value());
    if (!path)
        return;
    event.acceptProposedAction();
    m_problem->hide();
    m_weights->recognise(*path);
}

void ModelCard::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!m_dropping)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace nakama
