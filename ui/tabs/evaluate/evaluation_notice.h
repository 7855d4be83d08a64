#pragma once

#include "ui/tabs/evaluate/evaluation_reader.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace nakama
{

/** What a reader of the figures must know, above them: what a person changed since, and what makes them too
 * good. Knows no session. */
class EvaluationNotice : public QWidget
{
    Q_OBJECT

public:
    explicit EvaluationNotice(QWidget* parent = nullptr);

    /** Empty: nothing to say. */
    void showText(const QString& text);
    /** split: of today. */
    void showPage(const EvaluationPage& page, const std::optional<SplitInfo>& split);
    void setAgainEnabled(bool enabled);

Q_SIGNALS:
    /** The pictures were changed since, and the person wants figures of now. */
    void evaluateRequested();

private:
    QLabel* m_text;
    QPushButton* m_again;
};

} // namespace nakama
