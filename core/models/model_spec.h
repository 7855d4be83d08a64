#pragma once

#include "core/base/result.h"
#include "core/imaging/preprocessing.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nakama
{

/** A published architecture and what is known of it; no LibTorch here. */
struct ModelSpec
{
    std::string id;              ///< "resnet50"
    std::string title;           ///< "ResNet-50"
    std::string family;          ///< "ResNet"
    std::string summary;         ///< one sentence: what it is good for
    Preprocessing preprocessing; ///< as its published weights were trained
    std::string headKey;         ///< prefix of the classifier's keys in a state dict: "fc"
    std::int64_t parameters = 0; ///< with 1000 classes
    int minimumInput = 32;
    bool isTransformer = false;  ///< its work is products of matrices, not convolutions
    bool trainsHeadOnly = false; ///< in the recipe: its pretrained body is kept as it is
};

/** All architectures that are built in, smallest of each family first. */
const std::vector<ModelSpec>& modelSpecs();
/** Error: NotFound, listing the ids. */
Result<ModelSpec> findModelSpec(const std::string& id);

} // namespace nakama
