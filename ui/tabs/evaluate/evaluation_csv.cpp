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
