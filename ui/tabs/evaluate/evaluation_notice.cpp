#include "ui/tabs/evaluate/evaluation_notice.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace nakama
{

namespace
{

int changedSince(const EvaluationPage& page)
{
    return static_cast<int>(std::count_if(page.now.begin(), page.now.end(), [](const PictureNow& picture) {
        return picture.change != PictureNow::Change::None;
    }));
}

QString cautionOf(const EvaluationPage& page, const std::optional<SplitInfo>& split)
{
    // Both are ISO 8601 in UTC, so they compare as text.
    if (split && page.set != EvaluationSet::TrueTest && split->at > page.run.record.startedAt)
        return EvaluationNotice::tr("The pictures were split again after this run was trained: some of this "
                                    "set may have been trained on, and the figures may be too good.");
    if (page.set == EvaluationSet::Train)
        return EvaluationNotice::tr("The model was trained on these pictures: the figures say how well it "
                                    "remembers, not how good it is.");
    if (page.set == EvaluationSet::Val)
        return EvaluationNotice::tr(
            "The best epoch was chosen on these pictures: the figures are a little too good.");
    return {};
}

} // namespace

EvaluationNotice::EvaluationNotice(QWidget* parent)
    : QWidget(parent), m_text(new QLabel(this)), m_again(new QPushButton(tr("Evaluate again"), this))
{
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_again);
    connect(m_again, &QPushButton::clicked, this, &EvaluationNotice::evaluateRequested);
    showText({});
}

void EvaluationNotice::showText(const QString& text)
{
    m_text->setText(text);
    m_again->hide();
    setVisible(!text.isEmpty());
}

void EvaluationNotice::showPage(const EvaluationPage& page, const std::optional<SplitInfo>& split)
{
    QStringList notices;
    const int changed = changedSince(page);
    if (changed > 0)
        notices << tr("%n picture(s) were changed since this evaluation: the figures are of before.", nullptr,
                      changed);
    if (const QString caution = cautionOf(page, split); !caution.isEmpty())
        notices << caution;
    showText(notices.join(QLatin1Char(' ')));
    m_again->setVisible(changed > 0);
}

void EvaluationNotice::setAgainEnabled(bool enabled)
{
    m_again->setEnabled(enabled);
}

} // namespace nakama
