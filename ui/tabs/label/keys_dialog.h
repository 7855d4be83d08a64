#pragma once

#include "core/label/label_keys.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace nakama
{

class KeyEdit;

/** Lets a person give the classes, and what else keys do, other keys; keys that are in each other's way are
 * refused as they are typed. */
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const LabelKeys& keys, const std::vector<ClassInfo>& classes, QWidget* parent = nullptr);

    const LabelKeys& keys() const { return m_keys; }

private:
    void setKeys(const LabelKeys& keys);
    void check();

    LabelKeys m_keys;
    std::vector<ClassInfo> m_classes;
    std::vector<QLineEdit*> m_edits;
    std::vector<KeyEdit*> m_actions; ///< in the order of labelActions
    QLabel* m_problem;
    QDialogButtonBox* m_buttons;
};

} // namespace nakama
