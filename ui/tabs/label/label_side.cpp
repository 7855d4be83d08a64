#include "ui/tabs/label/label_side.h"

#include "ui/tabs/label/class_keys_view.h"
#include "ui/tabs/label/label_text.h"
#include "ui/viewmodels/convert.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace nakama
{

namespace
{

QLabel* makeText(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

LabelSide::LabelSide(LabelController& controller, const Suggestions& suggestions, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_suggestions(suggestions), m_classes(new ClassKeysView),
      m_typed(makeText(QStringLiteral("typed"))), m_answer(makeText(QStringLiteral("answer"))),
      m_others(makeText(QStringLiteral("others"))), m_help(makeText(QStringLiteral("help"))),
      m_note(new QLineEdit)
{
    setFixedWidth(300);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setFocusPolicy(Qt::ClickFocus);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_answer->setFont(strong);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_answer);
    layout->addWidget(m_others);
    layout->addWidget(m_classes, 1);
    layout->addWidget(m_typed);
    layout->addWidget(m_note);
    layout->addWidget(m_help);
    m_note->installEventFilter(this);
    connect(m_note, &QLineEdit::editingFinished, this, [this] { endNote(); });
    connect(m_classes, &ClassKeysView::classClicked, this, &LabelSide::classClicked);
}

bool LabelSide::updateKeys()
{
    const auto& page = m_controller.page();
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < page.keys.size(); ++i)
        keys.push_back(page.classes[i].name + '\n' + page.keys.of(i));
    for (const auto action : labelActions)
        keys.push_back(page.keys.of(action));
    if (keys == m_keysShown)
        return false;
    m_keysShown = std::move(keys);
    m_names.clear();
    for (const auto& info : page.classes)
        m_names << toQString(info.displayName.empty() ? info.name : info.displayName);
    m_classes->setClasses(page.keys, m_names);
    m_note->setPlaceholderText(
        tr("%1: a note on this picture").arg(keyText(page.keys.of(LabelAction::Note))));
    return true;
}

bool LabelSide::update()
{
    const bool otherKeys = updateKeys();
    const auto* picture = m_controller.current();
    const auto* image = m_controller.currentImage();
    const Answer answer = picture ? picture->answer : Answer{};
    m_answer->setText(picture ? answerText(answer, m_names) : QString());
    m_others->setText(othersText());
    m_others->setVisible(!m_others->text().isEmpty());
    if (!m_note->hasFocus())
        m_note->setText(toQString(answer.note));
    m_note->setEnabled(picture != nullptr);
    m_classes->setSuggestions(image ? m_suggestions.of(*image) : std::vector<SuggestedClass>());
    m_help->setText(keysHelp(m_controller.page().keys,
                             m_suggestions.isOn() && m_controller.set() == LabelSet::Unlabelled));
    return otherKeys;
}

void LabelSide::showInput(const LabelInput& input)
{
    const auto* picture = m_controller.current();
    m_classes->show(input,
                    picture && picture->answer.kind == AnswerKind::Class ? picture->answer.classIndex : -1);
    m_typed->setText(input.typed().isEmpty() ? QString() : tr("Typed: %1").arg(input.typed()));
    m_typed->setVisible(!m_typed->text().isEmpty());
}

QString LabelSide::othersText() const
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
                lines << QStringLiteral("%1: %2").arg(toQString(annotator.name),
                                                      answerText(record.answer, m_names));
                if (!record.answer.note.empty())
                    lines.back() += QStringLiteral(" (%1)").arg(toQString(record.answer.note));
            }
    return lines.join(QLatin1Char('\n'));
}

bool LabelSide::eventFilter(QObject* watched, QEvent* event)
{
    // A line edit passes Enter on, and there it would go to the next picture before the note is kept.
    if (watched != m_note || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    endNote();
    Q_EMIT left();
    return true;
}

void LabelSide::beginNote()
{
    if (m_controller.current() != nullptr)
        m_note->setFocus();
}

void LabelSide::endNote()
{
    if (m_controller.current() && m_note->isModified())
        m_controller.setNote(m_note->text());
    m_note->setModified(false);
}

} // namespace nakama
