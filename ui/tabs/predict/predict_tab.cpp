#include "ui/tabs/predict/predict_tab.h"

#include "core/imaging/decode.h"
#include "ui/tabs/predict/answer_panel.h"
#include "ui/tabs/predict/answers_bar.h"
#include "ui/tabs/predict/asking_bar.h"
#include "ui/tabs/predict/model_bar.h"
#include "ui/tabs/predict/model_text.h"
#include "ui/tabs/predict/near_strip.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/image_grid.h"
#include "ui/widgets/picture_view.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr int thumbnailSize = 96;
constexpr int gridWidth = 244; ///< two thumbnails beside each other

} // namespace

PredictTab::PredictTab(Session& session, PredictController& predict, QWidget* parent)
    : QWidget(parent), m_session(session), m_predict(predict), m_bar(new ModelBar(session, predict)),
      m_asking(new AskingBar(predict)), m_answers(new AnswersBar(session, predict)), m_grid(new ImageGrid),
      m_view(new PictureView(PictureView::Boxes::Accepted)), m_near(new NearStrip(session)),
      m_answer(new AnswerPanel), m_pages(new QStackedWidget)
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addWidget(m_asking);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_answers);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeContent());
    auto* const pasting = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    pasting->setContext(Qt::WindowShortcut); // of the page that is shown, wherever the focus is
    connect(pasting, &QShortcut::activated, m_asking, &AskingBar::paste);
    connect(m_asking, &AskingBar::refused, m_answers, &AnswersBar::say);
    connectPredict();
    update();
    if (const auto& asked = m_predict.pictures().pictures(); !asked.empty()) // the window was made anew
        choose(asked.back().id);
}

QWidget* PredictTab::makeEmpty()
{
    m_empty = new EmptyState;
    m_empty->setIcon(icon(Icon::Pictures));
    auto* const open = m_empty->addButton(tr("Open pictures…"), icon(Icon::Open));
    open->setProperty("primary", true);
    connect(open, &QPushButton::clicked, m_asking, &AskingBar::choosePictures);
    m_chooseFile = m_empty->addButton(tr("Choose a checkpoint file…"));
    connect(m_chooseFile, &QPushButton::clicked, m_bar, &ModelBar::chooseFile);
    return m_empty;
}

QWidget* PredictTab::makeContent()
{
    m_grid->setModel(&m_predict.pictures());
    m_grid->setCaptionLines(2);
    m_grid->setThumbnailSize(thumbnailSize);
    m_grid->setMinimumWidth(gridWidth);
    m_grid->setSelectionMode(QAbstractItemView::SingleSelection);
    auto* const middle = new QWidget;
    auto* const column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addWidget(m_near);
    auto* const splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_grid);
    splitter->addWidget(middle);
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
    connect(&m_predict, &PredictController::stateChanged, this, &PredictTab::updateModelText);
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
            m_near->show(picture);
            explainChosen();
        }
    });
    connect(&m_predict, &PredictController::explained, this, [this](std::int64_t id, const QImage& overlay) {
        if (id == m_shown && m_answer->explainedRank())
            m_view->setOverlay(overlay);
    });
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
    updateModelText();
}

void PredictTab::updateModelText()
{
    const auto& answering = m_predict.answering();
    m_answer->setModelText(answering ? modelText(*answering) : QString());
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
    m_near->show(picture);
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
