#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nakama
{

/** A file that its makers publish. */
struct PublishedFile
{
    std::string name; ///< as it is published; it keeps this name in the cache
    std::string address;
    std::int64_t bytes = 0; ///< 0 where the exact size is not known
    std::string sha256;     ///< its first digits, all 64 where they are known; empty where nothing is known
};

/** The published weights of a model: one file, or a Hugging Face folder. */
struct PublishedWeights
{
    std::string model;     ///< id of a ModelSpec
    std::string trainedOn; ///< "ImageNet-1K, 1000 classes"
    std::string licence;   ///< SPDX identifier
    int megabytes = 0;     ///< of all files, in 10⁶ bytes, as their makers state it
    std::string folder;    ///< name of the folder in the cache that holds the files; empty for a single file
    std::vector<PublishedFile> files; ///< the weights themselves come last
};

/** What is published for the built-in models; at most one entry a model. */
const std::vector<PublishedWeights>& publishedWeights();
/** Null where nothing is published for this model. */
const PublishedWeights* findPublishedWeights(std::string_view model);

/** Where the weights are in a cache folder: the file, or the folder that openWeights takes. */
std::filesystem::path weightsPath(const std::filesystem::path& cache, const PublishedWeights& weights);
/** Where one of their files is. */
std::filesystem::path weightsFilePath(const std::filesystem::path& cache, const PublishedWeights& weights,
                                      const PublishedFile& file);
/** Whether all files are there, with the sizes that are known; fetching verifies their content. */
bool areWeightsPresent(const std::filesystem::path& cache, const PublishedWeights& weights);

} // namespace nakama
