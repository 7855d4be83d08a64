#include "ui/tabs/evaluate/evaluation_csv.h"

#include "core/base/csv.h"

namespace nakama
{

namespace
{

QByteArray field(const std::string& text)
{
    return QByteArray::fromStdString(csvField(text));
}

} // namespace

QByteArray perClassCsv(const Metrics& metrics)
{
    QByteArray text = "class,precision,recall,f1,support\n";
    for (const auto& one : metrics.perClass) {
        text += field(one.name);
        for (const double share : {one.precision, one.recall, one.f1})
            text += ',' + QByteArray::number(share, 'g', 17);
        text += ',' + QByteArray::number(static_cast<qlonglong>(one.support)) + '\n';
    }
    return text;
}

QByteArray confusionCsv(const Metrics& metrics)
{
    QByteArray text = "true\\predicted";
    for (const auto& one : metrics.perClass)
        text += ',' + field(one.name);
    text += '\n';
    for (std::size_t row = 0; row < metrics.confusion.size() && row < metrics.perClass.size(); ++row) {
        text += field(metrics.perClass[row].name);
        for (const auto count : metrics.confusion[row])
            text += ',' + QByteArray::number(static_cast<qlonglong>(count));
        text += '\n';
    }
    return text;
}

} // namespace nakama
