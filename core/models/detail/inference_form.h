#pragma once

#include "core/models/detail/backbone.h"

#include <memory>

namespace nakama
{

/**
 * Holds a model in the form in which it answers fastest, until it is destroyed; its logits stay within 1e-4.
 * Meanwhile the model must not be trained, loaded or moved to another device. Parameters and buffers do not
 * change.
 */
class InferenceForm
{
public:
    explicit InferenceForm(std::shared_ptr<Backbone> model) : m_model(std::move(model)) { m_model->fold(); }
    ~InferenceForm()
    {
        if (m_model)
            m_model->unfold();
    }
    InferenceForm(InferenceForm&&) = default;
    InferenceForm& operator=(InferenceForm&&) = delete;
    InferenceForm(const InferenceForm&) = delete;
    InferenceForm& operator=(const InferenceForm&) = delete;

    Backbone& model() const { return *m_model; }

private:
    std::shared_ptr<Backbone> m_model; ///< null once moved from
};

} // namespace nakama
