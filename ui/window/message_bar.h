#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace nakama
{

/** A line above the page that says what happened without stopping a person's work; it can offer one action.
 */
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind {
        Note, ///< goes away by itself
        Warning,
        Error,
    };

    explicit MessageBar(QWidget* parent = nullptr);

    void say(Kind kind, const QString& text);
    /** The button's clicked() is answered by actionRequested(); an empty text has no button. */
    void say(Kind kind, const QString& text, const QString& action);
    QString text() const;

Q_SIGNALS:
    void actionRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Note;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QTimer m_hideTimer;
};

} // namespace nakama
