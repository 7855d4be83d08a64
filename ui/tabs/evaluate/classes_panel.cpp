#include "ui/tabs/evaluate/classes_panel.h"

#include "ui/widgets/class_bars.h"
#include "ui/widgets/class_metrics_model.h"
#include "ui/widgets/class_table.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace nakama
{

ClassesPanel::ClassesPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_headline(new QLabel(this)), m_model(new ClassMetricsModel(this)), m_table(new ClassTable(this))
{
    m_table->setSource(m_model);
    for (const int column : {ClassMetricsModel::Precision, ClassMetricsModel::Recall, ClassMetricsModel::F1})
        m_table->showBars(column);
    m_table->setToolTip(tr("A class chosen here is chosen everywhere; Enter or double click: its pictures"));
    m_headline->setWordWrap(true);
    m_headline->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_headline);
    layout->addWidget(m_table, 1);
    connect(m_table, &ClassTable::currentSourceRowChanged, &m_selection, &PictureSelection::chooseClass);
    connect(m_table, &ClassTable::sourceRowActivated, &m_selection, &PictureSelection::openClass);
    connect(&m_selection, &PictureSelection::changed, this, &ClassesPanel::showChoice);
}

void ClassesPanel::setClasses(std::vector<ClassMetrics> classes,
                              std::shared_ptr<const EvaluatedPictures> pictures)
{
    m_classes = std::move(classes);
    m_pictures = std::move(pictures);
    m_partial = true; // so that the whole ones are set
    showChoice();
}

const std::vector<ClassMetrics>& ClassesPanel::classes() const
{
    return m_model->metrics();
}

Drawing ClassesPanel::drawing() const
{
    return classBars(classes(), palette(), font());
}

void ClassesPanel::showChoice()
{
    const auto& choice = m_selection.choice();
    const QSignalBlocker blocker(m_table); // what it would tell is what is shown
    if (choice.isPartial() || m_partial) {
        auto classes =
            choice.isPartial() ? m_pictures->metricsOf(m_pictures->confusionOf(choice)) : m_classes;
        std::int64_t pictures = 0;
        for (const auto& one : classes)
            pictures += one.support;
        m_headline->setText(tr("Of the %n chosen picture(s)", nullptr, static_cast<int>(pictures)));
        m_headline->setVisible(choice.isPartial());
        m_model->setMetrics(std::move(classes));
        m_partial = choice.isPartial();
    }
    m_table->setCurrentSourceRow(choice.shownClass().value_or(-1));
}

} // namespace nakama
