#pragma once

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace nakama::test
{

/** A small picture that a network can tell apart by class: a coloured shape, its place and size varying with
 * index. */
cv::Mat paintShape(int classIndex, int index, int side = 40);

/**
 * Writes folder/CLASS/NN.png for each class, counts[i] pictures of class i. Classes differ by shape and
 * colour.
 */
void writeShapeFolders(const std::filesystem::path& folder, const std::vector<std::string>& classes,
                       const std::vector<int>& counts);

} // namespace nakama::test
