#include "ui/tabs/label/label_view.h"

#include "ui/tabs/label/class_keys_view.h"
#include "ui/tabs/label/pictures_ahead.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/picture_view.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr std::size_t picturesAhead = 3; ///< the current one included

QLabel* makeText()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/** A character that may be one of a class' keys or name. */
bool isTyped(const QKeyEvent& event)
{
    return event.text().size() == 1 && event.text().front().isPrint() && !event.text().front().isSpace() &&
           !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

LabelView::LabelView(Session& session, LabelController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_pictures(new PicturesAhead(session, this)),
      m_view(new PictureView), m_classes(new ClassKeysView), m_typed(makeText()), m_answer(makeText()),
      m_others(makeText()), m_note(new QLineEdit)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Picture to be labelled"));
    m_view->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeSide());
    connect(&controller, &LabelController::changed, this, &LabelView::update);
    connect(m_pictures, &PicturesAhead::ready, this, &LabelView::showPicture);
    connect(m_classes, &ClassKeysView::classClicked, this, [this](int classIndex) {
        m_input.clear();
        m_controller.answer(AnswerKind::Class, classIndex);
    });
    update();
}

QWidget* LabelView::makeSide()
{
    auto* side = new QWidget;
    side->setFixedWidth(290);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setPlaceholderText(tr("F5: a note on this picture"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setFocusPolicy(Qt::ClickFocus);
    m_answer->setObjectName(QStringLiteral("answer"));
    m_typed->setObjectName(QStringLiteral("typed"));
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_answer->setFont(strong);
    auto* help = makeText();
    help->setForegroundRole(QPalette::PlaceholderText);
    help->setText(tr("Space  later\nF2  none of these classes\nF3  several characters\nF4  unsure\n"
                     "Backspace  the picture before\nEnter  the next one\nCtrl+Z  take the last answer back\n"
                     "Page Up, Page Down  zoom\nArrows  move    Home  fit    End  pixel by pixel\n"
                     "Letters  find a class by its name, Enter takes it"));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_answer);
    layout->addWidget(m_others);
    layout->addWidget(m_classes, 1);
    layout->addWidget(m_typed);
    layout->addWidget(m_note);
    layout->addWidget(help);
    m_note->installEventFilter(this);
    connect(m_note, &QLineEdit::editingFinished, this, [this] { endNote(); });
    return side;
}

void LabelView::update()
{
    const auto& page = m_controller.page();
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < page.keys.size(); ++i)
        keys.push_back(page.classes[i].name + '\n' + page.keys.of(i));
    if (keys != m_keysShown) {
        m_keysShown = std::move(keys);
        m_names.clear();
        for (const auto& info : page.classes)
            m_names << toQString(info.displayName.empty() ? info.name : info.displayName);
        m_input.setClasses(page.keys, m_names);
        m_classes->setClasses(page.keys, m_names);
    }
    std::vector<ImageRecord> wanted;
    for (std::size_t i = 0; i < picturesAhead && m_controller.place() + i < page.queue.size(); ++i)
        wanted.push_back(page.images.at(page.queue[m_controller.place() + i].imageId));
    m_pictures->setWanted(wanted);
    showPicture();
    showState();
}

void LabelView::showPicture()
{
    const auto* image = m_controller.currentImage();
    const QImage picture = image ? m_pictures->picture(image->id) : QImage();
    m_view->setPlaceholder(image ? m_pictures->problem(image->id) : QString());
    if (picture.cacheKey() != m_view->picture().cacheKey())
        m_view->setPicture(picture);
}

void LabelView::showState()
{
    const auto* picture = m_controller.current();
    const Answer answer = picture ? picture->answer : Answer{};
    m_answer->setText(picture ? answerText(answer) : QString());
    m_others->setText(othersText());
    m_others->setVisible(!m_others->text().isEmpty());
    if (!m_note->hasFocus())
        m_note->setText(toQString(answer.note));
    m_note->setEnabled(picture != nullptr);
    showInput();
}

void LabelView::showInput()
{
    const auto* picture = m_controller.current();
    m_classes->show(m_input,
                    picture && picture->answer.kind == AnswerKind::Class ? picture->answer.classIndex : -1);
    m_typed->setText(m_input.typed().isEmpty() ? QString() : tr("Typed: %1").arg(m_input.typed()));
}

QString LabelView::answerText(const Answer& answer) const
{
    switch (answer.kind) {
    case AnswerKind::Class:
        return m_names.value(answer.classIndex);
    case AnswerKind::SeveralCharacters:
        return tr("Several characters");
    case AnswerKind::NoneOfThese:
        return tr("None of these classes");
    case AnswerKind::Unsure:
        return tr("Unsure");
    case AnswerKind::Skipped:
        return tr("For later");
    case AnswerKind::Open:
        break;
    }
    return tr("Who is this?");
}

QString LabelView::othersText() const
{
    const auto& page = m_controller.page();
    const auto* picture = m_controller.current();
    const auto found = picture ? page.others.find(picture->imageId) : page.others.end();
    if (found == page.others.end())
        return {};
    QStringList lines;
    for (const auto& record : found->second)
        for (const auto& annotator : page.annotators)
            if (annotator.id == record.annotator) {
                lines << QStringLiteral("%1: %2").arg(toQString(annotator.name), answerText(record.answer));
                if (!record.answer.note.empty())
                    lines.back() += QStringLiteral(" (%1)").arg(toQString(record.answer.note));
            }
    return lines.join(QLatin1Char('\n'));
}

bool LabelView::event(QEvent* event)
{
    // Without this, the window's own Ctrl+Z would undo something that this page does not show.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool LabelView::eventFilter(QObject* watched, QEvent* event)
{
    // A line edit passes Enter on, and here it would go to the next picture before the note is kept.
    if (watched != m_note || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    endNote();
    setFocus();
    return true;
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
    if (event.matches(QKeySequence::Undo)) {
        m_controller.undo();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Space:
        m_controller.answer(AnswerKind::Skipped);
        break;
    case Qt::Key_F2:
        m_controller.answer(AnswerKind::NoneOfThese);
        break;
    case Qt::Key_F3:
        m_controller.answer(AnswerKind::SeveralCharacters);
        break;
    case Qt::Key_F4:
        m_controller.answer(AnswerKind::Unsure);
        break;
    case Qt::Key_F5:
        beginNote();
        break;
    case Qt::Key_Escape:
        m_input.clear();
        break;
    case Qt::Key_Backspace:
        if (m_input.erase())
            break;
        m_controller.back();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_input.isName()) {
            if (const auto found = m_input.confirm())
                m_controller.answer(AnswerKind::Class, static_cast<int>(*found));
        } else {
            m_controller.forward();
        }
        break;
    default:
        return false;
    }
    if (event.key() != Qt::Key_Backspace && event.key() != Qt::Key_F5)
        m_input.clear();
    showInput();
    return true;
}

bool LabelView::moveOrZoom(const QKeyEvent& event)
{
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
    case Qt::Key_Down: {
        QKeyEvent move(QEvent::KeyPress, event.key(), Qt::ShiftModifier);
        QCoreApplication::sendEvent(m_view, &move);
        return true;
    }
    default:
        return false;
    }
}

void LabelView::beginNote()
{
    if (m_controller.current() != nullptr)
        m_note->setFocus();
}

void LabelView::endNote()
{
    if (m_controller.current() && m_note->isModified())
        m_controller.setNote(m_note->text());
    m_note->setModified(false);
}

} // namespace nakama
