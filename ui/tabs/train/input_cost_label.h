#pragma once

#include "core/workflow/input_cost.h"
#include "ui/viewmodels/session.h"

#include <QLabel>

namespace nakama
{

/** Says what the pictures of a training take in memory and on the disk, before it starts. */
class InputCostLabel : public QLabel
{
    Q_OBJECT

public:
    explicit InputCostLabel(Session& session, QWidget* parent = nullptr);

    /** The rule that the pictures will be shrunk by. */
    void setRule(const ResizeRule& rule);

Q_SIGNALS:
    void costChanged(const nakama::InputCost& cost);

private:
    void ask();
    void show(const InputCost& cost);

    Session& m_session;
    std::optional<ResizeRule> m_rule;
};

} // namespace nakama
