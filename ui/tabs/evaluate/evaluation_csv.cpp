#include "ui/tabs/evaluate/evaluation_csv.h"

#include "core/base/csv.h"

#include <QByteArrayList>

namespace nakama
{

namespace
{

QByteArray field(const std::string& text)
{
    return QByteArray::fromStdString(csvField(text));
}

QByteArray field(double value)
{
    return QByteArray::number(value, 'g', 10);
}

QByteArray field(std::int64_t value)
{
    return QByteArray::number(static_cast<qlonglong>(value));
}

QByteArray className(const EvaluatedPictures& pictures, int index)
{
    return index < 0 ? QByteArray() : field(pictures.classes()[static_cast<std::size_t>(index)]);
}

QByteArray line(const QByteArrayList& fields)
{
    return fields.join(',') + '\n';
}

QByteArray nowText(const PictureNow& now)
{
    switch (now.change) {
    case PictureNow::Change::None:
        return {};
    case PictureNow::Change::Relabelled:
        return "relabelled " + field(now.label);
    case PictureNow::Change::Several:
        return "several characters";
    case PictureNow::Change::OutOfUse:
        return "out of use";
    case PictureNow::Change::Gone:
        return "gone";
    }
    return {};
}

void addBins(QByteArray& text, const char* kind, const Reliability& reliability)
{
    for (const auto& bin : reliability.bins)
        text += line({kind, field(bin.low), field(bin.high), field(bin.n), field(bin.confidence),
                      field(bin.accuracy)});
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
            text += ',' + field(count);
        text += '\n';
    }
    return text;
}

QByteArray classesCsv(const std::vector<ClassMetrics>& classes)
{
    QByteArray text = "class,precision,recall,f1,support\n";
    for (const auto& one : classes)
        text += line(
            {field(one.name), field(one.precision), field(one.recall), field(one.f1), field(one.support)});
    return text;
}

QByteArray picturesCsv(const EvaluatedPictures& pictures, const std::vector<std::size_t>& numbers,
                       const std::vector<PictureNow>& now)
{
    QByteArray text = "id,file,true,predicted,probability,true_probability,now\n";
    for (const auto number : numbers) {
        const auto& one = pictures.pictures()[number];
        text += line({field(one.id), field(one.name), className(pictures, one.trueClass),
                      className(pictures, one.predictedClass), field(one.predictedProbability),
                      one.trueClass < 0 ? QByteArray() : field(one.trueProbability),
                      number < now.size() ? nowText(now[number]) : QByteArray()});
    }
    return text;
}

QByteArray precisionRecallCsv(const EvaluatedPictures& pictures)
{
    QByteArray text = "class,threshold,precision,recall\n";
    for (std::size_t index = 0; index < pictures.curves().size(); ++index)
        for (const auto& point : pictures.curves()[index].points)
            text += line({field(pictures.classes()[index]), field(point.threshold), field(point.precision),
                          field(point.recall)});
    return text;
}

QByteArray reliabilityCsv(const EvaluatedPictures& pictures)
{
    QByteArray text = "probabilities,above,at_most,n,confidence,accuracy\n";
    addBins(text, "own", pictures.reliabilityBefore());
    if (const auto& after = pictures.reliabilityAfter())
        addBins(text, "calibrated", *after);
    return text;
}

QByteArray mapCsv(const PictureMap& map, const EvaluatedPictures& pictures)
{
    QByteArray text = "id,file,x,y,true,predicted\n";
    for (std::size_t i = 0; i < map.numbers.size(); ++i) {
        const auto& one = pictures.pictures()[map.numbers[i]];
        text += line({field(one.id), field(one.name), field(map.places[i].x()), field(map.places[i].y()),
                      className(pictures, one.trueClass), className(pictures, one.predictedClass)});
    }
    return text;
}

QByteArray epochsCsv(const std::vector<EpochRecord>& epochs)
{
    QByteArray text = "epoch,train_loss,val_loss,val_macro,val_micro,val_weighted\n";
    for (const auto& one : epochs)
        text += line({QByteArray::number(one.epoch), field(one.trainLoss), field(one.valLoss),
                      field(one.val.macro), field(one.val.micro), field(one.val.weighted)});
    return text;
}

} // namespace nakama
