#include "ui/tabs/evaluate/matrix_panel.h"

#include "core/evaluation/similarity_order.h"
#include "ui/viewmodels/convert.h"
#include "ui/widgets/confusion_matrix_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace nakama
{

namespace
{

QToolButton* makeSwitch(const QString& text, const QString& meaning, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(meaning);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

MatrixPanel::MatrixPanel(PictureSelection& selection, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_pictures(std::make_shared<EvaluatedPictures>()),
      m_title(new QLabel(this)),
      m_bySimilarity(makeSwitch(tr("By similarity"),
                                tr("Classes that are taken for each other stand side by side"), this)),
      m_view(new ConfusionMatrixView(this))
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeSwitches());
    layout->addWidget(m_view, 1);
    connect(m_view, &ConfusionMatrixView::cellActivated, &m_selection, &PictureSelection::openCell);
    connect(m_bySimilarity, &QToolButton::clicked, this, &MatrixPanel::order);
    connect(&m_selection, &PictureSelection::changed, this, &MatrixPanel::showChoice);
}

QWidget* MatrixPanel::makeSwitches()
{
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setText(tr("Confusion matrix"));
    layout->addWidget(m_title);
    layout->addStretch();
    layout->addWidget(m_bySimilarity);
    layout->addSpacing(12);

    auto* const group = new QButtonGroup(row);
    const auto add = [&](MatrixScale scale, const QString& text, const QString& meaning) {
        auto* const button = makeSwitch(text, meaning, row);
        button->setChecked(scale == m_view->scale());
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, m_view, [this, scale] { m_view->setScale(scale); });
    };
    add(MatrixScale::Counts, tr("Counts"), tr("Number of pictures"));
    add(MatrixScale::PerTrueClass, tr("% of true"),
        tr("Share of the pictures of the true class: recall on the diagonal"));
    add(MatrixScale::PerPredictedClass, tr("% of predicted"),
        tr("Share of the pictures given the predicted class: precision on the diagonal"));
    return row;
}

void MatrixPanel::setMetrics(const Metrics& metrics, std::shared_ptr<const EvaluatedPictures> pictures)
{
    m_metrics = metrics;
    m_pictures = std::move(pictures);
    m_partial = true; // so that the whole one is set
    showChoice();
    order();
}

void MatrixPanel::order()
{
    m_view->setOrder(m_bySimilarity->isChecked() ? similarityOrder(m_metrics.confusion) : std::vector<int>());
}

void MatrixPanel::showChoice()
{
    const auto& choice = m_selection.choice();
    if (choice.isPartial() || m_partial) {
        QStringList classes;
        for (const auto& one : m_metrics.perClass)
            classes << toQString(one.name);
        m_view->setMatrix(choice.isPartial() ? m_pictures->confusionOf(choice) : m_metrics.confusion,
                          classes);
        m_title->setText(choice.isPartial() ? tr("Confusion matrix of the chosen pictures")
                                            : tr("Confusion matrix"));
        m_partial = choice.isPartial();
    }
    m_view->setMarkedClass(choice.predictedClass && choice.trueClass ? std::nullopt : choice.shownClass());
    if (choice.trueClass && choice.predictedClass)
        m_view->setCurrentCell(MatrixCell{*choice.trueClass, *choice.predictedClass});
}

Drawing MatrixPanel::drawing() const
{
    return m_view->drawing();
}

} // namespace nakama
