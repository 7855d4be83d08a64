#pragma once

#include "core/inference/inference.h"
#include "core/models/detail/backbone.h"

namespace nakama
{

/**
 * What in a picture speaks for a class; method and map of the Explanation. picture: (1,3,h,w),
 * normalised, on the model's device; the class must be one of the model's. Works on a folded model too.
 *
 * Convolutional nets: Grad-CAM (Selvaraju et al. 2017) on the last map. A small input leaves few cells there,
 * so that an earlier map is taken, the last one with at least seven a side; a channel of it stands for
 * nothing as a whole yet, so its cells are weighed one by one (LayerCAM, Jiang et al. 2021).
 * BEiT: attention rollout (Abnar and Zuidema 2020) with each layer's attention weighted by its gradient
 * (Chefer et al. 2021), since the plain one is the same for every class.
 *
 * Throws c10::Error (out of memory).
 */
Explanation explainClass(Backbone& model, const torch::Tensor& picture, int classIndex);

} // namespace nakama
