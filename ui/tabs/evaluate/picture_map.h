#pragma once

#include "core/workflow/feature_map_job.h"
#include "ui/tabs/evaluate/evaluated_pictures.h"

#include <QPointF>

#include <cstddef>
#include <vector>

namespace nakama
{

/** Where each evaluated picture lies by what the model's body says of it: its place in the plane. */
struct PictureMap
{
    std::vector<std::size_t> numbers; ///< of the pictures that could be read
    std::vector<QPointF> places;      ///< one each; only nearness means something
};

/** The places of those that were evaluated. */
PictureMap mapOf(const std::vector<MapPoint>& points, const EvaluatedPictures& pictures);

} // namespace nakama
