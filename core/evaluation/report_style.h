#pragma once

#include <string>
#include <string_view>

namespace nakama
{

/** The report's style sheet: light and dark by the reader's setting, and print. */
std::string reportStyle();

/** The part of it that is about charts; colours are variables, "var(--hit)". */
std::string_view chartStyle();

/** What these variables are on paper: "--ink:#111;--hit:#2f6bb5;…" */
std::string_view paperColours();

} // namespace nakama
