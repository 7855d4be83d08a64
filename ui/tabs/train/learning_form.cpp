#include "ui/tabs/train/learning_form.h"

#include "ui/theme/form_rows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QSpinBox>

namespace nakama
{

namespace
{

QSpinBox* makeNumber(int low, int high, int value)
{
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

QDoubleSpinBox* makeFraction(double high, double value, double step, int decimals)
{
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(0, high);
    box->setSingleStep(step);
    box->setValue(value);
    return box;
}

template<typename Kind>
void addChoice(QComboBox& box, const QString& text, Kind kind)
{
    box.addItem(text, static_cast<int>(kind));
}

} // namespace

LearningForm::LearningForm(QWidget* parent)
    : QWidget(parent), m_optimiser(new QComboBox), m_decay(makeFraction(0.9, 0.01, 0.01, 4)),
      m_momentum(makeFraction(0.99, 0.9, 0.05, 2)), m_schedule(new QComboBox),
      m_warmup(makeNumber(0, 1000, 0)), m_classWeights(new QCheckBox(tr("Weigh rare classes more"))),
      m_balance(makeFraction(1, 0, 0.25, 2)), m_average(makeFraction(0.9999, 0, 0.001, 4)),
      m_smoothing(makeFraction(0.9, 0, 0.05, 2)), m_clip(makeFraction(1000, 0, 0.5, 2)),
      m_accumulate(makeNumber(1, 256, 1)), m_headEpochs(makeNumber(0, 1000, 0)),
      m_layerDecay(makeFraction(1, 1, 0.05, 2)), m_patience(makeNumber(0, 1000, 0))
{
    setObjectName(QStringLiteral("learning"));
    fillChoices();
    for (auto* box : {m_warmup, m_headEpochs, m_patience})
        box->setSuffix(tr(" epochs"));
    m_patience->setSpecialValueText(tr("Never"));
    m_clip->setSpecialValueText(tr("Any"));
    m_average->setSpecialValueText(tr("Off"));
    m_layerDecay->setMinimum(0.1);
    addRows();
    set({});
    connect(m_optimiser, &QComboBox::currentIndexChanged, this, &LearningForm::update);
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &LearningForm::update);
    update();
}

void LearningForm::fillChoices()
{
    addChoice(*m_optimiser, tr("Adam"), OptimiserKind::Adam);
    addChoice(*m_optimiser, tr("AdamW"), OptimiserKind::AdamW);
    addChoice(*m_optimiser, tr("SGD with momentum"), OptimiserKind::Sgd);
    addChoice(*m_schedule, tr("Constant"), ScheduleKind::Constant);
    addChoice(*m_schedule, tr("Cosine"), ScheduleKind::Cosine);
    addChoice(*m_schedule, tr("One cycle"), ScheduleKind::OneCycle);
    addChoice(*m_schedule, tr("Steps"), ScheduleKind::Step);
    for (auto* box : {m_optimiser, m_schedule})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void LearningForm::addRows()
{
    struct Row
    {
        const char* name;
        QString title;
        QWidget* box;
        QString explanation;
    };
    const Row rows[] = {
        {"optimiser", tr("Optimiser:"), m_optimiser,
         tr("Adam is the recipe; AdamW keeps large weights small; SGD is slow and steady")},
        {"weightDecay", tr("Weight decay:"), m_decay,
         tr("How much weights shrink; against learning by heart. AdamW and SGD only")},
        {"momentum", tr("Momentum:"), m_momentum, tr("How long SGD keeps its direction")},
        {"schedule", tr("Schedu&le:"), m_schedule,
         tr("How the learning rate goes over the epochs; a cosine ends gently at zero")},
        {"warmup", tr("Warm-up:"), m_warmup,
         tr("Epochs over which the rate rises at first, so that large models start calmly")},
        {"headEpochs", tr("Head first:"), m_headEpochs,
         tr("With published weights: first the new head alone, then the whole net")},
        {"layerDecay", tr("Rate a layer:"), m_layerDecay,
         tr("Each layer learns at this part of the rate of the next one towards the head")},
        {"classWeights", QString(), m_classWeights,
         tr("A mistake on a class with few pictures costs more, as the recipe says, so that none is "
            "neglected")},
        {"balance", tr("Balance classes:"), m_balance,
         tr("1 draws every class equally often in an epoch, 0 every picture once; class weights make up for "
            "the rest")},
        {"averageDecay", tr("Mean of weights:"), m_average,
         tr("Judges and keeps a running mean of the weights, which is calmer than the weights themselves: "
            "0.999 for long trainings")},
        {"smoothing", tr("Label smoothing:"), m_smoothing,
         tr("This share of each label goes to all classes: less sure, often better")},
        {"clip", tr("Lo&ngest gradient:"), m_clip,
         tr("Longer gradients are shortened to this, so that one odd batch does no harm")},
        {"accumulate", tr("Batches a step:"), m_accumulate,
         tr("So many batches make one step: a larger batch than fits in memory")},
        {"patience", tr("Stop early:"), m_patience,
         tr("Ends the training after so many epochs without a better macro-F1")},
    };
    auto* layout = makeFormLayout(this);
    for (const auto& row : rows) {
        row.box->setObjectName(QLatin1String(row.name));
        row.box->setToolTip(row.explanation);
        if (row.title.isEmpty())
            layout->addRow(row.box);
        else
            layout->addRow(row.title, row.box);
    }
    centreLabels(*layout);
}

void LearningForm::set(const LearningParams& params)
{
    m_optimiser->setCurrentIndex(m_optimiser->findData(static_cast<int>(params.optimiser)));
    if (params.optimiser != OptimiserKind::Adam)
        m_decay->setValue(params.weightDecay);
    m_momentum->setValue(params.momentum);
    m_schedule->setCurrentIndex(m_schedule->findData(static_cast<int>(params.schedule)));
    m_warmup->setValue(params.warmupEpochs);
    m_classWeights->setChecked(params.classWeights);
    m_balance->setValue(params.balance);
    m_average->setValue(params.averageDecay);
    m_smoothing->setValue(params.labelSmoothing);
    m_clip->setValue(params.clipNorm);
    m_accumulate->setValue(params.accumulate);
    m_headEpochs->setValue(params.headEpochs);
    m_layerDecay->setValue(params.layerDecay);
    m_patience->setValue(params.patience);
}

/** What the other choices leave without a meaning cannot be set. */
void LearningForm::update()
{
    const auto chosen = params(1);
    m_decay->setEnabled(chosen.optimiser != OptimiserKind::Adam);
    m_momentum->setEnabled(chosen.optimiser == OptimiserKind::Sgd);
    m_warmup->setEnabled(chosen.schedule != ScheduleKind::OneCycle);
}

LearningParams LearningForm::params(double rate) const
{
    LearningParams params;
    params.rate = rate;
    params.optimiser = static_cast<OptimiserKind>(m_optimiser->currentData().toInt());
    params.weightDecay = params.optimiser == OptimiserKind::Adam ? 0 : m_decay->value();
    params.momentum = m_momentum->value();
    params.schedule = static_cast<ScheduleKind>(m_schedule->currentData().toInt());
    params.warmupEpochs = params.schedule == ScheduleKind::OneCycle ? 0 : m_warmup->value();
    params.classWeights = m_classWeights->isChecked();
    params.balance = m_balance->value();
    params.averageDecay = m_average->value();
    params.labelSmoothing = m_smoothing->value();
    params.clipNorm = m_clip->value();
    params.accumulate = m_accumulate->value();
    params.headEpochs = m_headEpochs->value();
    params.layerDecay = m_layerDecay->value();
    params.patience = m_patience->value();
    return params;
}

} // namespace nakama
