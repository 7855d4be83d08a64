#pragma once

#include "core/workspace/post.h"

#include <map>
#include <string>

namespace nakama
{

/** Gathers who drew the pictures of an export and where they come from. */
class Attribution
{
public:
    explicit Attribution(std::map<std::int64_t, Provenance> provenances)
        : m_provenances(std::move(provenances))
    {
    }

    /** The columns of a CSV, with a comma before each. */
    static std::string csvHeader();
    /** The same of a picture; empty fields for one that was not collected. */
    std::string csvFields(std::int64_t imageId) const;

    /** Notes a picture of the export under the name that it has there. */
    void add(std::int64_t imageId, const std::string& source, const std::string& file);
    /** Markdown: a row a collected picture, and how many are from other sources. */
    std::string text() const;

private:
    std::map<std::int64_t, Provenance> m_provenances;
    std::string m_rows;
    int m_collected = 0;
    std::map<std::string, int> m_others; ///< by source
};

} // namespace nakama
