#include "ui/tabs/label/label_view.h"

#include "ui/tabs/label/label_side.h"
#include "ui/tabs/label/label_text.h"
#include "ui/tabs/label/pictures_ahead.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/picture_view.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPointer>
#include <QStackedWidget>

namespace nakama
{

namespace
{

constexpr std::size_t picturesAhead = 3; ///< the current one included

QPoint directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    default:
        return {0, 1};
    }
}

} // namespace

LabelView::LabelView(Session& session, LabelController& controller, const Suggestions& suggestions,
                     QWidget* parent)
    : QWidget(parent), m_controller(controller), m_suggestions(suggestions),
      m_pictures(new PicturesAhead(session, this)), m_view(new PictureView), m_done(new EmptyState),
      m_stage(new QStackedWidget), m_side(new LabelSide(controller, suggestions))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture to be labelled"));
    m_view->setFocusPolicy(Qt::NoFocus);
    m_done->setIcon(icon(Icon::Done));
    m_done->setHeadline(tr("All answered"));
    m_stage->addWidget(m_view);
    m_stage->addWidget(m_done);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_stage, 1);
    layout->addWidget(m_side);
    connect(&controller, &LabelController::changed, this, &LabelView::update);
    connect(&suggestions, &Suggestions::changed, this, &LabelView::update);
    connect(m_pictures, &PicturesAhead::ready, this, &LabelView::showPicture);
    connect(m_side, &LabelSide::left, this, qOverload<>(&QWidget::setFocus));
    connect(m_side, &LabelSide::classClicked, this, [this](int classIndex) {
        m_input.clear();
        m_controller.answer(AnswerKind::Class, classIndex);
    });
    update();
}

void LabelView::update()
{
    const auto& page = m_controller.page();
    if (m_side->update()) {
        m_input.setClasses(page.keys, m_side->names());
        m_done->setSentence(tr("%1 goes back through the pictures, Ctrl+Z takes answers back.")
                                .arg(keyText(page.keys.of(LabelAction::Back))));
    }
    std::vector<ImageRecord> wanted;
    for (std::size_t i = 0; i < picturesAhead && m_controller.place() + i < page.queue.size(); ++i)
        wanted.push_back(page.images.at(page.queue[m_controller.place() + i].imageId));
    m_pictures->setWanted(wanted);
    m_stage->setCurrentWidget(m_controller.isDone() ? static_cast<QWidget*>(m_done) : m_view);
    showPicture();
    showInput();
}

void LabelView::showPicture()
{
    const auto* image = m_controller.currentImage();
    const QImage picture = image ? m_pictures->picture(image->id) : QImage();
    m_view->setPlaceholder(image ? m_pictures->problem(image->id) : QString());
    if (picture.cacheKey() != m_view->picture().cacheKey())
        m_view->setPicture(picture);
}

void LabelView::showInput()
{
    m_side->showInput(m_input);
}

void LabelView::keyPressEvent(QKeyEvent* event)
{
    if (moveOrZoom(*event))
        return;
    if (event->isAutoRepeat())
        return;
    if (command(*event))
        return;
    if (!isTyped(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (const auto found = m_input.type(event->text().front()))
        m_controller.answer(AnswerKind::Class, static_cast<int>(*found));
    showInput();
}

bool LabelView::command(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo)) {
        m_input.clear();
        if (event.matches(QKeySequence::Undo))
            m_controller.undo();
        else
            m_controller.redo();
        showInput();
        return true;
    }
    const auto name = keyNameOf(event);
    if (name.empty()) // with Ctrl or Alt it is the window's
        return false;
    // Within the letters of a name, or after the first of two keys, a letter is no command.
    const bool isLetterOfMore = isTyped(event) && !m_input.typed().isEmpty();
    if (const auto action = m_controller.page().keys.findAction(name); action && !isLetterOfMore)
        act(*action);
    else if (event.key() == Qt::Key_Backspace && !m_input.typed().isEmpty())
        m_input.erase();
    else if (event.key() == Qt::Key_Escape)
        m_input.clear();
    else if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter)
        confirm();
    else
        return false;
    showInput();
    return true;
}

void LabelView::act(LabelAction action)
{
    // Backspace takes a typed character back before it goes back.
    if (action == LabelAction::Back && m_controller.page().keys.of(action) == "Backspace" && m_input.erase())
        return;
    m_input.clear();
    switch (action) {
    case LabelAction::Skip:
        m_controller.answer(AnswerKind::Skipped);
        break;
    case LabelAction::None:
        m_controller.answer(AnswerKind::NoneOfThese);
        break;
    case LabelAction::Several:
        m_controller.answer(AnswerKind::SeveralCharacters);
        break;
    case LabelAction::Unsure:
        m_controller.answer(AnswerKind::Unsure);
        break;
    case LabelAction::Note:
        m_side->beginNote();
        break;
    case LabelAction::Back:
        m_controller.back();
        break;
    case LabelAction::Suggestion:
        takeSuggestion();
        break;
    }
}

void LabelView::confirm()
{
    if (!m_input.isName()) {
        m_input.clear();
        m_controller.forward();
    } else if (const auto found = m_input.confirm()) {
        m_controller.answer(AnswerKind::Class, static_cast<int>(*found));
    }
}

void LabelView::takeSuggestion()
{
    m_controller.answerWith([suggestions = QPointer(&m_suggestions)](const ImageRecord& image) {
        const auto suggested = suggestions ? suggestions->of(image) : std::vector<SuggestedClass>();
        return suggested.empty() ? std::nullopt : std::optional(suggested.front().classIndex);
    });
}

bool LabelView::moveOrZoom(const QKeyEvent& event)
{
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_PageUp:
        m_view->zoomIn();
        return true;
    case Qt::Key_PageDown:
        m_view->zoomOut();
        return true;
    case Qt::Key_Home:
        m_view->fit();
        return true;
    case Qt::Key_End:
        m_view->showPixels();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_view->moveTowards(directionOf(event.key()));
        return true;
    default:
        return false;
    }
}

} // namespace nakama
