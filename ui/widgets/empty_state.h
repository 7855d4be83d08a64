#pragma once

#include <QFrame>
#include <QIcon>
#include <QList>
#include <QUrl>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace nakama
{

/**
 * What a tab shows while there is nothing yet: an icon, a headline, a sentence that says what to do, and the
 * buttons that do it. It can take files and folders that are dropped on it.
 */
class EmptyState : public QFrame
{
    Q_OBJECT

public:
    enum class Drops { Refused, Accepted };

    explicit EmptyState(Drops drops = Drops::Refused, QWidget* parent = nullptr);

    void setIcon(const QIcon& icon);
    void setHeadline(const QString& text);
    void setSentence(const QString& text);
    /** Owned by the empty state; connect its clicked(). The first one is the default action. */
    QPushButton* addButton(const QString& text, const QIcon& icon = {});

Q_SIGNALS:
    /** Local files and folders that were dropped. */
    void dropped(const QList<QUrl>& urls);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyLook();

    Drops m_drops;
    bool m_dragOver = false;
    QIcon m_icon;
    QLabel* m_picture;
    QLabel* m_headline;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

} // namespace nakama
