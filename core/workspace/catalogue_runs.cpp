#include "core/workspace/catalogue.h"
#include "core/workspace/detail/connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace nakama
{

namespace
{

constexpr std::size_t idsShown = 5;

RunRecord runFrom(const QSqlQuery& row)
{
    const auto text = [&](int column) { return row.value(column).toString().toStdString(); };
    RunRecord run;
    run.id = text(0);
    run.model = text(1);
    run.status = runStatusFromName(text(2)).value_or(RunStatus::Failed);
    run.startedAt = text(3);
    run.finishedAt = text(4);
    run.epochs = row.value(5).toInt();
    run.plannedEpochs = row.value(6).toInt();
    run.bestEpoch = row.value(7).toInt();
    run.bestMacro = row.value(8).toDouble();
    run.message = text(9);
    return run;
}

/** A model's id becomes part of a folder's name. */
Result<void> checkModelId(const std::string& model)
{
    const bool plain = std::all_of(model.begin(), model.end(), [](unsigned char character) {
        return std::isalnum(character) || character == '-' || character == '_' || character == '.';
    });
    if (!model.empty() && plain)
        return {};
    return fail(ErrorCode::InvalidArgument,
                "a model's id has letters, digits, '-', '_' and '.' only, not '" + model + "'", "model");
}

} // namespace

Result<RunRecord> Catalogue::addRun(const std::string& model, int plannedEpochs)
{
    NAKAMA_CHECK(checkModelId(model));
    RunRecord run;
    run.model = model;
    run.plannedEpochs = plannedEpochs;
    run.startedAt = timestamp().toStdString();
    const auto insert = [&]() -> Result<void> {
        auto& database = m_connection->database;
        const auto prefix = run.startedAt.substr(0, 10) + "-" + model + "-";
        for (int number = 1;; ++number) {
            run.id = prefix + std::to_string(number);
            NAKAMA_TRY(const auto taken, database.value("SELECT 1 FROM runs WHERE id = ?", {toQt(run.id)}));
            if (!taken.isValid())
                break;
        }
        NAKAMA_CHECK(database.execute("INSERT INTO runs (id, model, status, started_at, finished_at, epochs, "
                                      "planned_epochs, best_epoch,"
                                      " best_macro, message) VALUES (?, ?, ?, ?, '', 0, ?, 0, 0, '')",
                                      {toQt(run.id), toQt(model), toQt(runStatusName(run.status)),
                                       toQt(run.startedAt), plannedEpochs}));
        return {};
    };
    NAKAMA_CHECK(transaction(insert));
    return run;
}

Result<void> Catalogue::updateRun(const RunRecord& run)
{
    return transaction([&]() -> Result<void> {
        NAKAMA_TRY(const int found,
                   m_connection->database.execute(
                       "UPDATE runs SET status = ?, finished_at = ?, epochs = ?, planned_epochs = ?,"
                       " best_epoch = ?, best_macro = ?, message = ? WHERE id = ?",
                       {toQt(runStatusName(run.status)), toQt(run.finishedAt), run.epochs, run.plannedEpochs,
                        run.bestEpoch, run.bestMacro, toQt(run.message), toQt(run.id)}));
        if (found == 0)
            return fail(ErrorCode::NotFound, "there is no such run in the workspace", run.id);
        return {};
    });
}

Result<void> Catalogue::removeRun(const std::string& id)
{
    return transaction([&]() -> Result<void> {
        NAKAMA_TRY(const int found,
                   m_connection->database.execute("DELETE FROM runs WHERE id = ?", {toQt(id)}));
        if (found == 0)
            return fail(ErrorCode::NotFound, "there is no such run in the workspace", id);
        return {};
    });
}

Result<std::vector<RunRecord>> Catalogue::runs() const
{
    NAKAMA_TRY(auto rows, m_connection->database.query(
                              "SELECT id, model, status, started_at, finished_at, epochs, planned_epochs,"
                              " best_epoch, best_macro, message FROM runs ORDER BY number DESC"));
    std::vector<RunRecord> runs;
    while (rows.next())
        runs.push_back(runFrom(rows));
    return runs;
}

Result<RunRecord> Catalogue::run(const std::string& id) const
{
    NAKAMA_TRY(auto all, runs());
    if (all.empty())
        return fail(ErrorCode::NotFound, "this workspace has no run yet; train a model first", id);
    if (id == "latest")
        return std::move(all.front());
    std::string latest;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].id == id)
            return std::move(all[i]);
        if (i < idsShown)
            latest += (i == 0 ? "" : ", ") + all[i].id;
    }
    return fail(ErrorCode::NotFound, "there is no such run; the latest are: " + latest, id);
}

} // namespace nakama
