#include "ui/tabs/dataset/split_panel.h"

#include "ui/tabs/dataset/copies_dialog.h"
#include "ui/tabs/dataset/health_dialog.h"
#include "ui/tabs/dataset/split_preview.h"
#include "ui/theme/form_rows.h"
#include "ui/theme/icons.h"
#include "ui/viewmodels/class_balance_model.h"
#include "ui/viewmodels/convert.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace nakama
{

namespace
{

QSpinBox* makePercent(int value)
{
    auto* box = new QSpinBox;
    box->setRange(1, 98);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" %"));
    return box;
}

QSpinBox* makeCap(const QString& explanation)
{
    auto* box = new QSpinBox;
    box->setRange(0, 1'000'000);
    box->setSpecialValueText(SplitPanel::tr("All"));
    box->setToolTip(explanation);
    return box;
}

/** "54 to 1": the largest class to the smallest that has pictures; split: counted in its parts alone. */
QString balanceText(const WorkspaceCounts& counts, bool split)
{
    std::int64_t largest = 0;
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    for (const auto& [name, parts] : counts.perClassSplit) {
        std::int64_t pictures = 0;
        for (const auto& [part, count] : parts)
            pictures += split && part == "unsplit" ? 0 : count;
        if (pictures > 0)
            smallest = std::min(smallest, pictures);
        largest = std::max(largest, pictures);
    }
    return SplitPanel::tr("%L1 to %L2").arg(largest).arg(std::min(largest, smallest));
}

QLabel* makeText()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString countText(const WorkspaceCounts& counts, const std::string& part)
{
    const auto found = counts.perSplit.find(part);
    return QLocale().toString(static_cast<qlonglong>(found == counts.perSplit.end() ? 0 : found->second));
}

QString copiesText(const SplitInfo& split)
{
    if (!split.groupsKeptTogether)
        return SplitPanel::tr("Made without regard to copies: the test may show pictures that were learned "
                              "from.");
    QString text = SplitPanel::tr("Copies of one picture were kept together in one part.");
    if (split.inTrueTest > 0)
        text += QLatin1Char(' ') +
                SplitPanel::tr("%n picture(s) were left out, since the true test has copies of them.",
                               nullptr, split.inTrueTest);
    return text;
}

QString stateText(const WorkspaceSnapshot& snapshot)
{
    if (!snapshot.split)
        return SplitPanel::tr(
            "Not split yet. The model learns from the training part, is tuned on validation, and is "
            "judged on test pictures that it has never seen.");
    QString text = SplitPanel::tr("Split on %1.\nTrain %2 · validation %3 · test %4 pictures.")
                       .arg(QLocale().toString(toLocalTime(snapshot.split->at), QLocale::ShortFormat),
                            countText(snapshot.counts, "train"), countText(snapshot.counts, "val"),
                            countText(snapshot.counts, "test"));
    if (snapshot.split->beyondCaps > 0)
        text +=
            QLatin1Char('\n') +
            SplitPanel::tr("%n picture(s) beyond the limits were left out; the largest class to the smallest "
                           "was %1, and is %2 now.",
                           nullptr, snapshot.split->beyondCaps)
                .arg(balanceText(snapshot.counts, false), balanceText(snapshot.counts, true));
    text += QStringLiteral("\n\n") + copiesText(*snapshot.split);
    if (snapshot.split->byHand > 0)
        text +=
            QStringLiteral("\n\n") +
            SplitPanel::tr("%n picture(s) were put into their part by hand since. Splitting again gives them "
                           "a part anew; undoing the split brings theirs back.",
                           nullptr, snapshot.split->byHand);
    if (!snapshot.runs.empty())
        text += QStringLiteral("\n\n") +
                SplitPanel::tr(
                    "Splitting again mixes pictures that earlier runs have learned from into the test part; "
                    "their figures are then too good.");
    return text;
}

} // namespace

SplitPanel::SplitPanel(Session& session, QWidget* parent)
    : QFrame(parent), m_session(session), m_train(makePercent(70)), m_val(makePercent(15)),
      m_test(new QLabel), m_seed(new QSpinBox),
      m_perClass(makeCap(tr("No class gets more pictures than this; the others stay unused"))),
      m_split(new QPushButton(icon(Icon::Split), tr("&Split"))),
      m_copies(new QPushButton(icon(Icon::Pictures), tr("Co&pies…"))),
      m_health(new QPushButton(icon(Icon::Info), tr("Hea&lth…"))),
      m_next(new QPushButton(icon(Icon::Train), tr("Train a &model"))), m_state(makeText()),
      m_effect(makeText()), m_preview(new SplitPreview(session, this)), m_warnings(makeText())
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_split->setObjectName(QStringLiteral("split"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(1);
    m_seed->setToolTip(tr("The same pictures, shares and seed give the same split on any machine"));
    m_copies->setObjectName(QStringLiteral("copies"));
    m_copies->setToolTip(tr("Find pictures that are copies of each other, and take copies out of use"));
    m_health->setObjectName(QStringLiteral("health"));
    m_health->setToolTip(tr(
        "Look for leaks, damaged files, labels that disagree, and pictures that are too small or too long"));
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_effect->setForegroundRole(QPalette::PlaceholderText);
    m_effect->setObjectName(QStringLiteral("effect"));
    auto* title = new QLabel(tr("Split"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(makeForm());
    layout->addWidget(m_effect);
    layout->addWidget(m_split);
    layout->addWidget(m_state);
    auto* look = new QHBoxLayout;
    look->addWidget(m_copies, 1);
    look->addWidget(m_health, 1);
    layout->addLayout(look);
    layout->addWidget(m_warnings);
    layout->addStretch();
    layout->addWidget(m_next);

    connect(m_train, &QSpinBox::valueChanged, this, &SplitPanel::updateRest);
    connect(m_val, &QSpinBox::valueChanged, this, &SplitPanel::updateRest);
    connect(m_split, &QPushButton::clicked, this, &SplitPanel::split);
    connect(m_copies, &QPushButton::clicked, this, &SplitPanel::showCopies);
    connect(m_health, &QPushButton::clicked, this, &SplitPanel::showHealth);
    connect(m_perClass, &QSpinBox::valueChanged, this, &SplitPanel::updatePreview);
    connect(m_seed, &QSpinBox::valueChanged, this, &SplitPanel::updatePreview);
    connect(m_preview, &SplitPreview::changed, this, [this] {
        m_effect->setText(previewText(m_session.snapshot(), m_preview->report()));
        Q_EMIT previewChanged();
    });
    connect(m_next, &QPushButton::clicked, this, &SplitPanel::trainRequested);
    connect(&session, &Session::countsChanged, this, &SplitPanel::updateState);
    connect(&session, &Session::splitChanged, this, &SplitPanel::updateState);
    connect(&session, &Session::runsChanged, this, &SplitPanel::updateState);
    connect(&session, &Session::workspaceChanged, this, &SplitPanel::updateState);
    connect(&session, &Session::journalChanged, this, &SplitPanel::updateState); // parts by hand
    connect(&session.jobs(), &JobRunner::jobFinished, this, [this](const JobSnapshot& job) {
        if (job.id == m_job) {
            m_job = 0;
            updateButtons();
        }
    });
    updateRest();
    updateState();
}

QWidget* SplitPanel::makeForm()
{
    auto* form = new QWidget;
    auto* layout = m_form = new QFormLayout(form);
    m_perClass->setObjectName(QStringLiteral("perClass"));
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("T&rain:"), m_train);
    layout->addRow(tr("&Validation:"), m_val);
    layout->addRow(tr("Test:"), m_test);
    layout->addRow(tr("See&d:"), m_seed);
    layout->addRow(tr("Most a &class:"), m_perClass);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    centreLabels(*layout);
    return form;
}

void SplitPanel::updateRest()
{
    m_train->setMaximum(99 - m_val->value());
    m_val->setMaximum(99 - m_train->value());
    m_test->setText(tr("the rest, %1 %").arg(100 - m_train->value() - m_val->value()));
}

void SplitPanel::updateState()
{
    const auto& snapshot = m_session.snapshot();
    updateSources();
    m_state->setText(stateText(snapshot));
    const QStringList warnings = splitWarnings(snapshot);
    m_warnings->setText(QStringLiteral("⚠ ") + warnings.join(QStringLiteral("\n\n⚠ ")));
    m_warnings->setVisible(!warnings.isEmpty());
    updatePreview();
    m_split->setText(snapshot.split ? tr("&Split again") : tr("&Split"));
    updateButtons();
}

/** One limit a source, where there are several to be mixed. */
void SplitPanel::updateSources()
{
    auto sources = m_session.snapshot().counts.perSource;
    if (sources.size() < 2)
        sources.clear();
    const bool same = std::ranges::equal(
        sources, m_perSource, {}, [](const auto& entry) { return entry.first; },
        [](const auto& entry) { return entry.first; });
    if (same)
        return;
    for (const auto& [name, box] : m_perSource)
        m_form->removeRow(box);
    m_perSource.clear();
    for (const auto& [name, count] : sources) {
        auto* box = makeCap(tr("No more pictures of this source than this, all classes together"));
        connect(box, &QSpinBox::valueChanged, this, &SplitPanel::updatePreview);
        m_form->addRow(tr("Most of %1:").arg(toQString(name)), box);
        m_perSource.emplace(name, box);
    }
    centreLabels(*m_form);
}

void SplitPanel::updateButtons()
{
    const auto& snapshot = m_session.snapshot();
    const bool isSplit = snapshot.split.has_value();
    m_split->setEnabled(m_job == 0 && snapshot.counts.images > snapshot.counts.unlabelled);
    m_copies->setEnabled(m_session.hasWorkspace());
    m_health->setEnabled(m_session.hasWorkspace());
    m_next->setVisible(isSplit);
    m_split->setProperty("primary", !isSplit);
    m_next->setProperty("primary", isSplit);
    m_split->update();
    m_next->update();
}

SplitJobParams SplitPanel::params() const
{
    SplitJobParams params;
    params.split.train = m_train->value() / 100.0;
    params.split.val = m_val->value() / 100.0;
    params.split.test = 1.0 - params.split.train - params.split.val;
    params.split.seed = static_cast<std::uint64_t>(m_seed->value());
    params.caps.perClass = m_perClass->value();
    for (const auto& [name, box] : m_perSource)
        if (box->value() > 0)
            params.caps.perSource[name] = box->value();
    return params;
}

const std::optional<SplitReport>& SplitPanel::preview() const
{
    return m_preview->report();
}

void SplitPanel::updatePreview()
{
    m_effect->setText(previewText(m_session.snapshot(), m_preview->report()));
    m_preview->ask(params());
}

void SplitPanel::split()
{
    m_job = m_session.split(params());
    updateButtons();
}

void SplitPanel::showHealth()
{
    if (!m_healthDialog) {
        m_healthDialog = new HealthDialog(m_session, this);
        m_healthDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_healthDialog, &HealthDialog::picturesRequested, this, &SplitPanel::picturesRequested);
        m_healthDialog->show();
    }
    m_healthDialog->raise();
    m_healthDialog->activateWindow();
}

void SplitPanel::showCopies()
{
    if (!m_copiesDialog) {
        m_copiesDialog = new CopiesDialog(m_session, this);
        m_copiesDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_copiesDialog->show();
    }
    m_copiesDialog->raise();
    m_copiesDialog->activateWindow();
}

} // namespace nakama
