#pragma once

#include "ui/tabs/label/suggestions.h"
#include "ui/viewmodels/label_controller.h"
#include "ui/viewmodels/label_input.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace nakama
{

class ClassKeysView;

/** What stands beside the picture: its answer, the classes with their keys, a note, and what other keys do.
 */
class LabelSide : public QWidget
{
    Q_OBJECT

public:
    LabelSide(LabelController& controller, const Suggestions& suggestions, QWidget* parent = nullptr);

    /** The names of the classes as they are shown. */
    const QStringList& names() const { return m_names; }
    /** Takes what the controller has now; true where classes or keys are other ones. */
    bool update();
    void showInput(const LabelInput& input);

    void beginNote();
    /** Keeps what was typed. */
    void endNote();

Q_SIGNALS:
    void classClicked(int classIndex);
    /** The note was left by Enter or Escape. */
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool updateKeys();
    QString othersText() const;

    LabelController& m_controller;
    const Suggestions& m_suggestions;
    QStringList m_names;
    std::vector<std::string> m_keysShown;
    ClassKeysView* m_classes;
    QLabel* m_typed;
    QLabel* m_answer;
    QLabel* m_others;
    QLabel* m_help;
    QLineEdit* m_note;
};

} // namespace nakama
