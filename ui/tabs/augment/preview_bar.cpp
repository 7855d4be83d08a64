#include "ui/tabs/augment/preview_bar.h"

#include "ui/theme/icons.h"
#include "ui/viewmodels/convert.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <filesystem>
#include <limits>

namespace nakama
{

namespace
{

constexpr int batchItem = -1;

void addLabelled(QHBoxLayout* layout, const QString& text, QWidget* field)
{
    auto* label = new QLabel(text);
    label->setBuddy(field);
    layout->addWidget(label);
    layout->addWidget(field);
}

} // namespace

PreviewBar::PreviewBar(QWidget* parent)
    : QWidget(parent), m_class(new QComboBox), m_picture(new QComboBox), m_model(new QComboBox),
      m_input(new QSpinBox), m_seed(new QSpinBox), m_epoch(new QSpinBox),
      m_export(new QPushButton(tr("E&xport…")))
{
    m_class->setObjectName(QStringLiteral("class"));
    m_picture->setObjectName(QStringLiteral("picture"));
    m_seed->setObjectName(QStringLiteral("seed"));
    m_input->setObjectName(QStringLiteral("input"));
    for (auto* box : {m_class, m_picture, m_model}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(16);
    }
    m_picture->setAccessibleName(tr("Picture"));
    m_input->setRange(32, 1024);
    m_input->setSingleStep(32);
    m_input->setValue(64);
    m_input->setSuffix(tr(" px"));
    m_input->setAccessibleName(tr("Input size"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(1);
    m_seed->setToolTip(tr("The seed of the training: the same seed and epoch give the same tiles"));
    m_epoch->setRange(1, 10'000);
    auto* reroll = new QPushButton(tr("&Roll again"));
    reroll->setObjectName(QStringLiteral("reroll"));
    reroll->setToolTip(tr("Another seed"));
    m_export->setToolTip(tr("Save the tiles as one PNG picture"));

    auto* what = new QHBoxLayout;
    what->setSpacing(8);
    addLabelled(what, tr("Sh&ow:"), m_class);
    what->addWidget(m_picture);
    addLabelled(what, tr("for &model:"), m_model);
    what->addWidget(m_input);
    what->addStretch();
    auto* which = new QHBoxLayout;
    which->setSpacing(8);
    addLabelled(which, tr("S&eed:"), m_seed);
    which->addWidget(reroll);
    addLabelled(which, tr("E&poch:"), m_epoch);
    which->addStretch();
    which->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(what);
    layout->addLayout(which);

    connect(m_class, &QComboBox::currentIndexChanged, this, [this] {
        listPictures();
        Q_EMIT changed();
    });
    connect(m_picture, &QComboBox::currentIndexChanged, this, &PreviewBar::changed);
    connect(m_model, &QComboBox::currentIndexChanged, this, &PreviewBar::changed);
    for (auto* box : {m_input, m_seed, m_epoch})
        connect(box, &QSpinBox::valueChanged, this, &PreviewBar::changed);
    connect(reroll, &QPushButton::clicked, this, [this] {
        m_seed->setValue(static_cast<int>(QRandomGenerator::global()->bounded(1, 1'000'000)));
    });
    connect(m_export, &QPushButton::clicked, this, &PreviewBar::exportRequested);
}

void PreviewBar::setEngine(const EngineInfo& engine)
{
    m_engine = engine;
    {
        const QSignalBlocker quiet(m_model);
        for (const auto& model : engine.models)
            m_model->addItem(toQString(model.title), toQString(model.id));
        m_model->setCurrentIndex(std::max(0, m_model->findData(QStringLiteral("resnet18"))));
    }
    // As the train page proposes: small on a processor, the model's own on a graphics card.
    const bool card =
        std::ranges::any_of(engine.devices, [](const auto& device) { return device.id != "cpu"; });
    if (card && !engine.models.empty()) {
        const QSignalBlocker quiet(m_input);
        m_input->setValue(engine.models.front().preprocessing.crop);
    }
    Q_EMIT changed();
}

void PreviewBar::setPictures(const QStringList& classes, const Pictures& pictures)
{
    m_pictures = pictures;
    {
        const QSignalBlocker quiet(m_class);
        const QString before = m_class->currentText();
        m_class->clear();
        m_class->addItem(tr("A batch of the training"), batchItem);
        for (int i = 0; i < classes.size(); ++i)
            m_class->addItem(classes[i], i);
        m_class->setCurrentIndex(std::max(0, m_class->findText(before)));
    }
    listPictures();
    Q_EMIT changed();
}

void PreviewBar::listPictures()
{
    const QSignalBlocker quiet(m_picture);
    m_picture->clear();
    m_picture->setVisible(label() != batchItem);
    m_picture->addItem(tr("One tile of each picture"), -1);
    for (std::size_t i = 0; m_pictures && i < m_pictures->size(); ++i)
        if ((*m_pictures)[i].label == label())
            m_picture->addItem(toQString(std::filesystem::path((*m_pictures)[i].name).filename()),
                               static_cast<int>(i));
}

int PreviewBar::label() const
{
    return m_class->count() > 0 ? m_class->currentData().toInt() : batchItem;
}

int PreviewBar::position() const
{
    return label() == batchItem ? -1 : m_picture->currentData().toInt();
}

std::optional<Preprocessing> PreviewBar::preprocessing() const
{
    const std::string id = toStdString(m_model->currentData().toString());
    const auto model = std::ranges::find(m_engine.models, id, &ModelInfo::id);
    if (model == m_engine.models.end())
        return std::nullopt;
    return model->preprocessing.scaledTo(m_input->value());
}

std::uint64_t PreviewBar::seed() const
{
    return static_cast<std::uint64_t>(m_seed->value());
}

int PreviewBar::epoch() const
{
    return m_epoch->value();
}

void PreviewBar::setExportPossible(bool possible)
{
    m_export->setEnabled(possible);
}

} // namespace nakama
