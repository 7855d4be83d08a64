#pragma once

#include "core/base/result.h"
#include "core/models/detail/fold_convolutions.h"

#include <torch/torch.h>

#include <memory>
#include <string>
#include <vector>

namespace nakama
{

/** What of a forward an explanation needs; where autograd is on, with the graph of its gradients. */
struct Trace
{
    torch::Tensor logits;
    std::vector<torch::Tensor> maps;       ///< of a convolutional net, (N,C,h,w) after each stage
    std::vector<torch::Tensor> attentions; ///< of a transformer, (N,heads,tokens,tokens) of each layer
};

/**
 * An image classifier: a body that turns pictures into one vector each, and a head that turns the vector into
 * logits. Submodules are registered under the names of the published state dict, so a file loads without
 * renaming.
 */
class Backbone : public torch::nn::Module
{
public:
    /** (N,3,H,W) normalised pictures → (N,D), the vector before the head (dropout not yet applied). */
    virtual torch::Tensor features(const torch::Tensor& pictures) = 0;
    /** (N,D) → (N,K) logits; applies the head's dropout in training mode. */
    virtual torch::Tensor head(const torch::Tensor& features) = 0;
    /** (N,3,H,W) → (N,C,h,w), the last spatial map. */
    virtual torch::Tensor lastMap(const torch::Tensor& pictures) = 0;

    /** (N,D) → (N,E), the features without their places: what likeness of pictures is measured on. */
    virtual torch::Tensor pooled(const torch::Tensor& features) { return features; }
    /** forward() that keeps what was on the way. */
    virtual Trace trace(const torch::Tensor& pictures) = 0;

    torch::Tensor forward(const torch::Tensor& pictures) { return head(features(pictures)); }

    /** Takes on the form for inference; see InferenceForm, which keeps the two together. */
    virtual void fold() { foldConvolutions(*this); }
    virtual void unfold() { unfoldConvolutions(*this); }
};

/**
 * Builds an architecture with a K-class head, initialised as torchvision initialises it but from our own
 * seeded stream: the same weights on every machine, and LibTorch's own generator stays as it was.
 * Errors: NotFound (unknown id), InvalidArgument (no classes).
 */
Result<std::shared_ptr<Backbone>> makeBackbone(const std::string& id, int classes, std::uint64_t seed);

} // namespace nakama
