#include "core/evaluation/html.h"

namespace nakama
{

std::string htmlEscape(std::string_view text)
{
    std::string escaped;
    escaped.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

std::string shortened(std::string_view text, std::size_t length)
{
    std::size_t characters = 0;
    std::size_t cut = 0; // where the last character that may stay beside an ellipsis ends
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (!starts)
            continue;
        ++characters;
        if (characters == length)
            cut = i;
    }
    if (characters <= length)
        return std::string(text);
    return std::string(text.substr(0, cut)) + "…";
}

} // namespace nakama
