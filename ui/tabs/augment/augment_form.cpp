#include "ui/tabs/augment/augment_form.h"

#include "ui/tabs/augment/strength_row.h"
#include "ui/tabs/augment/tile_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/collapsible_section.h"

#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace nakama
{

namespace
{

StrengthRow::Scale percent(double low = 0)
{
    return {low, 1, 100, 100, QStringLiteral(" %"), 0};
}

QVBoxLayout* columnOf(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

/** Rows that belong to the one above them. */
QVBoxLayout* indentedColumnOf(QWidget* widget)
{
    auto* layout = columnOf(widget);
    layout->setContentsMargins(14, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

} // namespace

AugmentForm::AugmentForm(QWidget* parent)
    : QWidget(parent), m_frame(new QComboBox),
      m_crop(watched(new StrengthRow(tr("Smallest part"), percent(0.05), StrengthRow::Kind::Always))),
      m_flip(watched(new StrengthRow(tr("Flip"), percent()))),
      m_trivial(watched(new StrengthRow(tr("One operation of these"), {1, 31, 1, 1, {}, 0}))),
      m_operationRows(new QWidget),
      m_rotation(watched(new StrengthRow(tr("Turn"), {1, 180, 1, 1, QStringLiteral("°"), 0}))),
      m_jitter{watched(new StrengthRow(operationTitle(Operation::Brightness), percent())),
               watched(new StrengthRow(operationTitle(Operation::Contrast), percent())),
               watched(new StrengthRow(tr("Saturation"), percent())),
               watched(new StrengthRow(tr("Hue"), {0, 0.5, 100, 360, QStringLiteral("°"), 0}))},
      m_blur(watched(new StrengthRow(tr("Blur"), {0.1, 5, 10, 1, tr(" px"), 1}))),
      m_erasing(watched(new StrengthRow(tr("Erase a part"), percent()))), m_fill(new QComboBox),
      m_mixUp(watched(new StrengthRow(tr("MixUp"), {0.05, 2, 20, 1, {}, 2}))),
      m_cutMix(watched(new StrengthRow(tr("CutMix"), {0.05, 2, 20, 1, {}, 2})))
{
    m_mixUp->setToolTip(tr("Blends every picture of a batch, and its label, with another one"));
    m_cutMix->setToolTip(tr("Replaces a box of every picture of a batch by that of another one"));
    auto* reset = new QPushButton(tr("&Reset to the recipe"));
    reset->setObjectName(QStringLiteral("reset"));
    auto* layout = columnOf(this);
    layout->addWidget(makeFrame());
    layout->addWidget(m_flip);
    layout->addWidget(makeTrivial());
    layout->addWidget(m_rotation);
    layout->addWidget(makeJitter());
    layout->addWidget(m_blur);
    layout->addWidget(makeErasing());
    layout->addWidget(m_mixUp);
    layout->addWidget(m_cutMix);
    layout->addWidget(reset);
    layout->addStretch();
    connect(reset, &QPushButton::clicked, this, &AugmentForm::resetRequested);
    connect(this, &AugmentForm::changed, this, &AugmentForm::updateEnabled);
    setParams(AugmentParams::recipe());
}

/** What has no effect takes no input. */
void AugmentForm::updateEnabled()
{
    m_operationRows->setEnabled(m_trivial->isOn());
    m_fill->setEnabled(m_erasing->isOn());
}

StrengthRow* AugmentForm::watched(StrengthRow* row)
{
    connect(row, &StrengthRow::changed, this, &AugmentForm::changed);
    return row;
}

QWidget* AugmentForm::makeFrame()
{
    m_frame->addItem(tr("A drawn part of it"), RandomCrop);
    m_frame->addItem(tr("Its middle, as in judging"), CentreCrop);
    m_frame->addItem(tr("All of it, between bars"), Letterbox);
    m_frame->setAccessibleName(tr("What of the picture is taken"));
    connect(m_frame, &QComboBox::currentIndexChanged, this, [this](int frame) {
        m_crop->setVisible(frame == RandomCrop);
        Q_EMIT changed();
    });
    auto* box = new QWidget;
    auto* layout = columnOf(box);
    layout->addWidget(m_frame);
    layout->addWidget(m_crop);
    return box;
}

QWidget* AugmentForm::makeTrivial()
{
    m_trivial->setObjectName(QStringLiteral("trivial"));
    m_trivial->setToolTip(tr("TrivialAugment: each tile gets one operation, at one of so many strengths"));
    auto* layout = indentedColumnOf(m_operationRows);
    for (std::size_t i = 0; i < operationCount; ++i) {
        const auto operation = static_cast<Operation>(i);
        m_operations[i] = watched(new StrengthRow(operationTitle(operation), percent()));
        m_operations[i]->setObjectName(QString::fromUtf8(operationName(operation).data()));
        layout->addWidget(m_operations[i]);
    }
    auto* section = new CollapsibleSection(tr("Operations"));
    section->setContent(m_operationRows);
    section->setExpanded(true);
    auto* box = new QWidget;
    auto* column = columnOf(box);
    column->setSpacing(2);
    column->addWidget(m_trivial);
    column->addWidget(section);
    return box;
}

QWidget* AugmentForm::makeJitter()
{
    auto* rows = new QWidget;
    auto* layout = indentedColumnOf(rows);
    for (auto* row : m_jitter)
        layout->addWidget(row);
    auto* section = new CollapsibleSection(tr("Colours of every tile"));
    section->setContent(rows);
    return section;
}

QWidget* AugmentForm::makeErasing()
{
    m_erasing->setToolTip(tr("On how many tiles a rectangle is erased"));
    m_fill->addItem(tr("with noise"), static_cast<int>(RandomErasingParams::Fill::Noise));
    m_fill->addItem(tr("with the mean colour"), static_cast<int>(RandomErasingParams::Fill::Value));
    m_fill->setAccessibleName(tr("What a part is erased with"));
    connect(m_fill, &QComboBox::currentIndexChanged, this, &AugmentForm::changed);
    auto* fill = new QWidget;
    auto* indented = indentedColumnOf(fill);
    indented->addWidget(m_fill);
    auto* box = new QWidget;
    auto* layout = columnOf(box);
    layout->setSpacing(4);
    layout->addWidget(m_erasing);
    layout->addWidget(fill);
    return box;
}

AugmentParams AugmentForm::params() const
{
    AugmentParams params = m_kept;
    const int frame = m_frame->currentData().toInt();
    params.letterbox = frame == Letterbox;
    params.crop.enabled = frame == RandomCrop;
    params.crop.minScale = m_crop->value();
    params.flipProbability = m_flip->isOn() ? m_flip->value() : 0;
    params.rotation = {m_rotation->isOn(), m_rotation->value()};
    params.jitter.enabled = std::ranges::any_of(m_jitter, &StrengthRow::isOn);
    const auto spread = [&](std::size_t i) { // all off: kept for the next time
        return m_jitter[i]->isOn() || !params.jitter.enabled ? m_jitter[i]->value() : 0.0;
    };
    params.jitter.brightness = spread(0);
    params.jitter.contrast = spread(1);
    params.jitter.saturation = spread(2);
    params.jitter.hue = spread(3);
    params.trivial.enabled = m_trivial->isOn();
    params.trivial.levels = static_cast<int>(m_trivial->value());
    for (std::size_t i = 0; i < operationCount; ++i) {
        params.trivial.uses[i] = m_operations[i]->isOn();
        params.trivial.strengths[i] = m_operations[i]->value();
    }
    params.blur.enabled = m_blur->isOn();
    params.blur.maxSigma = m_blur->value();
    params.erasing.enabled = m_erasing->isOn();
    params.erasing.probability = m_erasing->value();
    params.erasing.fill = static_cast<RandomErasingParams::Fill>(m_fill->currentData().toInt());
    params.mixing = {m_mixUp->isOn(), m_mixUp->value(), m_cutMix->isOn(), m_cutMix->value()};
    return params;
}

void AugmentForm::setParams(const AugmentParams& params)
{
    const QSignalBlocker quiet(this);
    m_kept = params;
    m_frame->setCurrentIndex(params.letterbox ? Letterbox : params.crop.enabled ? RandomCrop : CentreCrop);
    m_crop->set(true, params.crop.minScale);
    m_flip->set(params.flipProbability > 0, params.flipProbability);
    m_rotation->set(params.rotation.enabled, params.rotation.degrees);
    const auto& jitter = params.jitter;
    const std::array<double, 4> spreads{jitter.brightness, jitter.contrast, jitter.saturation, jitter.hue};
    for (std::size_t i = 0; i < spreads.size(); ++i)
        m_jitter[i]->set(jitter.enabled && spreads[i] > 0, spreads[i]);
    m_trivial->set(params.trivial.enabled, params.trivial.levels);
    for (std::size_t i = 0; i < operationCount; ++i)
        m_operations[i]->set(params.trivial.uses[i], params.trivial.strengths[i]);
    m_blur->set(params.blur.enabled, params.blur.maxSigma);
    m_erasing->set(params.erasing.enabled, params.erasing.probability);
    m_fill->setCurrentIndex(params.erasing.fill == RandomErasingParams::Fill::Noise ? 0 : 1);
    m_mixUp->set(params.mixing.mixUp, params.mixing.mixUpAlpha);
    m_cutMix->set(params.mixing.cutMix, params.mixing.cutMixAlpha);
    updateEnabled();
}

} // namespace nakama
