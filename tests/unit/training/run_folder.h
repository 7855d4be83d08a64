#pragma once

#include "core/models/detail/state_dict.h"
#include "core/training/detail/trainer.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/training/shape_pictures.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace nakama::test
{

/** A fresh run folder with painted pictures to train on. */
class RunFolder
{
public:
    explicit RunFolder(int perClass = 8)
    {
        m_data.train = paintShapes(m_folder / "train", perClass, 1);
        m_data.val = paintShapes(m_folder / "val", 4, 2);
        m_data.preparedFolder = m_folder / "prepared";
        m_data.runFolder = m_folder / "run";
        std::filesystem::create_directories(m_data.runFolder);
    }

    /** Else what suits the device. */
    void feedWith(TileForm form) { m_form = form; }

    TrainingData& data() { return m_data; }
    const TrainingData& data() const { return m_data; }
    std::filesystem::path folder() const { return m_folder.path(); }
    std::filesystem::path run() const { return m_data.runFolder; }
    std::filesystem::path checkpoint(const std::string& name) const
    {
        return run() / "checkpoints" / (name + ".safetensors");
    }

    Result<TrainingResult> train(const TrainingConfig& config, JobContext context = JobContext{},
                                 const TrainingObserver& observer = {}) const
    {
        NAKAMA_TRY(const auto trainer, Trainer::make(config, m_data, observer, context, m_form));
        return trainer->run();
    }

private:
    TemporaryFolder m_folder;
    TrainingData m_data;
    std::optional<TileForm> m_form;
};

/** Expects two weight files, and what they hold to go on from, to have the same tensors to the bit. */
inline void expectSameTensors(const std::filesystem::path& a, const std::filesystem::path& b)
{
    const auto first = readSafetensors(a);
    const auto second = readSafetensors(b);
    ASSERT_TRUE(first) << first.error().text();
    ASSERT_TRUE(second) << second.error().text();
    ASSERT_EQ(first->tensors.size(), second->tensors.size());
    for (const auto& [name, tensor] : first->tensors) {
        const auto* other = second->find(name);
        ASSERT_NE(other, nullptr) << name;
        EXPECT_TRUE(torch::equal(tensor, *other)) << name;
    }
}

} // namespace nakama::test
