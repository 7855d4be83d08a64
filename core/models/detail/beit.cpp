#include "core/models/detail/beit.h"

#include "core/models/detail/drop_path.h"
#include "core/models/detail/initialise.h"
#include "core/models/detail/relative_positions.h"
#include "core/models/detail/token_linear.h"

#include <cmath>
#include <optional>

namespace nakama
{

namespace
{

namespace nn = torch::nn;
using torch::indexing::None;
using torch::indexing::Slice;

constexpr std::int64_t patch = 16;
constexpr double mostDropPath = 0.1; // of the last layer; the first has 0

nn::LayerNorm layerNorm(std::int64_t width)
{
    return nn::LayerNorm(nn::LayerNormOptions({width}).eps(1e-12));
}

/** A module that only groups others under a name of the published state dict. */
class Group : public nn::Module
{
};

class SelfAttention : public nn::Module
{
public:
    explicit SelfAttention(const BeitParams& p) : m_width(p.width), m_heads(p.heads), m_grid{p.grid, p.grid}
    {
        m_query = TokenLinear(register_module("query", nn::Linear(p.width, p.width)));
        m_key =
            TokenLinear(register_module("key", nn::Linear(nn::LinearOptions(p.width, p.width).bias(false))));
        m_value = TokenLinear(register_module("value", nn::Linear(p.width, p.width)));
        const auto bias = register_module("relative_position_bias", std::make_shared<Group>());
        const auto offsets = (2 * p.grid - 1) * (2 * p.grid - 1) + 3;
        m_table = bias->register_parameter("relative_position_bias_table", torch::empty({offsets, p.heads}));
    }

    /** x: (N, tokens, width); index: relativePositionIndex(grid). attentions, if not null, gets them. */
    torch::Tensor forward(const torch::Tensor& x, BeitGrid grid, const torch::Tensor& index,
                          std::vector<torch::Tensor>* attentions)
    {
        const auto batch = x.size(0);
        const auto tokens = x.size(1);
        const auto split = [&](const torch::Tensor& t) {
            return t.view({batch, tokens, m_heads, -1}).transpose(1, 2);
        };
        const auto query = split(m_query(x));
        const auto key = split(m_key(x));
        const auto value = split(m_value(x));

        auto scores = torch::matmul(m_folded ? query : query * scale(), key.transpose(2, 3));
        scores = scores.add_(positionBias(grid, index)).softmax(3);
        if (attentions)
            attentions->push_back(scores);
        return torch::matmul(scores, value).transpose(1, 2).reshape({batch, tokens, -1});
    }

    /** The scale of the scores goes into the query; the table is gathered at the next forward only. */
    void fold()
    {
        m_query.fold(torch::full({1}, scale(), m_table.options()));
        m_key.fold();
        m_value.fold();
        m_folded = Folded{};
    }

    void unfold()
    {
        m_query.unfold();
        m_key.unfold();
        m_value.unfold();
        m_folded.reset();
    }

private:
    /** What inference keeps from one forward to the next. */
    struct Folded
    {
        BeitGrid grid;
        torch::Tensor positionBias; ///< for this grid
    };

    double scale() const { return 1 / std::sqrt(static_cast<double>(m_width / m_heads)); }

    torch::Tensor positionBias(BeitGrid grid, const torch::Tensor& index)
    {
        if (!m_folded)
            return gatherPositionBias(grid, index);
        const torch::NoGradGuard noGrad; // what is kept must hold no graph
        if (m_folded->grid != grid)
            m_folded = Folded{grid, gatherPositionBias(grid, index).contiguous()};
        return m_folded->positionBias;
    }

    /** (heads, tokens, tokens) */
    torch::Tensor gatherPositionBias(BeitGrid grid, const torch::Tensor& index) const
    {
        const auto table = grid == m_grid ? m_table : interpolateRelativePositions(m_table, m_grid, grid);
        return table.index_select(0, index.flatten())
            .view({index.size(0), index.size(1), m_heads})
            .permute({2, 0, 1});
    }

    std::int64_t m_width;
    std::int64_t m_heads;
    BeitGrid m_grid;
    TokenLinear m_query;
    TokenLinear m_key;
    TokenLinear m_value;
    torch::Tensor m_table;
    std::optional<Folded> m_folded;
};

class Layer : public nn::Module
{
public:
    Layer(const BeitParams& p, double dropPathProbability) : m_dropPathProbability(dropPathProbability)
    {
        const auto hidden = 4 * p.width;
        m_lambda1 = register_parameter("lambda_1", torch::empty({p.width}));
        m_lambda2 = register_parameter("lambda_2", torch::empty({p.width}));
        const auto attention = register_module("attention", std::make_shared<Group>());
        m_attention = attention->register_module("attention", std::make_shared<SelfAttention>(p));
        m_attentionOutput = dense(*attention, "output", p.width, p.width);
        m_intermediate = dense(*this, "intermediate", p.width, hidden);
        m_output = dense(*this, "output", hidden, p.width);
        m_before = register_module("layernorm_before", layerNorm(p.width));
        m_after = register_module("layernorm_after", layerNorm(p.width));
    }

    torch::Tensor forward(const torch::Tensor& x, BeitGrid grid, const torch::Tensor& index,
                          std::vector<torch::Tensor>* attentions)
    {
        const auto attended = m_attentionOutput(m_attention->forward(m_before(x), grid, index, attentions));
        const auto y = x + branch(attended, m_lambda1);
        const auto hidden = m_output(torch::gelu(m_intermediate(m_after(y))));
        return y + branch(hidden, m_lambda2);
    }

    /** The layer scales go into the products before them. */
    void fold()
    {
        m_attention->fold();
        m_attentionOutput.fold(m_lambda1);
        m_intermediate.fold();
        m_output.fold(m_lambda2);
        m_folded = true;
    }

    void unfold()
    {
        m_attention->unfold();
        m_attentionOutput.unfold();
        m_intermediate.unfold();
        m_output.unfold();
        m_folded = false;
    }

private:
    /** The linear layer GROUP.dense. */
    static TokenLinear dense(nn::Module& owner, const std::string& group, std::int64_t in, std::int64_t out)
    {
        return TokenLinear(owner.register_module(group, std::make_shared<Group>())
                               ->register_module("dense", nn::Linear(in, out)));
    }

    torch::Tensor branch(const torch::Tensor& x, const torch::Tensor& scale) const
    {
        return m_folded ? x : dropPath(scale * x, m_dropPathProbability, is_training());
    }

    double m_dropPathProbability;
    bool m_folded = false;
    torch::Tensor m_lambda1;
    torch::Tensor m_lambda2;
    std::shared_ptr<SelfAttention> m_attention;
    TokenLinear m_attentionOutput;
    TokenLinear m_intermediate;
    TokenLinear m_output;
    nn::LayerNorm m_before{nullptr};
    nn::LayerNorm m_after{nullptr};
};

class Beit : public Backbone
{
public:
    Beit(const BeitParams& p, int classes)
        : m_indexGrid{p.grid, p.grid}, m_index(relativePositionIndex(m_indexGrid))
    {
        const auto beit = register_module("beit", std::make_shared<Group>());
        const auto embeddings = beit->register_module("embeddings", std::make_shared<Group>());
        m_classToken = embeddings->register_parameter("cls_token", torch::empty({1, 1, p.width}));
        m_projection = embeddings->register_module("patch_embeddings", std::make_shared<Group>())
                           ->register_module("projection",
                                             nn::Conv2d(nn::Conv2dOptions(3, p.width, patch).stride(patch)));
        const auto layers = beit->register_module("encoder", std::make_shared<Group>())
                                ->register_module("layer", std::make_shared<Group>());
        for (std::int64_t i = 0; i < p.layers; ++i) {
            const double drop = mostDropPath * static_cast<double>(i) / static_cast<double>(p.layers - 1);
            m_layers.push_back(layers->register_module(std::to_string(i), std::make_shared<Layer>(p, drop)));
        }
        m_poolerNorm = beit->register_module("pooler", std::make_shared<Group>())
                           ->register_module("layernorm", layerNorm(p.width));
        m_classifier = register_module("classifier", nn::Linear(p.width, classes));
    }

    torch::Tensor lastMap(const torch::Tensor& pictures) override
    {
        const auto patches = m_projection(pictures);
        return patchTokens(patches).transpose(1, 2).reshape_as(patches);
    }

    torch::Tensor features(const torch::Tensor& pictures) override
    {
        return m_poolerNorm(patchTokens(m_projection(pictures)).mean(1));
    }

    Trace trace(const torch::Tensor& pictures) override
    {
        Trace trace;
        const auto tokens = patchTokens(m_projection(pictures), &trace.attentions);
        trace.logits = head(m_poolerNorm(tokens.mean(1)));
        return trace;
    }

    torch::Tensor head(const torch::Tensor& features) override { return m_classifier(features); }

    void fold() override
    {
        Backbone::fold();
        for (const auto& layer : m_layers)
            layer->fold();
    }

    void unfold() override
    {
        Backbone::unfold();
        for (const auto& layer : m_layers)
            layer->unfold();
    }

    /** Hugging Face's, but for the class token, which starts as in the paper's own code. */
    void initialiseFrom(std::uint64_t seed, double layerScale)
    {
        initialise(*this, seed, [layerScale](const std::string& name, const torch::Tensor& parameter) {
            if (name.ends_with("lambda_1") || name.ends_with("lambda_2"))
                return Distribution::constant(layerScale);
            if (name.ends_with("relative_position_bias_table") || name.ends_with("bias"))
                return Distribution::constant(0);
            return parameter.dim() == 1 ? Distribution::constant(1) : Distribution::normal(0.02);
        });
    }

private:
    /** (N, width, rows, columns) embedded patches → (N, rows·columns, width), the last layer's patch tokens.
     */
    torch::Tensor patchTokens(const torch::Tensor& patches, std::vector<torch::Tensor>* attentions = nullptr)
    {
        const BeitGrid grid{patches.size(2), patches.size(3)};
        if (grid != m_indexGrid || m_index.device() != patches.device()) {
            m_index = relativePositionIndex(grid).to(patches.device());
            m_indexGrid = grid;
        }
        auto x = torch::cat(
            {m_classToken.expand({patches.size(0), -1, -1}), patches.flatten(2).transpose(1, 2)}, 1);
        for (const auto& layer : m_layers)
            x = layer->forward(x, grid, m_index, attentions);
        return x.index({Slice(), Slice(1, None)});
    }

    torch::Tensor m_classToken;
    nn::Conv2d m_projection{nullptr};
    std::vector<std::shared_ptr<Layer>> m_layers;
    nn::LayerNorm m_poolerNorm{nullptr};
    nn::Linear m_classifier{nullptr};
    BeitGrid m_indexGrid;
    torch::Tensor m_index; ///< of the last picture's grid; no part of the state
};

} // namespace

BeitParams BeitParams::base(int inputSize)
{
    return {.grid = inputSize / patch};
}

BeitParams BeitParams::large(int inputSize)
{
    return {.width = 1024, .layers = 24, .heads = 16, .grid = inputSize / patch, .layerScale = 1e-5};
}

std::shared_ptr<Backbone> makeBeit(const BeitParams& params, int classes, std::uint64_t seed)
{
    auto model = std::make_shared<Beit>(params, classes);
    model->initialiseFrom(seed, params.layerScale);
    return model;
}

} // namespace nakama
