#include "ui/tabs/predict/predict_tab.h"

#include "core/imaging/decode.h"
#include "core/workflow/prediction_files.h"
#include "ui/tabs/predict/answer_panel.h"
#include "ui/tabs/predict/model_bar.h"
#include "ui/tabs/predict/screen_region.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/viewmodels/dropped_pictures.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/picture_view.h"
#include "ui/widgets/save_file.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace nakama
{

using namespace std::chrono_literals;

namespace
{

constexpr int thumbnailSize = 96;
/** The window manager needs a moment until what was under the window is on the screen. */
constexpr auto hidingTime = 350ms;

QPushButton* addButton(QLayout& row, const QString& text, const QString& toolTip)
{
    auto* const button = new QPushButton(text);
    button->setToolTip(toolTip);
    row.addWidget(button);
    return button;
}

/** How far the answers can be trusted. */
QString honestyText(const std::optional<FittedOpenSet>& openSet)
{
    if (!openSet)
        return PredictTab::tr(
            "Probabilities are as the model gives them, and no picture is refused: evaluate "
            "the run, and they are calibrated and pictures of none of its classes refused.");
    QString text = PredictTab::tr("Probabilities are calibrated.");
    if (const auto& refused = openSet->rule.knownRefused; refused.n > 0)
        text += QLatin1Char(' ') +
                PredictTab::tr("Of %1 test pictures of its classes, %2 % were refused (95 %: %3 to %4 %).")
                    .arg(refused.n)
                    .arg(100 * refused.value(), 0, 'f', 0)
                    .arg(100 * refused.interval().low, 0, 'f', 0)
                    .arg(100 * refused.interval().high, 0, 'f', 0);
    return text;
}

} // namespace

PredictTab::PredictTab(Session& session, PredictController& predict, QWidget* parent)
    : QWidget(parent), m_session(session), m_predict(predict), m_bar(new ModelBar(session, predict)),
      m_state(new QLabel), m_grid(new ImageGrid), m_view(new PictureView(PictureView::Boxes::Accepted)),
      m_answer(new AnswerPanel), m_pages(new QStackedWidget)
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addLayout(makeBar());
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeContent());
    auto* const pasting = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    pasting->setContext(Qt::WindowShortcut); // of the page that is shown, wherever the focus is
    connect(pasting, &QShortcut::activated, this, &PredictTab::paste);
    connectPredict();
    update();
}

QLayout* PredictTab::makeBar()
{
    auto* const row = new QHBoxLayout;
    auto* const open =
        addButton(*row, tr("&Open pictures…"), tr("Files; a folder can be dropped on the window"));
    auto* const pasting = addButton(*row, tr("&Paste"), tr("A picture or files from the clipboard (Ctrl+V)"));
    auto* const screen = addButton(*row, tr("Part of the sc&reen…"),
                                   tr("Hides the window, then asks for a box on the screen"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_state->setWordWrap(true);
    row->addWidget(m_state, 1);
    m_save = addButton(*row, tr("Save as &table…"), tr("One row a picture, as CSV"));
    m_sort = addButton(*row, tr("Sort into fol&ders…"),
                       tr("Copies each file into a folder of its class; the originals stay"));
    m_clear = addButton(*row, tr("C&lear"), tr("Forgets these pictures; no file is touched"));
    connect(open, &QPushButton::clicked, this, &PredictTab::choosePictures);
    connect(pasting, &QPushButton::clicked, this, &PredictTab::paste);
    connect(screen, &QPushButton::clicked, this, &PredictTab::askAboutScreen);
    connect(m_save, &QPushButton::clicked, this, &PredictTab::saveTable);
    connect(m_sort, &QPushButton::clicked, this, &PredictTab::sortIntoFolders);
    connect(m_clear, &QPushButton::clicked, &m_predict, &PredictController::clear);
    return row;
}

QWidget* PredictTab::makeEmpty()
{
    m_empty = new EmptyState;
    m_empty->setIcon(icon(Icon::Pictures));
    auto* const open = m_empty->addButton(tr("Open pictures…"), icon(Icon::Open));
    open->setProperty("primary", true);
    connect(open, &QPushButton::clicked, this, &PredictTab::choosePictures);
    m_chooseFile = m_empty->addButton(tr("Choose a checkpoint file…"));
    connect(m_chooseFile, &QPushButton::clicked, m_bar, &ModelBar::chooseFile);
    return m_empty;
}

QWidget* PredictTab::makeContent()
{
    m_grid->setModel(&m_predict.pictures());
    m_grid->setCaptionLines(2);
    m_grid->setThumbnailSize(thumbnailSize);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* const splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_grid);
    splitter->addWidget(m_view);
    splitter->addWidget(m_answer);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 4);
    splitter->setStretchFactor(2, 0);
    splitter->setChildrenCollapsible(false);
    m_view->setToolTip(
        tr("Drag a box to ask about a part. B begins one by keyboard: arrow keys move it, Ctrl "
           "and arrow keys resize it, Enter asks. Plus, minus, 0 and 1 zoom."));
    m_view->setOverlayOpacity(m_answer->overlayOpacity());
    connect(m_view, &PictureView::boxChosen, this, [this](const QRect& box) {
        const QSizeF whole = m_view->picture().size();
        m_predict.askPart(m_shown, {box.x() / whole.width(), box.y() / whole.height(),
                                    box.width() / whole.width(), box.height() / whole.height()});
    });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this, &PredictTab::showChosen);
    connect(m_answer, &AnswerPanel::explainedRankChanged, this, &PredictTab::explainChosen);
    connect(m_answer, &AnswerPanel::overlayOpacityChanged, m_view, &PictureView::setOverlayOpacity);
    return splitter;
}

void PredictTab::connectPredict()
{
    connect(&m_predict, &PredictController::modelChanged, this, &PredictTab::update);
    connect(&m_predict, &PredictController::stateChanged, this, &PredictTab::updateState);
    connect(&m_predict, &PredictController::asked, this, [this](std::int64_t first, int) {
        update();
        choose(first);
    });
    connect(&m_predict.pictures(), &QAbstractItemModel::modelReset, this, [this] {
        update();
        showChosen();
    });
    connect(&m_predict.pictures(), &AskedPicturesModel::answerChanged, this, [this](std::int64_t id) {
        if (const auto* const picture = chosen(); picture && picture->id == id) {
            m_answer->show(picture);
            explainChosen();
        }
    });
    connect(&m_predict, &PredictController::explained, this, [this](std::int64_t id, const QImage& overlay) {
        if (id == m_shown && m_answer->explainedRank())
            m_view->setOverlay(overlay);
    });
}

void PredictTab::choosePictures()
{
    auto* const chooser = new QFileDialog(this, tr("Pictures to ask about"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFiles);
    chooser->setNameFilters(
        {tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files)
            paths.push_back(toPath(file));
        m_predict.ask(paths);
    });
    chooser->open();
}

void PredictTab::paste()
{
    const auto* const copied = QGuiApplication::clipboard()->mimeData();
    const auto pasted = copied ? droppedPictures(*copied) : DroppedPictures();
    if (!pasted.files.empty())
        m_predict.ask(pasted.files);
    else if (!pasted.pixels.isNull())
        m_predict.ask(pasted.pixels, tr("pasted picture"));
    else
        m_state->setText(tr("There is no picture in the clipboard."));
}

void PredictTab::askAboutScreen()
{
    window()->hide();
    QTimer::singleShot(hidingTime, this, [this] {
        const QImage screen = ScreenRegion::grab(*this);
        if (screen.isNull()) {
            window()->show();
            m_state->setText(
                tr("This system does not let programs see the screen; take a screenshot with its "
                   "own tool and paste it."));
            return;
        }
        auto* const region = new ScreenRegion(screen);
        connect(region, &ScreenRegion::chosen, this,
                [this](const QImage& part) { m_predict.ask(part, tr("part of the screen")); });
        connect(region, &ScreenRegion::ended, this, [this] { window()->show(); });
        region->showFullScreen();
    });
}

void PredictTab::saveTable()
{
    const auto csv = answersCsv(m_predict.answers(), 5);
    saveCsv(this, QByteArray::fromStdString(csv), QStringLiteral("predictions.csv"));
}

void PredictTab::sortIntoFolders()
{
    auto* const chooser = new QFileDialog(this, tr("Folder that gets a folder for each class"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        JobOptions options;
        options.title = tr("Sort pictures into folders");
        options.scope = JobScope::Program;
        m_session.jobs().start(std::make_shared<SortIntoFoldersJob>(m_predict.answers(), toPath(folder)),
                               options, this, [this](SortIntoFoldersJob& job, const JobOutcome& outcome) {
                                   if (outcome.state == JobState::Succeeded)
                                       m_state->setText(tr("Pictures copied: %1; already there: %2.")
                                                            .arg(job.copied())
                                                            .arg(job.alreadyThere()));
                               });
    });
    chooser->open();
}

void PredictTab::update()
{
    const bool any = m_predict.pictures().rowCount() > 0;
    m_pages->setCurrentIndex(any ? 1 : 0);
    const bool model = m_predict.model().has_value();
    m_chooseFile->setVisible(!model);
    m_empty->setHeadline(model ? tr("Drop pictures here") : tr("There is no model to ask yet"));
    m_empty->setSentence(
        model
            ? tr("Files, folders, or a picture out of a browser; paste works too. Each is shrunk and cut "
                 "exactly as it is for evaluation, and answered while the next one is read.")
            : tr("Train one on the train page, or choose a checkpoint that was trained before. Pictures can "
                 "be dropped already; they wait for it."));
    updateState();
}

void PredictTab::updateState()
{
    const int all = m_predict.pictures().rowCount();
    const int answered = m_predict.answeredCount();
    QString text = m_predict.problem();
    if (text.isEmpty() && all > 0)
        text = m_predict.isBusy() || answered < all ? tr("%1 of %2 answered").arg(answered).arg(all)
                                                    : tr("%n picture(s) answered", nullptr, all);
    m_state->setText(text);
    m_save->setEnabled(answered > 0);
    m_sort->setEnabled(answered > 0);
    m_clear->setEnabled(all > 0);
    m_answer->setModelText(modelText());
}

QString PredictTab::modelText() const
{
    const auto& answering = m_predict.answering();
    if (!answering)
        return {};
    const auto& info = answering->info;
    const auto& preprocessing = info.preprocessing;
    const QString resize = preprocessing.resize.kind == ResizeRule::Kind::Square
                               ? tr("resized to %1 × %1").arg(preprocessing.resize.size)
                               : tr("shorter side to %1").arg(preprocessing.resize.size);
    const QString model =
        tr("Answered by %1 after epoch %2 with %n class(es); RGB, %3, middle %4 × %4 pixels.", nullptr,
           static_cast<int>(info.classes.size()))
            .arg(toQString(info.model))
            .arg(info.epoch)
            .arg(resize)
            .arg(preprocessing.crop);
    return model + QLatin1Char('\n') + honestyText(answering->openSet);
}

const PictureToAsk* PredictTab::chosen() const
{
    const int row = m_grid->currentIndex().row();
    const auto& pictures = m_predict.pictures().pictures();
    return row >= 0 ? &pictures[static_cast<std::size_t>(row)] : nullptr;
}

void PredictTab::choose(std::int64_t id)
{
    m_grid->setCurrentIndex(m_predict.pictures().index(m_predict.pictures().rowOf(id)));
}

void PredictTab::showChosen()
{
    const auto* const picture = chosen();
    m_answer->show(picture);
    m_shown = picture ? picture->id : 0;
    if (picture)
        showPicture(*picture);
    else
        m_view->setPicture({});
}

void PredictTab::showPicture(const PictureToAsk& picture)
{
    if (!picture.pixels.isNull()) {
        m_view->setPicture(picture.pixels);
        explainChosen();
        return;
    }
    m_view->setPicture({});
    JobOptions options;
    options.lane = JobLane::Quick;
    options.visibility = JobVisibility::Hidden;
    options.scope = JobScope::Program;
    options.replaces = QStringLiteral("picture to ask about");
    const auto read = [file = picture.file](JobContext&) -> Result<QImage> {
        NAKAMA_TRY(const auto rgb, decodeImageFile(file));
        return toQImage(rgb);
    };
    m_session.jobs().start(std::make_shared<Task<QImage>>("read a picture", read), options, this,
                           [this, id = picture.id](Task<QImage>& task, const JobOutcome&) {
                               if (id != m_shown || !task.value())
                                   return;
                               m_view->setPicture(*task.value());
                               explainChosen();
                           });
}

void PredictTab::explainChosen()
{
    const auto rank = m_answer->explainedRank();
    if (rank && m_shown != 0)
        m_predict.explain(m_shown, *rank);
    else
        m_view->setOverlay({});
}

} // namespace nakama
