#pragma once

#include "core/models/detail/backbone.h"

namespace nakama
{

/**
 * Prepares training of the head alone: only the parameters under headKey want gradients, and only the head's
 * modules are in training mode, so that BatchNorm statistics of the body do not move and nothing in it is
 * random. Takes the place of model.train(), at the start and after every evaluation.
 */
void trainHeadOnly(Backbone& model, const std::string& headKey);

/** Prepares training of everything; undoes trainHeadOnly. */
void trainAll(Backbone& model);

} // namespace nakama
