#pragma once

#include "core/models/detail/backbone.h"
#include "core/training/detail/optimiser.h"

#include <string>
#include <vector>

namespace nakama
{

/**
 * The parameters of a model that want gradients. The head, and whatever else is in the layer next to it,
 * learns at the full rate; each layer towards the pictures at layerDecay times the rate of the one after it.
 * A layer is what has a number of its own in the names ("layer3", "features.5", "encoder.layer.11"), or a
 * first name.
 */
std::vector<MovingParameter> movingParameters(const Backbone& model, const std::string& headKey,
                                              double layerDecay);

} // namespace nakama
