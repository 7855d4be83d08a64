#include "core/curate/copy_index.h"

#include "core/imaging/fingerprint_match.h"

#include <algorithm>

namespace nakama
{

namespace
{

constexpr std::size_t keys = std::size_t{1} << 16;

} // namespace

CopyIndex::CopyIndex(std::size_t expected)
{
    for (const auto table : tableOfKey)
        m_tables[table].entries.reserve(table == 2 ? 2 * expected : expected);
}

void CopyIndex::add(std::uint32_t position, const Fingerprint& fingerprint)
{
    if (fingerprint.isBlank())
        return;
    const auto its = symmetryKeys(fingerprint.hashes[0]);
    for (std::size_t i = 0; i < its.size(); ++i)
        m_tables[tableOfKey[i]].entries.push_back({its[i].hash, position, its[i].key});
}

void CopyIndex::finish()
{
    for (auto& table : m_tables)
        table.finish();
}

void CopyIndex::Table::finish()
{
    std::ranges::stable_sort(entries, {}, &Entry::key);
    begins.assign(keys + 1, 0);
    for (const auto& entry : entries)
        ++begins[entry.key + 1U];
    for (std::size_t key = 0; key < keys; ++key)
        begins[key + 1] += begins[key];
}

std::span<const CopyIndex::Entry> CopyIndex::Table::of(std::uint16_t key) const
{
    return std::span(entries).subspan(begins[key], begins[key + 1U] - begins[key]);
}

void CopyIndex::collect(std::span<const Entry> entries, SymmetryHash hash, std::vector<std::uint32_t>& found)
{
    for (const auto& entry : entries)
        if (leastDistance(hash, entry.hash) <= maxCopyDistance &&
            closestSymmetry(hash, entry.hash).bits <= maxCopyDistance)
            found.push_back(entry.position);
}

void CopyIndex::candidates(const Fingerprint& fingerprint, std::vector<std::uint32_t>& found) const
{
    found.clear();
    if (fingerprint.isBlank())
        return;
    struct Lookup
    {
        SymmetryKey key;
        std::span<const Entry> entries;
    };
    std::array<Lookup, std::tuple_size_v<decltype(Fingerprint::hashes)> * tableOfKey.size()> lookups;
    std::size_t count = 0;
    // All places are found before any is read, so that the memory is waited for once and not 324 times.
    for (const auto hash : fingerprint.hashes) {
        const auto its = symmetryKeys(hash);
        for (std::size_t i = 0; i < its.size(); ++i)
            if (const auto entries = m_tables[tableOfKey[i]].of(its[i].key); !entries.empty()) {
                __builtin_prefetch(entries.data());
                lookups[count++] = {its[i], entries};
            }
    }
    for (const auto& [key, entries] : std::span(lookups).first(count)) {
        collect(entries, key.hash, found);
        if (key.isSelfTransposed)
            collect(entries, transposed(key.hash), found);
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
}

} // namespace nakama
