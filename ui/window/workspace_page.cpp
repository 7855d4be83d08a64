#include "ui/window/workspace_page.h"

#include "ui/tabs/augment/augment_tab.h"
#include "ui/tabs/collect/collect_tab.h"
#include "ui/tabs/dataset/dataset_tab.h"
#include "ui/tabs/evaluate/evaluate_tab.h"
#include "ui/tabs/label/label_tab.h"
#include "ui/tabs/predict/predict_tab.h"
#include "ui/tabs/train/train_tab.h"
#include "ui/window/navigation_rail.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace nakama
{

WorkspacePage::WorkspacePage(const WindowContext& context, QWidget* parent)
    : QWidget(parent), m_rail(new NavigationRail), m_pages(new QStackedWidget),
      m_evaluate(new EvaluateTab(context.session))
{
    auto* collect = new CollectTab(context.session, context.collect, context.account);
    auto* dataset = new DatasetTab(context.session);
    auto* label = new LabelTab(context.session);
    auto* augment = new AugmentTab(context.session);
    auto* train = new TrainTab(context.session, context.training);
    auto* predict = new PredictTab(context.session, context.predict);
    m_rail->addPage(Icon::Collect, tr("Collect"));
    m_rail->addPage(Icon::Dataset, tr("Dataset"));
    m_rail->addPage(Icon::Label, tr("Label"));
    m_rail->addPage(Icon::Augment, tr("Augment"));
    m_rail->addPage(Icon::Train, tr("Train"));
    m_rail->addPage(Icon::Evaluate, tr("Evaluate"));
    m_rail->addPage(Icon::Predict, tr("Predict"));
    for (QWidget* page :
         std::initializer_list<QWidget*>{collect, dataset, label, augment, train, m_evaluate, predict})
        m_pages->addWidget(page);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addWidget(m_pages, 1);

    connect(m_rail, &NavigationRail::currentPageChanged, this, [this](int page) {
        m_pages->setCurrentIndex(page);
        Q_EMIT currentPageChanged(page);
    });
    connect(collect, &CollectTab::importFolderRequested, this, &WorkspacePage::importFolderRequested);
    connect(dataset, &DatasetTab::collectRequested, this, [this] { setCurrentPage(Collect); });
    connect(dataset, &DatasetTab::importFolderRequested, this, &WorkspacePage::importFolderRequested);
    connect(dataset, &DatasetTab::importArchiveRequested, this, &WorkspacePage::importArchiveRequested);
    connect(dataset, &DatasetTab::trainRequested, this, [this] { setCurrentPage(Train); });
    connect(label, &LabelTab::importRequested, this, &WorkspacePage::importFolderRequested);
    connect(augment, &AugmentTab::splitRequested, this, [this] { setCurrentPage(Dataset); });
    connect(train, &TrainTab::splitRequested, this, [this] { setCurrentPage(Dataset); });
    connect(m_evaluate, &EvaluateTab::trainRequested, this, [this] { setCurrentPage(Train); });
    connect(train, &TrainTab::evaluateRequested, this, &WorkspacePage::showRun);
}

int WorkspacePage::currentPage() const
{
    return m_rail->currentPage();
}

void WorkspacePage::setCurrentPage(int page)
{
    m_rail->setCurrentPage(page);
}

void WorkspacePage::showRun(const QString& runId)
{
    m_evaluate->showRun(runId);
    setCurrentPage(Evaluate);
}

} // namespace nakama
