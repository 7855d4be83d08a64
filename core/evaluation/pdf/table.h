#pragma once

#include "core/evaluation/pdf/text.h"

#include <string>
#include <vector>

namespace nakama
{

struct TableColumn
{
    std::string title; ///< markup; empty: none
    double share = 1;  ///< of the width, beside the others'
    TextAlign align = TextAlign::Left;
};

struct TableRow
{
    std::vector<std::string> cells; ///< markup, one a column
    bool soft = false;              ///< in the colour of what matters less
    double bar = -1;                ///< 0 to 1, drawn in the column that Table::barColumn names; less: none
};

/** A table that goes on over pages, its titles again on top of each. */
struct Table
{
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    int barColumn = -1;
};

void addTable(Paper& paper, const Table& table);

} // namespace nakama
