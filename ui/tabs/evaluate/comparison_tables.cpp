#include "ui/tabs/evaluate/comparison_tables.h"

#include "ui/viewmodels/convert.h"

#include <QCoreApplication>

namespace nakama
{

namespace
{

class ComparisonTables
{
    Q_DECLARE_TR_FUNCTIONS(nakama::ComparisonTables)
};

struct Score
{
    const char* key;
    double F1Scores::*value;
};
constexpr Score scores[] = {
    {"macro", &F1Scores::macro}, {"micro", &F1Scores::micro}, {"weighted", &F1Scores::weighted}};

QString number(double value, const QLocale& locale)
{
    return locale.toString(value, 'f', 3);
}

QString signedNumber(double value, const QLocale& locale)
{
    return (value > 0 ? QStringLiteral("+") : QString()) + number(value, locale);
}

QString probability(double p, const QLocale& locale)
{
    return p < 0.001 ? QStringLiteral("< ") + number(0.001, locale) : number(p, locale);
}

QString digits(double value)
{
    return QString::number(value, 'g', 17);
}

QString scoreText(const Metrics& metrics, const Score& score, const QLocale& locale)
{
    const double value = metrics.f1.*score.value;
    const auto found = metrics.intervals.find(score.key);
    if (found == metrics.intervals.end())
        return number(value, locale);
    return QStringLiteral("%1 [%2–%3]")
        .arg(number(value, locale), number(found->second.low, locale), number(found->second.high, locale));
}

QString verdictText(const PairComparison& pair, const RunNames& names)
{
    switch (pair.verdict) {
    case Verdict::ABetter:
        return ComparisonTables::tr("%1 is better").arg(nameOf(pair.a, names));
    case Verdict::BBetter:
        return ComparisonTables::tr("%1 is better").arg(nameOf(pair.b, names));
    case Verdict::NoClearWinner:
        break;
    }
    return ComparisonTables::tr("no clear winner");
}

} // namespace

QString nameOf(const std::string& runId, const RunNames& names)
{
    const auto found = names.find(runId);
    return found == names.end() ? toQString(runId) : found->second;
}

QString leakText(const Metrics& metrics)
{
    if (!metrics.leakedGroups)
        return ComparisonTables::tr("not checked");
    if (*metrics.leakedGroups == 0)
        return ComparisonTables::tr("leak-free");
    return ComparisonTables::tr("%n group(s) cross", nullptr, static_cast<int>(*metrics.leakedGroups));
}

TextTable resultsTable(const ResultTable& results)
{
    const QLocale locale;
    TextTable table;
    table.title = toQString(results.title);
    table.header = {ComparisonTables::tr("Run"),      ComparisonTables::tr("Pictures"),
                    ComparisonTables::tr("CE loss"),  ComparisonTables::tr("Macro-F1"),
                    ComparisonTables::tr("Micro-F1"), ComparisonTables::tr("Weighted F1"),
                    ComparisonTables::tr("Leaks")};
    table.meanings = {{},
                      {},
                      ComparisonTables::tr("Cross-entropy of the model's own probabilities; less is better"),
                      ComparisonTables::tr("Every class counts the same; with 95 % interval"),
                      ComparisonTables::tr("Share of right answers; with 95 % interval"),
                      ComparisonTables::tr("Classes count by their pictures; with 95 % interval"),
                      ComparisonTables::tr("Groups of copies of this set among the pictures that the run "
                                           "learned from: with any, its figures are too good")};
    for (const auto& row : results.rows) {
        const auto& metrics = row.metrics;
        QStringList cells{toQString(row.name), locale.toString(static_cast<qlonglong>(metrics.n)),
                          number(metrics.loss, locale)};
        for (const auto& score : scores)
            cells << scoreText(metrics, score, locale);
        table.rows << (cells << leakText(metrics));
    }
    return table;
}

TableTexts resultsTexts(const ResultTable& results)
{
    return {toQString(markdownOf(results)), toQString(latexOf(results)),
            QByteArray::fromStdString(csvOf(results))};
}

TextTable pairsTable(const Comparison& comparison, const RunNames& names, const QLocale& locale)
{
    TextTable table;
    table.title = ComparisonTables::tr("Pairs of runs");
    table.header = {ComparisonTables::tr("First run"),
                    ComparisonTables::tr("Second run"),
                    ComparisonTables::tr("Macro-F1, difference"),
                    ComparisonTables::tr("95 %"),
                    ComparisonTables::tr("p"),
                    ComparisonTables::tr("McNemar p"),
                    ComparisonTables::tr("Verdict")};
    table.meanings = {
        {},
        {},
        ComparisonTables::tr("Macro-F1 of the first run minus that of the second"),
        ComparisonTables::tr("Interval of the difference, by a paired bootstrap over groups of copies"),
        ComparisonTables::tr("How likely equal runs would differ so much by chance, by a "
                             "randomisation over groups; corrected for the number of pairs (Holm)"),
        ComparisonTables::tr("How likely the pictures that only one of the two names rightly "
                             "would be so uneven by chance"),
        ComparisonTables::tr("A winner is named where p is below 0.05 and 0 is outside the "
                             "interval")};
    for (const auto& pair : comparison.pairs)
        table.rows << QStringList{nameOf(pair.a, names),
                                  nameOf(pair.b, names),
                                  signedNumber(pair.deltaMacro, locale),
                                  QStringLiteral("%1 … %2").arg(signedNumber(pair.interval.low, locale),
                                                                signedNumber(pair.interval.high, locale)),
                                  probability(pair.adjustedP, locale),
                                  probability(pair.mcnemarP, locale),
                                  verdictText(pair, names)};
    return table;
}

TableTexts pairsTexts(const Comparison& comparison, const RunNames& names)
{
    const TextTable copied = pairsTable(comparison, names, QLocale::c());
    TextTable table;
    for (const char* title : {"first", "second", "first_name", "second_name", "macro_difference", "low",
                              "high", "p", "p_holm", "mcnemar_p", "only_first", "only_second", "verdict"})
        table.header << QString::fromLatin1(title);
    for (const auto& pair : comparison.pairs)
        table.rows << QStringList{toQString(pair.a),
                                  toQString(pair.b),
                                  nameOf(pair.a, names),
                                  nameOf(pair.b, names),
                                  digits(pair.deltaMacro),
                                  digits(pair.interval.low),
                                  digits(pair.interval.high),
                                  digits(pair.p),
                                  digits(pair.adjustedP),
                                  digits(pair.mcnemarP),
                                  QString::number(pair.onlyA),
                                  QString::number(pair.onlyB),
                                  toQString(pair.verdictWords())};
    return {markdownOf(copied), latexOf(copied), csvOf(table)};
}

QString verdictSentence(const PairComparison& pair, const RunNames& names)
{
    const QLocale locale;
    const QString how =
        ComparisonTables::tr("macro-F1 differs by %1 (95 %: %2 … %3), p %4",
                             "difference, ends of its interval, = or < and a number")
            .arg(signedNumber(pair.deltaMacro, locale), signedNumber(pair.interval.low, locale),
                 signedNumber(pair.interval.high, locale),
                 (pair.adjustedP < 0.001 ? QString() : QStringLiteral("= ")) +
                     probability(pair.adjustedP, locale));
    const QString a = nameOf(pair.a, names);
    const QString b = nameOf(pair.b, names);
    if (pair.verdict == Verdict::NoClearWinner)
        return ComparisonTables::tr("No clear winner between %1 and %2: %3.", "runs, how sure")
            .arg(a, b, how);
    const bool first = pair.verdict == Verdict::ABetter;
    return ComparisonTables::tr("%1 is better than %2: %3.", "runs, how sure")
        .arg(first ? a : b, first ? b : a, how);
}

QString flatterySentence(const Flattery& flattery, const RunNames& names)
{
    const QLocale locale;
    return ComparisonTables::tr("%1, with copies across its split, has %2 macro-F1 (95 %: %3 … %4) over the "
                                "leak-free %5.",
                                "naive run, difference, ends of its interval, leak-free run")
        .arg(nameOf(flattery.naive, names), signedNumber(flattery.deltaMacro, locale),
             signedNumber(flattery.interval.low, locale), signedNumber(flattery.interval.high, locale),
             nameOf(flattery.leakFree, names));
}

} // namespace nakama
