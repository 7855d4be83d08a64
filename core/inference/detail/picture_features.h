#pragma once

#include "core/base/job.h"
#include "core/inference/detail/checkpoint.h"
#include "core/inference/features.h"

namespace nakama
{

/**
 * First 16 hex digits of the SHA-256 of everything but the head; the same for a file of weights and for the
 * checkpoints of all runs that froze it.
 */
std::string hashOfBody(const Backbone& model, const std::string& headKey);

/** Where below a root the features of a body are kept: by its model, its weights and what it sees. */
std::filesystem::path bodyFolder(const std::filesystem::path& root, const std::string& modelName,
                                 const Backbone& model, const std::string& headKey,
                                 const Preprocessing& preprocessing);

/**
 * What the body of a checkpoint says of the pictures of a request; what was computed before is read, and what
 * is new is kept, below request.featureFolder. Errors: InvalidArgument (device), Cancelled (what was computed
 * is kept), CorruptData (no picture could be read), Io. Throws c10::Error.
 */
Result<FeatureTable> featuresOf(const Checkpoint& checkpoint, const FeatureRequest& request,
                                JobContext& context);

} // namespace nakama
