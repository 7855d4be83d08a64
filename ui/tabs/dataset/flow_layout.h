#pragma once

#include <QLayout>
#include <QList>

namespace nakama
{

/** Widgets beside each other in lines, as words are: a line that is full is followed by another. */
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget* parent, int spacing);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, Placing::Measured); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;
    Qt::Orientations expandingDirections() const override { return {}; }

private:
    enum class Placing { Measured, Done };
    /** The height that is taken. */
    int place(const QRect& rect, Placing placing) const;

    QList<QLayoutItem*> m_items;
    int m_spacing;
};

} // namespace nakama
