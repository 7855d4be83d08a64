#pragma once

#include "core/imaging/fingerprint.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nakama
{

/**
 * Finds the pictures that may be copies of one, without looking at all: a table of pictures by each key of
 * symmetryKeys(). Holds 64 bytes a picture beside the fingerprints. Pictures are known by their position.
 */
class CopyIndex
{
public:
    explicit CopyIndex(std::size_t expected);

    /** Blank pictures are left out: their signs are noise. */
    void add(std::uint32_t position, const Fingerprint& fingerprint);
    /** To be called once, after all are added. */
    void finish();

    /**
     * Pictures that, as they are, look like some window of this one under some symmetry, each once,
     * ascending; among them the picture itself. found is overwritten, so that its memory is used again.
     */
    void candidates(const Fingerprint& fingerprint, std::vector<std::uint32_t>& found) const;

private:
    struct Entry
    {
        SymmetryHash hash;
        std::uint32_t position;
        std::uint16_t key;
    };
    /** Entries ordered by key, and where each key begins. */
    struct Table
    {
        std::vector<Entry> entries;
        std::vector<std::uint32_t> begins;

        void finish();
        std::span<const Entry> of(std::uint16_t key) const;
    };
    static constexpr std::array<std::size_t, 4> tableOfKey{0, 1, 2, 2};

    static void collect(std::span<const Entry> entries, SymmetryHash hash, std::vector<std::uint32_t>& found);

    std::array<Table, 3> m_tables;
};

} // namespace nakama
