#include "ui/tabs/train/rate_dialog.h"

#include "ui/widgets/line_chart.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace nakama
{

RateDialog::RateDialog(const RateSearch& search, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Find a learning rate"));
    resize(620, 420);
    const QString rate = QLocale().toString(search.suggested, 'g', 2);
    auto* verdict =
        new QLabel(search.suggested > 0
                       ? tr("The loss falls fastest at a learning rate of %1.").arg(rate)
                       : tr("The loss falls with none of the rates; look at the settings and the pictures."));
    verdict->setObjectName(QStringLiteral("verdict"));
    verdict->setWordWrap(true);

    auto* chart = new LineChart;
    chart->setAxisTitles(tr("Learning rate, as a power of ten"), tr("Loss, smoothed"));
    chart->setXValues(TickValues::Any);
    chart->setPlaceholder(tr("No rate was tried"));
    QList<QPointF> points;
    for (const auto& trial : search.trials)
        points.append({std::log10(trial.rate), trial.loss});
    if (!points.isEmpty()) // what runs away would press the rest flat
        chart->setYLimits(std::nullopt, 1.5 * points.first().y());
    chart->setPoints(chart->addSeries(tr("Loss")), points);
    if (search.suggested > 0)
        chart->setMarker(std::log10(search.suggested), rate);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (search.suggested > 0) {
        auto* use = buttons->addButton(tr("&Use %1").arg(rate), QDialogButtonBox::AcceptRole);
        use->setDefault(true);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    }
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(verdict);
    layout->addWidget(chart, 1);
    layout->addWidget(buttons);
}

} // namespace nakama
