#include "core/curate/copy_groups.h"

#include "core/curate/copy_index.h"
#include "core/curate/copy_relation.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace nakama
{

namespace
{

using Pair = std::pair<std::uint32_t, std::uint32_t>;

/** Sets of pictures that are linked by copies, by position. */
class Families
{
public:
    explicit Families(std::size_t count) : m_parents(count)
    {
        std::iota(m_parents.begin(), m_parents.end(), 0U);
    }

    std::uint32_t of(std::uint32_t position)
    {
        while (m_parents[position] != position) {
            m_parents[position] = m_parents[m_parents[position]];
            position = m_parents[position];
        }
        return position;
    }

    void join(std::uint32_t a, std::uint32_t b) { m_parents[of(b)] = of(a); }

private:
    std::vector<std::uint32_t> m_parents;
};

double bytesPerPixel(const CopyItem& item)
{
    return static_cast<double>(item.bytes) / std::max(1.0, static_cast<double>(item.width) * item.height);
}

bool areDeclaredDifferent(const ImagePairs& notCopies, const CopyItem& a, const CopyItem& b)
{
    return !notCopies.empty() && notCopies.contains(std::minmax(a.imageId, b.imageId));
}

/** Looks for copies picture by picture, the best keepers first, and keeps one pair for each join of families.
 */
class CopySearch
{
public:
    CopySearch(const std::vector<CopyItem>& items, const ImagePairs& notCopies)
        : m_items(items), m_notCopies(notCopies), m_order(items.size()), m_families(items.size())
    {
        std::iota(m_order.begin(), m_order.end(), 0U);
        std::ranges::sort(m_order, [&](auto a, auto b) { return isBetterKeeper(items[a], items[b]); });
    }

    Result<std::vector<CopyRecord>> run(JobContext& context)
    {
        joinSamePixels();
        NAKAMA_CHECK(joinCopies(context));
        return records();
    }

private:
    /** Also of blank pictures, which nothing else tells apart. */
    void joinSamePixels()
    {
        std::unordered_map<std::uint64_t, std::uint32_t> first;
        for (const auto position : m_order)
            if (const auto [found, isNew] = first.try_emplace(m_items[position].fingerprint.pixels, position);
                !isNew && !areDifferent(found->second, position))
                join(found->second, position);
    }

    Result<void> joinCopies(JobContext& context)
    {
        CopyIndex index(m_items.size());
        for (std::uint32_t position = 0; position < m_items.size(); ++position)
            index.add(position, m_items[position].fingerprint);
        index.finish();
        std::vector<std::uint32_t> candidates;
        std::int64_t done = 0;
        for (const auto position : m_order) {
            index.candidates(m_items[position].fingerprint, candidates);
            for (const auto other : candidates) {
                if (m_families.of(position) == m_families.of(other) || areDifferent(position, other))
                    continue;
                const auto match =
                    matchFingerprints(m_items[position].fingerprint, m_items[other].fingerprint);
                if (!match)
                    continue;
                join(position, other);
                m_known.emplace(Pair(position, other),
                                copyRelation(m_items[position], m_items[other], *match));
            }
            if (done++ % 64 == 0) {
                NAKAMA_CHECK(context.checkpoint());
                context.progress(done, std::ssize(m_items), "comparing pictures");
            }
        }
        return {};
    }

    bool areDifferent(std::uint32_t a, std::uint32_t b) const
    {
        return areDeclaredDifferent(m_notCopies, m_items[a], m_items[b]);
    }

    std::optional<CopyRecord> relation(std::uint32_t keeper, std::uint32_t copy) const
    {
        if (areDifferent(keeper, copy))
            return std::nullopt;
        const auto known = m_known.find({keeper, copy});
        return known != m_known.end() ? known->second : copyRelation(m_items[keeper], m_items[copy]);
    }

    void join(std::uint32_t a, std::uint32_t b)
    {
        m_families.join(a, b);
        m_joins.emplace_back(a, b);
    }

    std::vector<CopyRecord> records()
    {
        std::map<std::uint32_t, std::vector<std::uint32_t>> families; // by representative; best keeper first
        for (const auto position : m_order)
            families[m_families.of(position)].push_back(position);
        std::vector<CopyRecord> records;
        for (const auto position : m_order) // so that the order of the groups is that of the keepers
            if (auto family = families.extract(m_families.of(position));
                !family.empty() && family.mapped().size() > 1)
                addGroups(std::move(family.mapped()), records);
        addLinks(records);
        return records;
    }

    /** The best picture of a family and those that are its copies; then the same with those that are left. */
    void addGroups(std::vector<std::uint32_t> family, std::vector<CopyRecord>& records)
    {
        while (!family.empty()) {
            const auto keeper = family.front();
            std::vector<std::uint32_t> left;
            m_keepers[keeper] = keeper;
            for (const auto member : std::span(family).subspan(1)) {
                auto record = relation(keeper, member);
                if (!record) {
                    left.push_back(member);
                    continue;
                }
                m_keepers[member] = keeper;
                records.push_back(std::move(*record));
            }
            family = std::move(left);
        }
    }

    void addLinks(std::vector<CopyRecord>& records)
    {
        std::set<Pair> linked;
        for (const auto& [a, b] : m_joins) {
            const auto groups = std::minmax(m_keepers.at(a), m_keepers.at(b));
            if (groups.first == groups.second || !linked.insert(groups).second)
                continue;
            auto record = relation(a, b);
            if (!record)
                continue;
            record->inGroup = false;
            records.push_back(std::move(*record));
        }
    }

    const std::vector<CopyItem>& m_items;
    const ImagePairs& m_notCopies;
    std::vector<std::uint32_t> m_order;
    Families m_families;
    std::vector<Pair> m_joins;
    std::map<Pair, CopyRecord> m_known;
    std::unordered_map<std::uint32_t, std::uint32_t> m_keepers;
};

} // namespace

bool isBetterKeeper(const CopyItem& a, const CopyItem& b)
{
    const auto rank = [](const CopyItem& item) {
        return std::tuple(item.setAside, item.pool != Pool::Pool, !item.labelled,
                          item.fingerprint.isGreyscale(), -std::int64_t{item.width} * item.height,
                          -bytesPerPixel(item), item.imageId);
    };
    return rank(a) < rank(b);
}

Result<std::vector<CopyRecord>> findCopies(const std::vector<CopyItem>& items, const ImagePairs& notCopies,
                                           JobContext& context)
{
    return CopySearch(items, notCopies).run(context);
}

} // namespace nakama
