#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** A tensor of a weight file, for listings. */
struct TensorInfo
{
    std::string name;
    std::string dtype; ///< "F32"
    std::vector<std::int64_t> shape;
};

/** What the names and shapes in a weight file tell of its model. */
struct Identification
{
    std::string model;        ///< id of a ModelSpec; empty where Nakama has no such model
    std::string text;         ///< "a ResNet-34 for 1000 classes"
    std::int64_t classes = 0; ///< 0: the file has no classifier
};

/** Recognises the families of the registry, their unsupported members and CIFAR ResNets; nothing for others.
 */
std::optional<Identification> identifyModel(const std::vector<TensorInfo>& tensors);

} // namespace nakama
