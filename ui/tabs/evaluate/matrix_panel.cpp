#include "ui/tabs/evaluate/matrix_panel.h"

#include "ui/widgets/confusion_matrix_view.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace nakama
{

MatrixPanel::MatrixPanel(QWidget* parent) : QWidget(parent), m_view(new ConfusionMatrixView(this))
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeSwitch());
    layout->addWidget(m_view, 1);
    connect(m_view, &ConfusionMatrixView::cellActivated, this, &MatrixPanel::cellActivated);
}

QWidget* MatrixPanel::makeSwitch()
{
    auto* const row = new QWidget(this);
    auto* const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto* const title = new QLabel(tr("Confusion matrix"), row);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    layout->addWidget(title);
    layout->addStretch();

    auto* const group = new QButtonGroup(row);
    const auto add = [&](MatrixScale scale, const QString& text, const QString& meaning) {
        auto* const button = new QToolButton(row);
        button->setText(text);
        button->setToolTip(meaning);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
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

void MatrixPanel::setMetrics(const Metrics& metrics)
{
    QStringList classes;
    for (const auto& one : metrics.perClass)
        classes << QString::fromStdString(one.name);
    m_view->setMatrix(metrics.confusion, classes);
}

Drawing MatrixPanel::drawing() const
{
    return m_view->drawing();
}

} // namespace nakama
