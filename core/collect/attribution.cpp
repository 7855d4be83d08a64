#include "core/collect/attribution.h"

#include "core/base/csv.h"

#include <fmt/format.h>

namespace nakama
{

namespace
{

/** As text of a table's cell: what others wrote must not end the cell or begin a link. */
std::string cell(const std::string& text)
{
    std::string safe;
    for (const char letter : text) {
        if (letter == '\n' || letter == '\r')
            safe += ' ';
        else if (letter == '|' || letter == '<' || letter == '[' || letter == ']' || letter == '`' ||
                 letter == '\\')
            safe += std::string("\\") + letter;
        else
            safe += letter;
    }
    return safe.empty() ? "–" : safe;
}

} // namespace

std::string Attribution::csvHeader()
{
    return ",page,artist,artwork_source,tags,rating,score,post_md5,variant,collected_at";
}

std::string Attribution::csvFields(std::int64_t imageId) const
{
    const auto found = m_provenances.find(imageId);
    if (found == m_provenances.end())
        return ",,,,,,,,,";
    const auto& [id, provenance] = *found;
    const auto& post = provenance.post;
    return fmt::format(",{},{},{},{},{},{},{},{},{}", csvField(provenance.page()), csvField(post.artists),
                       csvField(post.source), csvField(post.tags), csvField(post.rating), post.score,
                       post.md5, postVariantName(provenance.variant), provenance.collectedAt);
}

void Attribution::add(std::int64_t imageId, const std::string& source, const std::string& file)
{
    const auto found = m_provenances.find(imageId);
    if (found == m_provenances.end()) {
        ++m_others[source];
        return;
    }
    const auto& provenance = found->second;
    ++m_collected;
    m_rows += fmt::format("| {} | {} | {} | {} |\n", cell(file), cell(provenance.post.artists),
                          cell(provenance.page()), cell(provenance.post.source));
}

std::string Attribution::text() const
{
    std::string text =
        "# Where these pictures come from\n\n"
        "The rights to each picture are its artist's. Ask the artist before you publish it or what "
        "was made of it.\n\n";
    for (const auto& [source, count] : m_others)
        text += fmt::format("{} pictures of the source '{}' have no record of their artists here.\n\n", count,
                            cell(source));
    if (m_collected == 0)
        return text;
    return text + fmt::format("{} pictures were collected from image boards, which name:\n\n", m_collected) +
           "| file | artist | page | source |\n|---|---|---|---|\n" + m_rows;
}

} // namespace nakama
