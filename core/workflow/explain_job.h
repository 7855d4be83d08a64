#pragma once

#include "core/base/job.h"
#include "core/engine/engine.h"
#include "core/workflow/asked_picture.h"

#include <optional>
#include <string>
#include <vector>

namespace nakama
{

/** Asks a run's best checkpoint what in a picture speaks for a class. */
class ExplainJob : public Job
{
public:
    /** classIndex: that of the checkpoint; nothing: the one that it answers. */
    ExplainJob(Workspace workspace, Engine& engine, std::string runId, AskedPicture picture,
               std::optional<int> classIndex, std::string device = "auto");

    std::string name() const override { return "explain"; }
    /** Errors: NotFound, NotReady (the run has no checkpoint), CorruptData (the picture), InvalidArgument. */
    Result<void> run(JobContext& context) override;

    const LabelledPicture& picture() const { return m_picture; }
    int classIndex() const { return m_classIndex.value_or(-1); }
    const std::vector<std::string>& classes() const { return m_classes; }
    const Explanation& explanation() const { return m_explanation; }

private:
    Workspace m_workspace;
    Engine& m_engine;
    std::string m_runId;
    AskedPicture m_asked;
    std::optional<int> m_classIndex;
    std::string m_device;
    LabelledPicture m_picture;
    std::vector<std::string> m_classes;
    Explanation m_explanation;
};

} // namespace nakama
