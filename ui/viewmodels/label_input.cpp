#include "ui/viewmodels/label_input.h"

#include "ui/viewmodels/convert.h"

#include <utility>

namespace nakama
{

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
