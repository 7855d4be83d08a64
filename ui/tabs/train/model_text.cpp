#include "ui/tabs/train/model_text.h"

#include <QCoreApplication>

namespace nakama
{

QString modelSummary(const std::string& summary)
{
    // Named here so that the translation tool finds them; translate() looks them up by their English text.
    [[maybe_unused]] static constexpr const char* known[] = {
        QT_TRANSLATE_NOOP("nakama::Model", "Tiny: five megabytes, for laptops and quick trials."),
        QT_TRANSLATE_NOOP("nakama::Model", "Small and quick; learns from scratch even on a laptop."),
        QT_TRANSLATE_NOOP("nakama::Model", "Twice as deep as ResNet-18, for a few thousand pictures."),
        QT_TRANSLATE_NOOP("nakama::Model", "The usual choice to start from published weights."),
        QT_TRANSLATE_NOOP("nakama::Model", "Deeper than ResNet-50: a little better, twice as slow."),
        QT_TRANSLATE_NOOP("nakama::Model", "More accurate than ResNet-50 with fewer weights; sees 384 px."),
        QT_TRANSLATE_NOOP("nakama::Model",
                          "The larger EfficientNetV2, for a strong graphics card; sees 480 px."),
        QT_TRANSLATE_NOOP("nakama::Model",
                          "A vision transformer; weights pre-trained on drawn characters exist for it."),
        QT_TRANSLATE_NOOP("nakama::Model",
                          "The same transformer on larger pictures: finer detail, four times as slow."),
        QT_TRANSLATE_NOOP("nakama::Model", "The largest, for a graphics card with much memory."),
        QT_TRANSLATE_NOOP("nakama::Model",
                          "The largest on larger pictures; very slow without a strong graphics card."),
    };
    return QCoreApplication::translate("nakama::Model", summary.c_str());
}

QString trainedOnText(const std::string& trainedOn)
{
    [[maybe_unused]] static constexpr const char* known[] = {
        QT_TRANSLATE_NOOP("nakama::Model", "ImageNet-1K, 1000 classes"),
        QT_TRANSLATE_NOOP("nakama::Model", "ImageNet-22K, 21841 classes"),
        QT_TRANSLATE_NOOP("nakama::Model", "ImageNet-22K, then ImageNet-1K, 1000 classes"),
    };
    return QCoreApplication::translate("nakama::Model", trainedOn.c_str());
}

QString inputText(const Preprocessing& preprocessing)
{
    const int size = preprocessing.resize.size;
    if (preprocessing.resize.kind == ResizeRule::Kind::Square)
        return QCoreApplication::translate("nakama::Model", "Sees the whole picture, squeezed to %1 × %1 px")
            .arg(size);
    return QCoreApplication::translate(
               "nakama::Model", "Sees the centre, %2 × %2, of a picture shrunk to %1 px on its shorter side")
        .arg(size)
        .arg(preprocessing.crop);
}

QString weightsText(const LoadReport& report)
{
    const auto inFile = report.matched.size() + report.leftOver.size() + report.shapesDiffer.size();
    QString text =
        QCoreApplication::translate("nakama::Model", "Weights loaded: %1 of the file's %2 tensors.")
            .arg(report.matched.size())
            .arg(inFile);
    if (!report.replacedHead.empty())
        text += QLatin1Char(' ') +
                QCoreApplication::translate("nakama::Model",
                                            "The last layer is new: the file's is not for these classes.");
    return text;
}

} // namespace nakama
