#include "ui/tabs/evaluate/comparison_page.h"

#include "ui/tabs/evaluate/exportable_table.h"
#include "ui/viewmodels/convert.h"

#include <QLabel>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

constexpr std::size_t mostSentences = 3; ///< more are read better in the table

} // namespace

ComparisonPage::ComparisonPage(QWidget* parent)
    : QWidget(parent), m_verdict(new QLabel(this)), m_notes(new QLabel(this)),
      m_results(new ExportableTable(QStringLiteral("comparison.csv"), this)),
      m_pairs(new ExportableTable(QStringLiteral("comparison-pairs.csv"), this))
{
    QFont bold = m_verdict->font();
    bold.setWeight(QFont::DemiBold);
    m_verdict->setFont(bold);
    auto* const layout = new QVBoxLayout(this);
    for (QLabel* const label : {m_verdict, m_notes}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addWidget(m_results, 1);
    layout->addWidget(m_pairs, 1);
    setProblem(tr("Choose two or more runs, and compare them."));
}

void ComparisonPage::setProblem(const QString& problem)
{
    m_notes->setText(problem);
    for (QWidget* const part :
         {static_cast<QWidget*>(m_verdict), static_cast<QWidget*>(m_results), static_cast<QWidget*>(m_pairs)})
        part->hide();
}

void ComparisonPage::setNotes(const QStringList& sentences, QStringList notes,
                              const std::vector<std::string>& more, const std::vector<std::string>& ids,
                              const RunNames& names)
{
    for (const auto& note : more) {
        QString text = toQString(note);
        for (const auto& id : ids)
            text.replace(toQString(id), nameOf(id, names));
        notes << text;
    }
    m_verdict->setText(sentences.join(QLatin1Char('\n')));
    m_verdict->setVisible(!sentences.isEmpty());
    m_notes->setText(notes.join(QLatin1Char('\n')));
}

void ComparisonPage::setComparison(const ComparedRuns& compared, const RunNames& names)
{
    const auto& comparison = compared.comparison;
    QStringList sentences;
    if (comparison.pairs.size() <= mostSentences)
        for (const auto& pair : comparison.pairs)
            sentences << verdictSentence(pair, names);
    QStringList notes{
        tr("On %n picture(s) that all of them answered.", nullptr, static_cast<int>(comparison.n))};
    if (comparison.groups > 0 && comparison.groups != comparison.n)
        notes.last() += QLatin1Char(' ') +
                        tr("Copies count as one: %n group(s).", nullptr, static_cast<int>(comparison.groups));
    setNotes(sentences, notes, compared.warnings, compared.ids, names);
    m_results->setTable(resultsTable(compared.results), resultsTexts(compared.results));
    m_pairs->setTable(pairsTable(comparison, names, QLocale()), pairsTexts(comparison, names));
    m_results->show();
    m_pairs->show();
}

void ComparisonPage::setOwnSets(const OwnSets& sets, const RunNames& names)
{
    QStringList sentences;
    for (const auto& one : sets.flattery)
        sentences << flatterySentence(one, names);
    setNotes(sentences, {}, sets.notes, sets.runIds, names);
    m_results->setTable(resultsTable(sets.table), resultsTexts(sets.table));
    m_results->show();
    m_pairs->hide();
}

} // namespace nakama
