#pragma once

#include <QLineEdit>

#include <string>

namespace nakama
{

/** A field that takes the key that is pressed in it; Tab, Enter and Escape stay what they are everywhere. */
class KeyEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyEdit(QWidget* parent = nullptr);

    /** As LabelKeys names keys. */
    const std::string& key() const { return m_key; }
    void setKey(const std::string& key);

Q_SIGNALS:
    /** A person pressed it. */
    void keyChosen();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::string m_key;
};

} // namespace nakama
