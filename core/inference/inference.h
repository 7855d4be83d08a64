#pragma once

#include "core/evaluation/predictions.h"
#include "core/imaging/preprocessing.h"
#include "core/training/training.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/** A device that can train. */
struct DeviceInfo
{
    std::string id;                ///< "cpu", "cuda:0"
    std::string name;              ///< what a person reads
    std::uint64_t memoryBytes = 0; ///< 0: not known
    std::uint64_t freeBytes = 0;   ///< of these, when it was asked; 0: not known
};

/** What a checkpoint says of itself. */
struct CheckpointInfo
{
    std::string model;
    std::vector<std::string> classes;
    Preprocessing preprocessing;
    int epoch = 0;
};

/** Where in a picture a model found what speaks for a class. */
struct Explanation
{
    std::string method; ///< "Grad-CAM", "attention rollout"
    cv::Mat map;        ///< CV_32F, crop × crop, 0…1; all 0 where nothing speaks for the class
    cv::Rect2d area;    ///< what the map covers, in shares of the picture's width and height
    std::vector<float> logits;
};

/** A trained model, ready to answer. Not thread-safe: one caller at a time. */
class Classifier
{
public:
    virtual ~Classifier() = default;
    virtual const CheckpointInfo& info() const = 0;
    /**
     * Logits of an RGB picture: best as decodeShrunkFile(file, info().preprocessing.resize) gives it, which
     * is what evaluation sees; a picture of another size is shrunk first.
     */
    virtual Result<std::vector<float>> logits(const cv::Mat& rgb) = 0;
    /** What the body says of a picture: a row as FeatureTable has them. */
    virtual Result<std::vector<float>> features(const cv::Mat& rgb) = 0;
    /** What in the picture speaks for a class. Error: InvalidArgument (the class). */
    virtual Result<Explanation> explain(const cv::Mat& rgb, int classIndex) = 0;
};

/** A model's answers on a list of pictures, and the pictures that could not be read. */
struct EvaluationAnswer
{
    PredictionTable table;
    std::vector<SkippedPicture> skipped;
};

} // namespace nakama
