#pragma once

#include "core/evaluation/metrics.h"

#include <string>
#include <vector>

namespace nakama
{

/** A model in a table of results. */
struct ResultRow
{
    std::string name;
    Metrics metrics;
};

/** A table of the written work: what each model reached on one set of pictures. */
struct ResultTable
{
    std::string title; ///< "Held-out test, n = 214"
    std::vector<ResultRow> rows;
};

/** Columns: model, n, what of its split is known to leak, CE loss, macro-, micro- and weighted-F1, each F1
 * with its 95 % interval where there is one. */
std::string markdownOf(const ResultTable& table);
/** A LaTeX table environment for the booktabs package. */
std::string latexOf(const ResultTable& table);
/** RFC 4180, with a column for each end of an interval. */
std::string csvOf(const ResultTable& table);

/** The classes of one evaluation, in their order: precision, recall, F1, average precision, pictures. */
std::string markdownOf(const Metrics& metrics);
/** The same as a LaTeX table environment for the booktabs package. */
std::string latexOf(const Metrics& metrics);
/** The same as RFC 4180, with all digits. */
std::string csvOf(const Metrics& metrics);

} // namespace nakama
