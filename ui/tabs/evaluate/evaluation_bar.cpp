#include "ui/tabs/evaluate/evaluation_bar.h"

#include "ui/tabs/evaluate/run_text.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

namespace nakama
{

namespace
{

QLabel* labelFor(QComboBox* box, const QString& text, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setBuddy(box);
    return label;
}

QString setText(EvaluationSet set)
{
    switch (set) {
    case EvaluationSet::Train:
        return EvaluationBar::tr("Training set");
    case EvaluationSet::Val:
        return EvaluationBar::tr("Validation set");
    case EvaluationSet::Test:
        return EvaluationBar::tr("Test set");
    case EvaluationSet::TrueTest:
        return EvaluationBar::tr("True test set");
    }
    return {};
}

} // namespace

EvaluationBar::EvaluationBar(QWidget* parent)
    : QWidget(parent), m_runs(new QComboBox(this)), m_sets(new QComboBox(this)), m_views(new QComboBox(this)),
      m_action(new QPushButton(this)), m_progress(new QLabel(this)),
      m_compare(new QPushButton(tr("Co&mpare…"), this)), m_report(new QPushButton(tr("&Report"), this)),
      m_export(new QPushButton(tr("E&xport"), this))
{
    m_runs->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_runs->setMinimumContentsLength(24);
    m_runs->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_runs->setMaximumWidth(520);
    m_runs->setAccessibleName(tr("Run"));
    m_sets->setAccessibleName(tr("Set of pictures"));
    m_sets->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_views->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_views->setAccessibleName(tr("Views of each picture"));
    const auto addViews = [this](TestViews views, const QString& text) {
        m_views->addItem(text, static_cast<int>(views));
    };
    addViews(TestViews::Plain, tr("One view"));
    addViews(TestViews::Flip, tr("Mirror too"));
    addViews(TestViews::Crops, tr("Three crops"));
    addViews(TestViews::FlipAndCrops, tr("Mirror and crops"));
    setDerived(std::nullopt);
    m_action->setProperty("primary", true);
    m_compare->setToolTip(tr("This run with others, on the same pictures"));
    m_report->setToolTip(tr("A page with all figures, to be kept or given away"));
    m_export->setToolTip(tr("Tables and pictures for your own use"));

    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(labelFor(m_runs, tr("R&un"), this));
    layout->addWidget(m_runs, 1);
    layout->addSpacing(6);
    layout->addWidget(labelFor(m_sets, tr("&On"), this));
    layout->addWidget(m_sets);
    layout->addSpacing(6);
    layout->addWidget(m_views);
    layout->addWidget(m_action);
    layout->addWidget(m_progress);
    layout->addStretch();
    layout->addWidget(m_compare);
    layout->addWidget(m_report);
    layout->addWidget(m_export);

    setCounts({});
    setAction(Action::Evaluate, {});
    connect(m_runs, &QComboBox::currentIndexChanged, this, &EvaluationBar::chosen);
    connect(m_sets, &QComboBox::currentIndexChanged, this, &EvaluationBar::chosen);
    connect(m_views, &QComboBox::currentIndexChanged, this, &EvaluationBar::viewsChosen);
    connect(m_action, &QPushButton::clicked, this, &EvaluationBar::actionRequested);
    connect(m_compare, &QPushButton::clicked, this, &EvaluationBar::compareRequested);
}

void EvaluationBar::setRuns(const std::vector<RunRecord>& runs, const std::map<std::string, RunNote>& notes)
{
    const QString before = run();
    const bool followsNewest = m_runs->currentIndex() <= 0;
    {
        const QSignalBlocker blocker(m_runs);
        m_runs->clear();
        for (const auto& one : runs)
            m_runs->addItem(runText(one, notes), toQString(one.id));
        const int wanted = m_wanted.isEmpty() ? -1 : m_runs->findData(m_wanted);
        const int kept = wanted >= 0 ? wanted : followsNewest ? 0 : m_runs->findData(before);
        m_runs->setCurrentIndex(runs.empty() ? -1 : std::max(0, kept));
        m_compare->setEnabled(runs.size() > 1);
        if (wanted >= 0)
            m_wanted.clear();
    }
    if (run() != before)
        Q_EMIT chosen();
}

void EvaluationBar::setCounts(const std::map<std::string, std::int64_t>& perSplit)
{
    const EvaluationSet before = m_sets->count() > 0 ? set() : EvaluationSet::Test;
    {
        const QSignalBlocker blocker(m_sets);
        m_sets->clear();
        for (const auto one :
             {EvaluationSet::Test, EvaluationSet::Val, EvaluationSet::Train, EvaluationSet::TrueTest}) {
            const auto found = perSplit.find(std::string(evaluationSetName(one)));
            const qlonglong count = found == perSplit.end() ? 0 : found->second;
            if (one == EvaluationSet::TrueTest && count == 0)
                continue;
            const QString text = setText(one);
            m_sets->addItem(count > 0 ? tr("%1 (%2)", "set, pictures").arg(text, QLocale().toString(count))
                                      : text,
                            static_cast<int>(one));
        }
        m_sets->setCurrentIndex(std::max(0, m_sets->findData(static_cast<int>(before))));
    }
    if (set() != before)
        Q_EMIT chosen();
}

QString EvaluationBar::run() const
{
    return m_runs->currentData().toString();
}

EvaluationSet EvaluationBar::set() const
{
    return static_cast<EvaluationSet>(m_sets->currentData().toInt());
}

TestViews EvaluationBar::views() const
{
    return m_views->isEnabled() ? static_cast<TestViews>(m_views->currentData().toInt()) : TestViews::Plain;
}

void EvaluationBar::takeOneView()
{
    if (m_views->isEnabled())
        m_views->setCurrentIndex(m_views->findData(static_cast<int>(TestViews::Plain)));
}

void EvaluationBar::setDerived(const std::optional<DerivedRun>& derived)
{
    const bool free = !derived;
    if (!free || !m_views->isEnabled()) {
        const TestViews shown = derived ? derived->views : TestViews::Plain;
        m_views->setEnabled(free);
        m_views->setCurrentIndex(m_views->findData(static_cast<int>(shown)));
    }
    m_views->setToolTip(free ? tr("Test-time augmentation: the answers to several views of each picture are "
                                  "averaged, and kept as a run of its own")
                             : tr("This run answers with others, in their way"));
}

void EvaluationBar::choose(const QString& run, EvaluationSet set)
{
    {
        const QSignalBlocker runsBlocker(m_runs);
        const QSignalBlocker setsBlocker(m_sets);
        const int index = m_runs->findData(run);
        m_wanted = index < 0 ? run : QString();
        if (index >= 0)
            m_runs->setCurrentIndex(index);
        if (const int setIndex = m_sets->findData(static_cast<int>(set)); setIndex >= 0)
            m_sets->setCurrentIndex(setIndex);
    }
    Q_EMIT chosen();
}

void EvaluationBar::setAction(Action action, const QString& problem)
{
    switch (action) {
    case Action::Evaluate:
        m_action->setText(tr("E&valuate"));
        m_action->setIcon(icon(Icon::Evaluate));
        break;
    case Action::EvaluateAgain:
        m_action->setText(tr("E&valuate again"));
        m_action->setIcon(icon(Icon::Evaluate));
        break;
    case Action::Stop:
        m_action->setText(tr("&Stop"));
        m_action->setIcon(icon(Icon::Stop));
        break;
    }
    // Filled only while it is the next thing to do.
    m_action->setProperty("primary", action == Action::Evaluate);
    m_action->update();
    m_action->setEnabled(problem.isEmpty());
    m_action->setToolTip(
        problem.isEmpty() ? tr("Asks the best epoch of the run about each picture of the set") : problem);
}

void EvaluationBar::setProgress(const QString& text)
{
    m_progress->setText(text);
}

void EvaluationBar::setReportMenu(QMenu* menu)
{
    m_report->setMenu(menu);
}

void EvaluationBar::setReportAvailable(bool available)
{
    m_report->setEnabled(available);
}

void EvaluationBar::setExportMenu(QMenu* menu)
{
    m_export->setMenu(menu);
}

void EvaluationBar::setExportAvailable(bool available)
{
    m_export->setEnabled(available);
}

} // namespace nakama
