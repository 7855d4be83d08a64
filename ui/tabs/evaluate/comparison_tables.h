#pragma once

#include "core/evaluation/comparison.h"
#include "core/evaluation/result_table.h"
#include "core/workflow/own_sets.h"
#include "ui/tabs/evaluate/text_table.h"

#include <QLocale>

#include <map>
#include <string>
#include <vector>

namespace nakama
{

/** What runs are called, by id. */
using RunNames = std::map<std::string, QString>;

QString nameOf(const std::string& runId, const RunNames& names);

/** "leak-free", "3 groups cross", "not checked". */
QString leakText(const Metrics& metrics);

/** The runs with their figures, intervals and leaks. */
TextTable resultsTable(const ResultTable& results);
TableTexts resultsTexts(const ResultTable& results);

/** Each two runs: difference, interval, p and verdict. */
TextTable pairsTable(const Comparison& comparison, const RunNames& names, const QLocale& locale);
/** Numbers with points; the CSV has all digits, and the runs' ids too. */
TableTexts pairsTexts(const Comparison& comparison, const RunNames& names);

/** "A is better than B: …" or that there is no clear winner, and how sure that is. */
QString verdictSentence(const PairComparison& pair, const RunNames& names);

/** By how much the naive split makes a run look better than the leak-free one. */
QString flatterySentence(const Flattery& flattery, const RunNames& names);

} // namespace nakama
