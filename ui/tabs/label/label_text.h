#pragma once

#include "core/label/label_keys.h"
#include "core/label/queue.h"
#include "core/workspace/answer_records.h"

#include <QString>
#include <QStringList>

namespace nakama
{

/** What an answer says, with the names of the classes; of an open one what is asked. */
QString answerText(const Answer& answer, const QStringList& classNames);

/** What a key does beside naming a class. */
QString actionText(LabelAction action);

/** All keys of the page but those of the classes, a line each. */
QString keysHelp(const LabelKeys& keys, bool suggestions);

/** What holds for a set: whose label it becomes, and what is not shown. */
QString ruleText(LabelSet set);

} // namespace nakama
