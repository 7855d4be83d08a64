#include "core/workflow/submit_job.h"

#include "core/base/atomic_file.h"
#include "core/workflow/submission.h"

#include <fmt/format.h>

#include <unordered_map>

namespace nakama
{

SubmitJob::SubmitJob(Workspace workspace, RunAnswers::EngineSource engine, SubmitParams params)
    : m_workspace(std::move(workspace)), m_engine(std::move(engine)), m_params(std::move(params))
{
}

Result<void> SubmitJob::run(JobContext& context)
{
    NAKAMA_TRY(auto submission, Submission::like(m_params.sample));
    std::error_code missing;
    if (std::filesystem::equivalent(m_params.sample, m_params.out, missing))
        return fail(ErrorCode::InvalidArgument, "this is the sample itself; write into another file",
                    m_params.out.string());
    NAKAMA_TRY(const auto catalogue, m_workspace.catalogue());
    NAKAMA_TRY(const auto run, catalogue.run(m_params.runId));
    m_params.runId = run.id;

    ImageFilter filter;
    filter.pool = Pool::TrueTest;
    filter.use = UseState::NotInBin;
    NAKAMA_TRY(const auto images, catalogue.images(filter));
    std::vector<LabelledPicture> pictures;
    std::unordered_map<std::string, std::size_t> rowOf; // by content
    for (const auto& image : images) {
        NAKAMA_TRY(const auto row, submission.claim(image.originalName));
        if (!row)
            continue;
        pictures.push_back({m_workspace.imagePath(image.sha256, image.extension), image.sha256,
                            image.originalName, image.classIndex});
        rowOf.emplace(image.sha256, *row);
    }
    if (pictures.empty())
        return fail(
            ErrorCode::NotReady,
            fmt::format(
                "none of the {} ids of the sample is a picture of the true test; import the "
                "competition's pictures with --into true-test --labels none. An id is a file name, with or "
                "without its ending",
                submission.rows()),
            m_params.sample.string());

    const RunAnswers answers(m_workspace, m_engine, m_params.device);
    NAKAMA_TRY(const auto table, answers.calibratedAnswersOn(run.id, pictures, context));
    for (const auto& row : table.rows)
        submission.answer(rowOf.at(row.id), table.classes[static_cast<std::size_t>(row.predicted())]);
    m_rows = submission.rows();
    m_missing = submission.missing();
    return writeFileAtomically(m_params.out, submission.csv());
}

} // namespace nakama
