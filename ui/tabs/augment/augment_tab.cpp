#include "ui/tabs/augment/augment_tab.h"

#include "core/workflow/augment_settings.h"
#include "core/workflow/runs.h"
#include "ui/tabs/augment/augment_form.h"
#include "ui/tabs/augment/preview_bar.h"
#include "ui/tabs/augment/tile_dialog.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/save_file.h"
#include "ui/widgets/scrolling_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPixmap>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStandardItemModel>

#include <chrono>
#include <utility>

namespace nakama
{

namespace
{

constexpr int shownSide = 128;
constexpr int shownGap = 6;

/** Small pictures grow in whole pixels, so that it can be seen what the model gets. */
QImage shown(const QImage& image)
{
    const auto way = image.width() < shownSide ? Qt::FastTransformation : Qt::SmoothTransformation;
    return image.scaled(shownSide, shownSide, Qt::IgnoreAspectRatio, way);
}

/** The original, then the tile. */
QPixmap sideBySide(const PreviewTile& tile)
{
    QPixmap pair(2 * shownSide + shownGap, shownSide);
    pair.fill(Qt::transparent);
    QPainter painter(&pair);
    painter.drawImage(0, 0, shown(tile.original));
    painter.drawImage(shownSide + shownGap, 0, shown(tile.tile));
    return pair;
}

} // namespace

AugmentTab::AugmentTab(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_pages(new QStackedWidget), m_form(new AugmentForm),
      m_bar(new PreviewBar), m_grid(new QListView), m_model(new QStandardItemModel(this)), m_note(new QLabel)
{
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(16);
    row->addWidget(makeSettings());
    row->addWidget(makePreview(), 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);

    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::milliseconds(80));
    connect(&m_patience, &QTimer::timeout, this, [this] {
        keepSettings();
        startPreview();
    });
    connect(m_form, &AugmentForm::changed, this, [this] {
        m_unsaved = true;
        m_patience.start();
    });
    connect(m_form, &AugmentForm::resetRequested, this, [this] {
        m_form->setParams(defaultAugmentSettings(m_session.workspace()));
        m_unsaved = true;
        m_patience.start();
    });
    connect(m_bar, &PreviewBar::changed, &m_patience, qOverload<>(&QTimer::start));
    connect(&session, &Session::workspaceChanged, this, [this] {
        m_pictures.reset();
        m_unsaved = false;
        showTiles({});
        readSettings();
        update();
    });
    connect(&session, &Session::countsChanged, this, &AugmentTab::readPictures);
    connect(&session, &Session::splitChanged, this, &AugmentTab::readPictures);
    connect(&session, &Session::engineReady, this, [this] { m_bar->setEngine(m_session.engineInfo()); });
    if (session.engine())
        m_bar->setEngine(session.engineInfo());
    readSettings();
    readPictures();
    update();
}

QWidget* AugmentTab::makeEmpty()
{
    auto* empty = new EmptyState;
    empty->setIcon(icon(Icon::Augment));
    empty->setHeadline(tr("Split the pictures first"));
    empty->setSentence(
        tr("Here you see what training does to the pictures of its part of the split, and change it. "
           "Import pictures and split them on the dataset page."));
    auto* button = empty->addButton(tr("&Go to the dataset"), icon(Icon::Dataset));
    button->setProperty("primary", true);
    connect(button, &QPushButton::clicked, this, &AugmentTab::splitRequested);
    return empty;
}

QWidget* AugmentTab::makeSettings()
{
    auto* area = scrollingForm(m_form);
    area->setFixedWidth(300);
    return area;
}

QWidget* AugmentTab::makePreview()
{
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_grid->setModel(m_model);
    m_grid->setObjectName(QStringLiteral("tiles"));
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setMovement(QListView::Static);
    m_grid->setUniformItemSizes(true);
    m_grid->setIconSize(QSize(2 * shownSide + shownGap, shownSide));
    m_grid->setGridSize(m_grid->iconSize() + QSize(8, 20 + m_grid->fontMetrics().height()));
    m_grid->setAccessibleName(tr("Tiles as training gets them"));
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_note);
    connect(m_grid, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        (new TileDialog(m_tiles[static_cast<std::size_t>(index.row())], this))->open();
    });
    connect(m_bar, &PreviewBar::exportRequested, this,
            [this] { savePicture(this, gridOf(m_tiles), tr("augmentation") + QStringLiteral(".png")); });
    return box;
}

void AugmentTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_patience.start(); // what was asked for while the tab was hidden
}

/** Before a training can be started in another tab. */
void AugmentTab::hideEvent(QHideEvent* event)
{
    keepSettings();
    QWidget::hideEvent(event);
}

void AugmentTab::update()
{
    const auto& snapshot = m_session.snapshot();
    m_pages->setCurrentIndex(snapshot.split ? 1 : 0);
    m_pages->setVisible(m_session.isSnapshotRead());
}

/** Works in the background; what fails is said, and what a newer question replaces is forgotten. */
template<typename T, typename Done>
void AugmentTab::ask(const char* name, const QString& replaces, typename Task<T>::Work work, Done done)
{
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.replaces = replaces;
    m_session.jobs().start(std::make_shared<Task<T>>(name, std::move(work)), options,
                           m_session.workspaceScope(),
                           [self = QPointer(this), done](Task<T>& job, const JobOutcome& outcome) {
                               if (!self || outcome.state == JobState::Cancelled)
                                   return;
                               if (outcome.state == JobState::Failed)
                                   return self->say(errorText(outcome.error));
                               done(std::move(*job.value()));
                           });
}

void AugmentTab::readSettings()
{
    if (!m_session.hasWorkspace())
        return;
    ask<AugmentParams>(
        "read the augmentation settings", QStringLiteral("read augmentation"),
        [workspace = m_session.workspace()](JobContext&) { return loadAugmentSettings(workspace); },
        [this](const AugmentParams& params) {
            m_form->setParams(params);
            m_patience.start();
        });
}

void AugmentTab::keepSettings()
{
    if (!m_session.hasWorkspace() || !std::exchange(m_unsaved, false))
        return;
    const auto work = [workspace = m_session.workspace(),
                       params = m_form->params()](JobContext&) -> Result<bool> {
        NAKAMA_CHECK(saveAugmentSettings(workspace, params));
        return true;
    };
    ask<bool>("keep the augmentation settings", QStringLiteral("keep augmentation"), work, [](bool) {});
}

void AugmentTab::readPictures()
{
    update();
    if (!m_session.snapshot().split)
        return;
    using Pictures = std::vector<LabelledPicture>;
    ask<Pictures>(
        "list the training pictures", QStringLiteral("list training pictures"),
        [workspace = m_session.workspace()](JobContext&) {
            return picturesOf(workspace, EvaluationSet::Train);
        },
        [this](Pictures pictures) {
            m_pictures = std::make_shared<const Pictures>(std::move(pictures));
            QStringList classes;
            for (const auto& one : m_session.snapshot().classes)
                classes << toQString(one.name);
            m_bar->setPictures(classes, m_pictures);
        });
}

void AugmentTab::startPreview()
{
    if (!isVisible() || !m_pictures || !m_session.hasWorkspace())
        return;
    const auto preprocessing = m_bar->preprocessing();
    if (!preprocessing)
        return say(m_session.engineProblem().isEmpty() ? tr("The engine is loading…")
                                                       : m_session.engineProblem());
    PreviewRequest request;
    request.pictures = m_pictures;
    request.config.preprocessing = *preprocessing;
    request.config.augment = m_form->params();
    request.config.seed = m_bar->seed();
    request.preparedFolder = m_session.workspace().preparedFolder();
    request.label = m_bar->label();
    request.position = m_bar->position();
    request.epoch = m_bar->epoch();
    ask<std::vector<PreviewTile>>(
        "preview the augmentation", QStringLiteral("preview augmentation"),
        [request](JobContext& context) { return nakama::makePreview(request, context); },
        [this](std::vector<PreviewTile> tiles) { showTiles(std::move(tiles)); });
}

void AugmentTab::showTiles(std::vector<PreviewTile> tiles)
{
    m_tiles = std::move(tiles);
    const int rows = static_cast<int>(m_tiles.size());
    if (m_model->rowCount() != rows) { // else the scroll position and the selection stay
        m_model->clear();
        for (int i = 0; i < rows; ++i)
            m_model->appendRow(new QStandardItem);
    }
    for (int i = 0; i < rows; ++i) {
        const auto& tile = m_tiles[static_cast<std::size_t>(i)];
        auto* item = m_model->item(i);
        item->setData(sideBySide(tile), Qt::DecorationRole);
        item->setText(tile.caption);
        item->setToolTip(tile.name + QLatin1Char('\n') + tile.details);
        item->setEditable(false);
    }
    m_bar->setExportPossible(rows > 0);
    say(rows == 0
            ? QString()
            : tr("Left the original, right what the model gets. The settings apply to the next training of "
                 "this workspace. Double-click a tile to see it larger."));
}

void AugmentTab::say(const QString& text)
{
    m_note->setText(text);
}

} // namespace nakama
