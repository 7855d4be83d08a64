#pragma once

#include "core/label/label_keys.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

class QKeyEvent;

namespace nakama
{

/** A visible character without Ctrl, Alt or Meta: it may be one of a class' keys, or of its name. */
bool isTyped(const QKeyEvent& event);

/** The key as LabelKeys names keys: the character in lower case, or "F2"; empty with Ctrl, Alt, Meta, or with
 * Shift where it is no character. */
std::string keyNameOf(const QKeyEvent& event);

/** A key's name as the person reads it. */
QString keyText(const std::string& name);

/**
 * Makes classes of what is typed: the keys of a class, one or two in a row; or letters of its name, which
 * narrow the classes down until one is confirmed. Keys come before letters, but not within a name.
 */
class LabelInput
{
public:
    void setClasses(LabelKeys keys, QStringList names);

    /** Takes one visible character; the class where it completes its keys. */
    std::optional<std::size_t> type(QChar character);
    /** The class that is meant by the letters so far: the first match; nothing without letters. */
    std::optional<std::size_t> confirm();
    /** Takes the last character back; false where there was none. */
    bool erase();
    void clear();

    /** The first of two keys, or the letters of a name; empty in between. */
    const QString& typed() const { return m_typed; }
    bool isName() const { return m_isName; }
    /** Classes that what was typed may become, best first; empty in between. */
    std::vector<std::size_t> matches() const;

private:
    LabelKeys m_keys;
    QStringList m_names;
    QString m_typed;
    bool m_isName = false;
};

} // namespace nakama
