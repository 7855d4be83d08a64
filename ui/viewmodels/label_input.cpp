#include "ui/viewmodels/label_input.h"

#include "ui/viewmodels/convert.h"

#include <QKeyEvent>
#include <QKeySequence>

#include <utility>

namespace nakama
{

namespace
{

constexpr auto commandModifiers = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

bool isModifier(int key)
{
    return (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) || key == Qt::Key_AltGr ||
           key == Qt::Key_unknown;
}

} // namespace

bool isTyped(const QKeyEvent& event)
{
    return event.text().size() == 1 && event.text().front().isPrint() && !event.text().front().isSpace() &&
           !(event.modifiers() & commandModifiers);
}

std::string keyNameOf(const QKeyEvent& event)
{
    if (isTyped(event))
        return toStdString(event.text().toLower());
    if ((event.modifiers() & (commandModifiers | Qt::ShiftModifier)) || isModifier(event.key()))
        return {};
    return toStdString(QKeySequence(event.key()).toString(QKeySequence::PortableText));
}

QString keyText(const std::string& name)
{
    const QString key = toQString(name);
    return key.size() == 1 ? key.toUpper() : QKeySequence(key).toString(QKeySequence::NativeText);
}

void LabelInput::setClasses(LabelKeys keys, QStringList names)
{
    m_keys = std::move(keys);
    m_names = std::move(names);
    clear();
}

std::optional<std::size_t> LabelInput::type(QChar character)
{
    if (!m_isName) {
        const QString keys = m_typed + character.toLower();
        if (const auto found = m_keys.find(toStdString(keys))) {
            clear();
            return found;
        }
        m_typed.clear(); // a second key that fits nothing begins anew
        if (m_keys.begins(toStdString(keys))) {
            m_typed = keys;
            return std::nullopt;
        }
        if (keys.size() > 1)
            return type(character);
        if (!character.isLetter())
            return std::nullopt;
    }
    const QString before = std::exchange(m_typed, m_typed + character.toLower());
    m_isName = true;
    if (matches().empty()) { // a letter that leads nowhere is a slip of the finger
        m_typed = before;
        m_isName = !before.isEmpty();
    }
    return std::nullopt;
}

std::optional<std::size_t> LabelInput::confirm()
{
    const auto found = matches();
    if (!m_isName || found.empty())
        return std::nullopt;
    clear();
    return found.front();
}

bool LabelInput::erase()
{
    if (m_typed.isEmpty())
        return false;
    m_typed.chop(1);
    if (m_typed.isEmpty())
        m_isName = false;
    return true;
}

void LabelInput::clear()
{
    m_typed.clear();
    m_isName = false;
}

std::vector<std::size_t> LabelInput::matches() const
{
    std::vector<std::size_t> starting, containing;
    if (m_typed.isEmpty())
        return starting;
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        if (!m_isName) {
            if (toQString(m_keys.of(i)).startsWith(m_typed))
                starting.push_back(i);
            continue;
        }
        const QString& name = m_names[static_cast<qsizetype>(i)];
        if (name.startsWith(m_typed, Qt::CaseInsensitive))
            starting.push_back(i);
        else if (name.contains(m_typed, Qt::CaseInsensitive))
            containing.push_back(i);
    }
    starting.insert(starting.end(), containing.begin(), containing.end());
    return starting;
}

} // namespace nakama
