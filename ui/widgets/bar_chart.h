#pragma once

#include <QScrollArea>
#include <QStringList>

#include <vector>

namespace nakama
{

class BarsView;

/** One kind of part that the bars are stacked of: "train", with a value for each class. */
struct BarPart
{
    QString name;
    std::vector<double> values;
};

/**
 * Lying bars, one a class, stacked of parts, with the total behind each; scrolls when there are many classes.
 * A click, or Enter after the arrow keys, activates a class.
 */
class BarChart : public QScrollArea
{
    Q_OBJECT

public:
    explicit BarChart(QWidget* parent = nullptr);

    /** Each part has one value a class. The current class stays where it still exists. */
    void setData(const QStringList& classes, const std::vector<BarPart>& parts);
    void setAxisTitle(const QString& title);

    int classCount() const { return static_cast<int>(m_classes.size()); }
    /** −1: none. */
    int currentClass() const { return m_current; }
    void setCurrentClass(int index);
    double total(int index) const;
    /** "Ace: 61 pictures · train 43 · val 9 · test 9", as the tool tip says it. */
    QString description(int index) const;

Q_SIGNALS:
    void currentClassChanged(int index);
    /** Clicked, or Enter pressed. */
    void classActivated(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QStringList m_classes;
    std::vector<BarPart> m_parts;
    int m_current = -1;
    BarsView* m_bars;
};

} // namespace nakama
