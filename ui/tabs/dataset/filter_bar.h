#pragma once

#include "core/workspace/image_filter.h"
#include "ui/viewmodels/session.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QMenu;

namespace nakama
{

class FlowLayout;

/** What is listed, and in which order: a text, a menu of filters that combine, and a chip for each of them.
 */
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(Session& session, QWidget* parent = nullptr);

    const ImageFilter& filter() const { return m_filter; }
    ImageOrder order() const;
    /** Replaces the filter; amongText says what filter.among is. */
    void setFilter(const ImageFilter& filter, const QString& amongText = {});

Q_SIGNALS:
    void changed();

private:
    using Change = std::function<void(ImageFilter&)>;
    void fillMenu();
    void addChoice(QMenu* menu, const QString& text, Change change);
    /** One of several values of a field, ticked where it is among those that are listed. */
    template<typename T>
    void addTick(QMenu* menu, const QString& text, AnyOf<T> ImageFilter::*field, const T& value);
    void fillSplit(QMenu* menu);
    void apply(const Change& change);
    void showChips();

    Session& m_session;
    ImageFilter m_filter;
    QString m_amongText;
    QLineEdit* m_text;
    QMenu* m_menu;
    QComboBox* m_order;
    QWidget* m_chips;
    FlowLayout* m_chipRow;
};

} // namespace nakama
