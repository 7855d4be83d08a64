#pragma once

#include <torch/torch.h>

namespace nakama
{

/**
 * Makes the convolutions of a module ready for inference: a BatchNorm that is registered right after its
 * convolution, and applied by convNorm(), becomes a part of it, and on the processor the weights are laid out
 * channels-last, in which oneDNN convolves without reordering every map. Registered parameters and buffers,
 * and so the state dict, stay as they are.
 */
void foldConvolutions(torch::nn::Module& module);

/** Undoes it: the convolutions use their registered parameters again. */
void unfoldConvolutions(torch::nn::Module& module);

} // namespace nakama
