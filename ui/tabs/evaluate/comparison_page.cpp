#include "ui/tabs/evaluate/comparison_page.h"

#include "ui/viewmodels/convert.h"
#include "ui/widgets/save_file.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QString number(double value)
{
    return QLocale().toString(value, 'f', 3);
}

QString withInterval(const Metrics& metrics, double value, const char* key)
{
    const auto found = metrics.intervals.find(key);
    if (found == metrics.intervals.end())
        return number(value);
    return QStringLiteral("%1  [%2–%3]")
        .arg(number(value), number(found->second.low), number(found->second.high));
}

QString verdictText(const PairComparison& pair)
{
    switch (pair.verdict) {
    case Verdict::ABetter:
        return ComparisonPage::tr("%1 is better").arg(toQString(pair.a));
    case Verdict::BBetter:
        return ComparisonPage::tr("%1 is better").arg(toQString(pair.b));
    case Verdict::NoClearWinner:
        return ComparisonPage::tr("no clear winner");
    }
    return {};
}

QTableWidget* makeTable(const QStringList& headers, const QString& name, QWidget* parent)
{
    auto* const table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setHorizontalHeaderLabels(headers);
    table->setAccessibleName(name);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void addRow(QTableWidget& table, const QStringList& cells)
{
    const int row = table.rowCount();
    table.insertRow(row);
    for (int column = 0; column < cells.size(); ++column)
        table.setItem(row, column, new QTableWidgetItem(cells[column]));
}

} // namespace

ComparisonPage::ComparisonPage(QWidget* parent)
    : QWidget(parent), m_notes(new QLabel(this)),
      m_results(makeTable(
          {tr("Run"), tr("Pictures"), tr("CE loss"), tr("Macro-F1"), tr("Micro-F1"), tr("Weighted F1")},
          tr("Results"), this)),
      m_pairs(makeTable({tr("First run"), tr("Second run"), tr("Macro-F1, difference"), tr("95 %"),
                         tr("McNemar p"), tr("Verdict")},
                        tr("Pairs of runs"), this)),
      m_buttons(new QWidget(this))
{
    m_pairs->horizontalHeaderItem(2)->setToolTip(tr("Macro-F1 of the first run minus that of the second"));
    m_pairs->horizontalHeaderItem(3)->setToolTip(
        tr("Interval of the difference, by a paired bootstrap over groups of copies"));
    m_pairs->horizontalHeaderItem(4)->setToolTip(
        tr("How likely the pictures that only one of the two names rightly would be so uneven by chance"));
    m_pairs->horizontalHeaderItem(5)->setToolTip(tr(
        "A winner is named where chance is less likely than 5 %, corrected for the number of pairs (Holm)"));
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_notes);
    layout->addWidget(m_results, 1);
    layout->addWidget(m_pairs, 1);
    m_buttons->setLayout(makeButtons());
    layout->addWidget(m_buttons);
    setProblem(tr("Choose two or more runs, and compare them."));
}

QLayout* ComparisonPage::makeButtons()
{
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, auto work) {
        auto* const button = new QPushButton(text, this);
        connect(button, &QPushButton::clicked, this, work);
        row->addWidget(button);
    };
    row->addStretch();
    add(tr("Copy as &Markdown"), [this] { copy(markdownOf(m_table)); });
    add(tr("Copy as &LaTeX"), [this] { copy(latexOf(m_table)); });
    add(tr("Save as CS&V…"), [this] {
        saveCsv(this, QByteArray::fromStdString(csvOf(m_table)), QStringLiteral("comparison.csv"));
    });
    return row;
}

void ComparisonPage::copy(const std::string& text)
{
    QGuiApplication::clipboard()->setText(toQString(text));
}

void ComparisonPage::setProblem(const QString& problem)
{
    m_notes->setText(problem);
    for (QWidget* const part : {static_cast<QWidget*>(m_results), static_cast<QWidget*>(m_pairs), m_buttons})
        part->hide();
}

void ComparisonPage::setComparison(const Comparison& comparison, const ResultTable& table,
                                   const std::vector<std::string>& warnings)
{
    m_table = table;
    QStringList notes{
        tr("On %n picture(s) that all of them answered.", nullptr, static_cast<int>(comparison.n))};
    if (comparison.groups > 0 && comparison.groups != comparison.n)
        notes.last() += QLatin1Char(' ') +
                        tr("Copies count as one: %n group(s).", nullptr, static_cast<int>(comparison.groups));
    for (const auto& warning : warnings)
        notes << toQString(warning);
    m_notes->setText(notes.join(QLatin1Char('\n')));
    showResults();
    showPairs(comparison);
    for (QWidget* const part : {static_cast<QWidget*>(m_results), static_cast<QWidget*>(m_pairs), m_buttons})
        part->show();
}

void ComparisonPage::showResults()
{
    m_results->setRowCount(0);
    for (const auto& row : m_table.rows) {
        const auto& metrics = row.metrics;
        addRow(*m_results, {toQString(row.name), QLocale().toString(static_cast<qlonglong>(metrics.n)),
                            number(metrics.loss), withInterval(metrics, metrics.f1.macro, "macro"),
                            withInterval(metrics, metrics.f1.micro, "micro"),
                            withInterval(metrics, metrics.f1.weighted, "weighted")});
    }
}

void ComparisonPage::showPairs(const Comparison& comparison)
{
    m_pairs->setRowCount(0);
    for (const auto& pair : comparison.pairs) {
        const QString sign = pair.deltaMacro > 0 ? QStringLiteral("+") : QString();
        addRow(*m_pairs,
               {toQString(pair.a), toQString(pair.b), sign + number(pair.deltaMacro),
                QStringLiteral("%1 … %2").arg(number(pair.interval.low), number(pair.interval.high)),
                pair.mcnemarP < 0.001 ? QStringLiteral("< ") + number(0.001) : number(pair.mcnemarP),
                verdictText(pair)});
    }
}

} // namespace nakama
