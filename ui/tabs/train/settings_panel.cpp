#include "ui/tabs/train/settings_panel.h"

#include "core/workflow/run_settings.h"
#include "ui/viewmodels/convert.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <map>

namespace nakama
{

namespace
{

/** Values are short where a table is to be read; the whole is in the tool tip. */
constexpr int longestValue = 60;

QTableWidgetItem* cell(const QString& text)
{
    auto* item =
        new QTableWidgetItem(text.size() > longestValue ? text.left(longestValue) + QChar(0x2026) : text);
    item->setToolTip(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    return item;
}

} // namespace

SettingsPanel::SettingsPanel(QWidget* parent)
    : QWidget(parent), m_headline(new QLabel), m_table(new QTableWidget)
{
    m_headline->setWordWrap(true);
    m_headline->setForegroundRole(QPalette::PlaceholderText);
    m_table->setObjectName(QStringLiteral("settings"));
    m_table->setAccessibleName(tr("Settings of the runs"));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addWidget(m_headline);
    layout->addWidget(m_table, 1);
    show({}, {});
}

void SettingsPanel::show(const std::vector<RunDetails>& runs, const QStringList& titles)
{
    std::vector<TrainingConfig> configs;
    const QStringList header = QStringList{tr("Setting")} + titles;
    for (const auto& run : runs)
        configs.push_back(run.config);
    auto settings = runSettings(configs);
    const auto all = settings.size();
    if (runs.size() > 1)
        std::erase_if(settings, [](const RunSetting& setting) { return !setting.differs(); });
    m_headline->setText(runs.empty()       ? tr("Choose a run to see its settings.")
                        : runs.size() == 1 ? tr("Everything that the run was trained with.")
                                           : tr("%n setting(s) differ; the others are the same.", nullptr,
                                                static_cast<int>(settings.size())));
    m_headline->setToolTip(tr("%n setting(s) in all", nullptr, static_cast<int>(all)));
    m_table->clear();
    m_table->setRowCount(static_cast<int>(settings.size()));
    m_table->setColumnCount(static_cast<int>(header.size()));
    m_table->setHorizontalHeaderLabels(header);
    for (std::size_t row = 0; row < settings.size(); ++row) {
        const int at = static_cast<int>(row);
        auto* name = cell(settingName(settings[row].name));
        name->setToolTip(toQString(settings[row].name));
        m_table->setItem(at, 0, name);
        for (std::size_t run = 0; run < settings[row].values.size(); ++run)
            m_table->setItem(at, static_cast<int>(run) + 1, cell(toQString(settings[row].values[run])));
    }
}

QString settingName(const std::string& name)
{
    const std::map<std::string, QString> names{
        {"model", SettingsPanel::tr("Model")},
        {"classes", SettingsPanel::tr("Classes")},
        {"weights", SettingsPanel::tr("Weights to start from")},
        {"freeze", SettingsPanel::tr("Frozen")},
        {"views", SettingsPanel::tr("Views kept")},
        {"epochs", SettingsPanel::tr("Epochs")},
        {"batch_size", SettingsPanel::tr("Batch")},
        {"device", SettingsPanel::tr("Device")},
        {"loader_threads", SettingsPanel::tr("Loader threads")},
        {"picture_memory_mb", SettingsPanel::tr("Memory for pictures, MB")},
        {"seed", SettingsPanel::tr("Seed")},
        {"preprocessing.crop", SettingsPanel::tr("Input size")},
        {"learning.optimiser", SettingsPanel::tr("Optimiser")},
        {"learning.rate", SettingsPanel::tr("Learning rate")},
        {"learning.weight_decay", SettingsPanel::tr("Weight decay")},
        {"learning.momentum", SettingsPanel::tr("Momentum")},
        {"learning.schedule", SettingsPanel::tr("Schedule")},
        {"learning.warmup_epochs", SettingsPanel::tr("Warm-up epochs")},
        {"learning.balance", SettingsPanel::tr("Balance classes")},
        {"learning.average_decay", SettingsPanel::tr("Mean of weights")},
        {"compute.precision", SettingsPanel::tr("Precision")},
        {"compute.layout", SettingsPanel::tr("Layout")},
        {"checkpoint_minutes", SettingsPanel::tr("Minutes between checkpoints")},
        {"learning.class_weights", SettingsPanel::tr("Class weights")},
        {"learning.label_smoothing", SettingsPanel::tr("Label smoothing")},
        {"learning.clip_norm", SettingsPanel::tr("Longest gradient")},
        {"learning.accumulate", SettingsPanel::tr("Batches a step")},
        {"learning.head_epochs", SettingsPanel::tr("Head first, epochs")},
        {"learning.layer_decay", SettingsPanel::tr("Rate a layer")},
        {"learning.patience", SettingsPanel::tr("Stop early after, epochs")},
    };
    const auto found = names.find(name);
    return found == names.end() ? toQString(name) : found->second;
}

} // namespace nakama
