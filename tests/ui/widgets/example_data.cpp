#include "tests/ui/widgets/example_data.h"

#include <QPainter>

#include <cmath>
#include <random>

namespace nakama::example
{

QStringList classNames(int count)
{
    QStringList names =
        QStringLiteral("Akira Benno Captain Doro Emi Fuyuki Goro Hana Ito Jinbei Kaito Lumina "
                       "Mori Nadeshiko Orochi Pudding Quon Ryuunosuke")
            .split(QLatin1Char(' '));
    while (names.size() < count)
        names << QStringLiteral("Class %1").arg(names.size() + 1);
    return names.mid(0, count);
}

ConfusionMatrix confusion(int classes)
{
    ConfusionMatrix matrix(static_cast<std::size_t>(classes),
                           std::vector<std::int64_t>(static_cast<std::size_t>(classes), 0));
    std::mt19937 random(7);
    for (std::size_t row = 0; row < matrix.size(); ++row) {
        const auto support = 5 + random() % 28;
        for (std::size_t picture = 0; picture < support; ++picture) {
            const auto luck = random() % 100;
            const auto neighbour = (row + 1) % matrix.size();
            const auto column = luck < 82 ? row : luck < 92 ? neighbour : random() % matrix.size();
            ++matrix[row][column];
        }
    }
    return matrix;
}

PredictionTable predictions(int classes)
{
    PredictionTable table;
    std::mt19937 random(11);
    const ConfusionMatrix matrix = confusion(classes);
    for (const QString& name : classNames(classes))
        table.classes.push_back(name.toStdString());
    for (std::size_t row = 0; row < matrix.size(); ++row)
        for (std::size_t column = 0; column < matrix.size(); ++column)
            for (std::int64_t count = 0; count < matrix[row][column]; ++count) {
                Prediction prediction;
                prediction.id = std::to_string(table.rows.size());
                prediction.file = table.classes[row] + "/" + prediction.id + ".png";
                prediction.label = static_cast<int>(row);
                prediction.logits.assign(matrix.size(), 0);
                prediction.logits[column] = 3.0F + float(random() % 50) / 10;
                prediction.logits[row] += row == column ? 1.5F : 2.5F;
                table.rows.push_back(prediction);
            }
    return table;
}

Metrics metrics(int classes)
{
    const PredictionTable table = predictions(classes);
    Metrics result = computeMetrics(table).value();
    result.intervals = bootstrapIntervals(table, {}, 200);
    return result;
}

QList<QPointF> curve(int count, double from, double to, double noise, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> spread(0, noise);
    QList<QPointF> points;
    for (int x = 1; x <= count; ++x)
        points.append({double(x), to + (from - to) * std::exp(-4.0 * x / count) + spread(random)});
    return points;
}

QImage picture(int number, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 47 % 360, 70, 230));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((number * 47 + 160) % 360, 120, 190));
    painter.drawEllipse(
        QRectF(image.rect())
            .adjusted(size.width() * 0.2, size.height() * 0.15, -size.width() * 0.2, -size.height() * 0.25));
    return image;
}

} // namespace nakama::example
