#include "ui/tabs/train/train_form.h"

#include "ui/tabs/train/input_cost_label.h"
#include "ui/tabs/train/learning_form.h"
#include "ui/tabs/train/model_card.h"
#include "ui/tabs/train/preset_choice.h"
#include "ui/tabs/train/training_trials.h"
#include "ui/theme/form_rows.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/collapsible_section.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <limits>

namespace nakama
{

namespace
{

const auto defaultModel = QStringLiteral("resnet18");
constexpr int automaticBatch = 1; ///< one picture is no batch, so this value is free to mean "as many as fit"

QSpinBox* makeNumber(int low, int high, int value, const QString& explanation)
{
    auto* box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    box->setToolTip(explanation);
    return box;
}

/** A choice of an enumeration, the first one chosen. */
template<typename Value>
QComboBox* makeChoice(std::initializer_list<std::pair<QString, Value>> choices, const QString& explanation)
{
    auto* box = new QComboBox;
    for (const auto& [text, value] : choices)
        box->addItem(text, static_cast<int>(value));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setToolTip(explanation);
    return box;
}

template<typename Value>
void choose(QComboBox& box, Value value)
{
    box.setCurrentIndex(box.findData(static_cast<int>(value)));
}

QComboBox* makePrecision()
{
    return makeChoice<Precision>(
        {{TrainForm::tr("Automatic"), Precision::Auto},
         {TrainForm::tr("32 bits"), Precision::Fp32},
         {TrainForm::tr("BF16"), Precision::Bf16},
         {TrainForm::tr("FP16"), Precision::Fp16}},
        TrainForm::tr(
            "Automatic: BF16 on a graphics card that has it, and for a transformer whose head alone "
            "learns on a processor that has it; else 32 bits. Half as many bits are faster there"));
}

QComboBox* makeMemoryLayout()
{
    return makeChoice<MemoryLayout>(
        {{TrainForm::tr("Automatic"), MemoryLayout::Auto},
         {TrainForm::tr("Colour after colour"), MemoryLayout::Planes},
         {TrainForm::tr("Channels last"), MemoryLayout::ChannelsLast}},
        TrainForm::tr("How pictures lie in memory; this changes the speed, and results by rounding only"));
}

/** A device as a person chooses it: "NVIDIA L4 (24 GB)". */
QString deviceText(const DeviceInfo& device)
{
    if (device.memoryBytes <= 0)
        return toQString(device.name);
    return TrainForm::tr("%1 (%2)", "device, its memory")
        .arg(toQString(device.name), QLocale().formattedDataSize(static_cast<qint64>(device.memoryBytes), 0,
                                                                 QLocale::DataSizeSIFormat));
}

} // namespace

TrainForm::TrainForm(Session& session, QWidget* parent)
    : QWidget(parent), m_preset(new PresetChoice), m_presetText(new QLabel), m_model(new QComboBox),
      m_card(new ModelCard(session)),
      m_epochs(makeNumber(1, 10'000, 30, tr("How many times the model sees every training picture"))),
      m_batch(makeNumber(automaticBatch, 4096, 32,
                         tr("Pictures in one step; less needs less memory. Automatic: as many as fit"))),
      m_rate(new QDoubleSpinBox),
      m_input(makeNumber(32, 1024, 224, tr("Side of the square that the model sees, in pixels"))),
      m_cost(new InputCostLabel(session)), m_device(new QComboBox),
      m_trials(new TrainingTrials(session, std::bind_front(&TrainForm::request, this))),
      m_mirror(new QLineEdit), m_freeze(new QCheckBox(tr("Train the &head only"))),
      m_views(
          makeNumber(0, 1000, TrainingConfig().views,
                     tr("The body looks at so many augmented views of each picture, once; what it says is "
                        "kept, so that later epochs and runs take seconds"))),
      m_augment(new QCheckBox(tr("&Augment the pictures"))), m_inMemory(new QCheckBox),
      m_precision(makePrecision()), m_memoryLayout(makeMemoryLayout()), m_learning(new LearningForm),
      m_seed(makeNumber(0, std::numeric_limits<int>::max(), 1, tr("The same seed gives the same run"))),
      m_threads(makeNumber(0, 64, 0, tr("Threads that decode pictures")))
{
    m_presetText->setObjectName(QStringLiteral("presetText"));
    m_presetText->setWordWrap(true);
    m_presetText->setForegroundRole(QPalette::PlaceholderText);
    m_model->setObjectName(QStringLiteral("model"));
    m_epochs->setObjectName(QStringLiteral("epochs"));
    m_batch->setObjectName(QStringLiteral("batch"));
    m_batch->setSpecialValueText(tr("Automatic"));
    m_input->setObjectName(QStringLiteral("inputSize"));
    m_precision->setObjectName(QStringLiteral("precision"));
    m_memoryLayout->setObjectName(QStringLiteral("memoryLayout"));
    auto* more = new CollapsibleSection(tr("More settings"));
    more->setContent(makeMore());
    auto* learning = new CollapsibleSection(tr("How it learns"));
    learning->setContent(m_learning);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeMain());
    layout->addWidget(learning);
    layout->addWidget(more);
    layout->addStretch();
    connect(m_preset, &QComboBox::activated, this, &TrainForm::takePreset);
    connect(m_model, &QComboBox::currentIndexChanged, this, &TrainForm::takeModel);
    connect(m_input, &QSpinBox::valueChanged, this, &TrainForm::takeInput);
    connect(m_cost, &InputCostLabel::costChanged, this, &TrainForm::takeCost);
    connect(m_card, &ModelCard::startChanged, this, &TrainForm::takeStart);
    connect(m_trials, &TrainingTrials::rateChosen, m_rate, &QDoubleSpinBox::setValue);
    noticeChanges();
    connect(m_card, &ModelCard::modelWanted, this,
            [this](const QString& id) { m_model->setCurrentIndex(m_model->findData(id)); });
}

QWidget* TrainForm::makeMain()
{
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rate->setDecimals(6);
    m_rate->setRange(0.000001, 1.0);
    m_rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rate->setValue(0.001);
    m_rate->setToolTip(tr("Step size of the optimiser"));
    m_input->setSingleStep(32);
    m_input->setSuffix(tr(" px"));
    m_device->setObjectName(QStringLiteral("device"));
    m_device->setToolTip(tr("What computes. Automatic: the graphics card, where there is one"));
    auto* form = new QWidget;
    auto* layout = makeFormLayout(form);
    layout->addRow(tr("&Preset:"), m_preset);
    layout->addRow(m_presetText);
    layout->addRow(tr("&Model:"), m_model);
    layout->addRow(m_card);
    layout->addRow(tr("Start &from:"), m_card->startFrom());
    layout->addRow(tr("&Epochs:"), m_epochs);
    layout->addRow(tr("&Batch:"), m_batch);
    layout->addRow(tr("Learning &rate:"), m_rate);
    layout->addRow(tr("&Input size:"), m_input);
    layout->addRow(tr("De&vice:"), m_device);
    layout->addRow(m_cost);
    layout->addRow(m_trials);
    centreLabels(*layout);
    return form;
}

QWidget* TrainForm::makeMore()
{
    m_augment->setChecked(true);
    m_augment->setToolTip(tr("As the Augment page says, so that the model does not learn pictures by heart"));
    m_freeze->setToolTip(
        tr("For published weights: keeps the body as it is, and trains only the last layer"));
    m_inMemory->setObjectName(QStringLiteral("inMemory"));
    takeCost({});
    m_views->setObjectName(QStringLiteral("views"));
    m_views->setSpecialValueText(tr("New ones every epoch"));
    m_views->setEnabled(false);
    connect(m_freeze, &QCheckBox::toggled, m_views, &QWidget::setEnabled);
    m_threads->setSpecialValueText(tr("Automatic"));
    makeMirror();
    auto* form = new QWidget;
    auto* layout = makeFormLayout(form);
    layout->addRow(m_freeze);
    layout->addRow(tr("Views kep&t:"), m_views);
    layout->addRow(m_augment);
    layout->addRow(m_inMemory);
    layout->addRow(tr("See&d:"), m_seed);
    layout->addRow(tr("L&oader threads:"), m_threads);
    layout->addRow(tr("Precision:"), m_precision);
    layout->addRow(tr("Layout:"), m_memoryLayout);
    layout->addRow(tr("Mirror for &weights:"), m_mirror);
    centreLabels(*layout);
    return form;
}

void TrainForm::makeMirror()
{
    m_mirror->setObjectName(QStringLiteral("mirror"));
    m_mirror->setText(WeightsController::mirror());
    m_mirror->setPlaceholderText(tr("None: ask the makers"));
    m_mirror->setToolTip(tr(
        "Where the makers cannot be reached: an address such as https://mirror.example.org, which has their "
        "files under the same paths"));
    connect(m_mirror, &QLineEdit::editingFinished, this,
            [this] { WeightsController::setMirror(m_mirror->text().trimmed()); });
}

void TrainForm::setEngine(const EngineInfo& engine)
{
    m_engine = engine;
    const QString chosenModel = m_model->count() > 0 ? m_model->currentData().toString() : defaultModel;
    const QString chosenDevice = m_device->currentData().toString();
    m_model->clear();
    for (const auto& info : engine.models)
        m_model->addItem(toQString(info.title), toQString(info.id));
    m_device->clear();
    m_device->addItem(tr("Automatic"), QStringLiteral("auto"));
    for (const auto& device : engine.devices)
        m_device->addItem(deviceText(device), toQString(device.id));
    m_model->setCurrentIndex(std::max(0, m_model->findData(chosenModel)));
    m_device->setCurrentIndex(std::max(0, m_device->findData(chosenDevice)));
}

const ModelInfo* TrainForm::model() const
{
    const std::string id = toStdString(m_model->currentData().toString());
    const auto found = std::find_if(m_engine.models.begin(), m_engine.models.end(),
                                    [&](const ModelInfo& info) { return info.id == id; });
    return found == m_engine.models.end() ? nullptr : &*found;
}

/** Every control of the form: whatever is changed makes an estimate stale, and perhaps the preset another. */
void TrainForm::noticeChanges()
{
    for (auto* box : findChildren<QSpinBox*>())
        connect(box, &QSpinBox::valueChanged, this, &TrainForm::takeChange);
    for (auto* box : findChildren<QDoubleSpinBox*>())
        connect(box, &QDoubleSpinBox::valueChanged, this, &TrainForm::takeChange);
    for (auto* box : findChildren<QComboBox*>())
        if (box != m_preset)
            connect(box, &QComboBox::currentIndexChanged, this, &TrainForm::takeChange);
    for (auto* box : findChildren<QCheckBox*>())
        connect(box, &QCheckBox::toggled, this, &TrainForm::takeChange);
}

void TrainForm::takeModel()
{
    const auto* info = model();
    if (!info)
        return;
    const bool ready = m_preset->preset().has_value();
    m_card->setModel(*info);
    m_input->setMinimum(info->minimumInput);
    if (ready)
        takePreset();
    else
        m_input->setValue(info->preprocessing.crop);
    takeInput();
}

/** What a preset says depends on whether there are weights to start from. */
void TrainForm::takeStart()
{
    if (m_preset->preset())
        takePreset();
    else
        takeChange();
}

void TrainForm::takePreset()
{
    const auto* info = model();
    const auto preset = m_preset->preset();
    if (!info || !preset)
        return;
    const auto wanted = presetTraining(*preset, *info, m_card->weights());
    m_epochs->setValue(wanted.epochs);
    m_batch->setValue(wanted.batchSize);
    m_rate->setValue(wanted.learning.rate);
    m_learning->set(wanted.learning);
    m_input->setValue(*wanted.inputSize);
    m_freeze->setChecked(wanted.freeze == FreezeMode::Body);
    m_views->setValue(wanted.views);
    m_augment->setChecked(wanted.augment);
    choose(*m_precision, wanted.compute.precision);
    choose(*m_memoryLayout, wanted.compute.layout);
    m_preset->choose(*preset);
    takeChange();
}

void TrainForm::takeChange()
{
    m_trials->forget();
    const auto* info = model();
    if (!info)
        return;
    m_preset->recognise(request(), *info);
    m_presetText->setText(m_preset->explanation(*info, m_card->weights().empty()));
    m_presetText->setVisible(m_preset->preset().has_value());
}

void TrainForm::takeInput()
{
    if (const auto* info = model())
        m_cost->setRule(info->preprocessing.scaledTo(m_input->value()).resize);
}

/** Asked for only where it is a question: few pictures stay in memory anyway, too many do not fit. */
void TrainForm::takeCost(const InputCost& cost)
{
    const bool always = cost.memoryBytes <= std::int64_t{TrainingConfig{}.pictureMemoryMb} << 20;
    const auto inMemory = QLocale().formattedDataSize(cost.memoryBytes, 0, QLocale::DataSizeSIFormat);
    const auto available = QLocale().formattedDataSize(cost.memoryAvailable, 0, QLocale::DataSizeSIFormat);
    const bool wasQuestion = m_inMemory->isEnabled();
    m_inMemory->setText(tr("&Keep all pictures in memory (%1)").arg(inMemory));
    m_inMemory->setEnabled(!always && cost.fitsInMemory());
    m_inMemory->setToolTip(
        always ? tr("So few pictures stay in memory anyway")
        : cost.fitsInMemory()
            ? tr("Later epochs read nothing from the disk; %1 are available").arg(available)
            : tr("Only %1 are available, and the training needs some itself").arg(available));
    if (!m_inMemory->isEnabled())
        m_inMemory->setChecked(always);
    else if (!wasQuestion)
        m_inMemory->setChecked(false);
}

void TrainForm::takeDropsOn(QWidget& page)
{
    m_card->takeDropsOn(page);
}

void TrainForm::cancelTrials()
{
    m_trials->cancel();
}

TrainRequest TrainForm::request() const
{
    TrainRequest request;
    request.model = toStdString(m_model->currentData().toString());
    request.inputSize = m_input->value();
    request.weights = m_card->weights();
    request.freeze = m_freeze->isChecked() ? FreezeMode::Body : FreezeMode::None;
    request.views = m_views->value();
    request.epochs = m_epochs->value();
    request.batchSize = m_batch->value() == automaticBatch ? 0 : m_batch->value();
    request.learning = m_learning->params(m_rate->value());
    request.compute.precision = static_cast<Precision>(m_precision->currentData().toInt());
    request.compute.layout = static_cast<MemoryLayout>(m_memoryLayout->currentData().toInt());
    request.augment = m_augment->isChecked();
    request.device = toStdString(m_device->currentData().toString());
    request.loaderThreads = m_threads->value();
    request.picturesInMemory = m_inMemory->isEnabled() && m_inMemory->isChecked();
    request.seed = static_cast<std::uint64_t>(m_seed->value());
    return request;
}

} // namespace nakama
