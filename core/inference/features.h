#pragma once

#include "core/training/training.h"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nakama
{

/** Which pictures are to be described by the body of which checkpoint. */
struct FeatureRequest
{
    std::filesystem::path checkpoint;
    std::vector<LabelledPicture> pictures;
    std::filesystem::path preparedFolder; ///< may be empty: originals are shrunk on the way
    std::filesystem::path featureFolder;  ///< keeps what is computed, by body and picture
    std::string device = "auto";
    int batchSize = 32;
    int loaderThreads = 0;
};

/** What a body says of pictures: the vector before the head, averaged over the map where it has one. */
struct FeatureTable
{
    std::vector<int> positions; ///< in the request's list, of those that could be read
    cv::Mat rows;               ///< CV_32F, one row each
    std::vector<SkippedPicture> skipped;
};

/** A row near another. */
struct Neighbour
{
    int row = 0;
    float cosine = 0; ///< of the angle between the two, 1: the same direction
};

enum class ProjectionMethod {
    Principal, ///< the two directions in which the pictures differ most
    Neighbours ///< keeps near what is near: UMAP, McInnes et al. 2018
};

struct ProjectionParams
{
    ProjectionMethod method = ProjectionMethod::Neighbours;
    int neighbours = 15; ///< of each picture that are kept near: few show detail, many the whole
    std::uint64_t seed = 1;
};

} // namespace nakama
