#pragma once

#include "core/workspace/image_filter.h"
#include "ui/viewmodels/session.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;

namespace nakama
{

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
    void apply(const Change& change);
    void showChips();

    Session& m_session;
    ImageFilter m_filter;
    QString m_amongText;
    QLineEdit* m_text;
    QMenu* m_menu;
    QComboBox* m_order;
    QWidget* m_chips;
    QHBoxLayout* m_chipRow;
};

} // namespace nakama
