#include "core/imaging/resize_kernels_avx2.h"

#ifdef NAKAMA_AVX2_KERNELS

#include <immintrin.h>

#include <cstring>

// A product of 8 and 22 bits does not fit 16-bit multiply-add, the fast one. The weights are therefore kept
// as two halves of 11 bits, summed apart and put together at the end, which is exact.
#define NAKAMA_AVX2 __attribute__((target("avx2")))

namespace nakama::resize
{

namespace
{

constexpr int halfBits = 11;

NAKAMA_AVX2 inline __m256i load(const void* at)
{
    return _mm256_loadu_si256(static_cast<const __m256i*>(at));
}

NAKAMA_AVX2 inline __m256i rounded(__m256i high, __m256i low)
{
    const __m256i sum = _mm256_add_epi32(_mm256_slli_epi32(high, halfBits), low);
    return _mm256_srai_epi32(_mm256_add_epi32(sum, _mm256_set1_epi32(1 << (precisionBits - 1))),
                             precisionBits);
}

/** One weight of the table for two neighbouring taps, as (first, second) in every 32-bit lane. */
NAKAMA_AVX2 inline __m256i pairOf(int first, int second)
{
    return _mm256_set1_epi32(first | second << 16);
}

} // namespace

NAKAMA_AVX2 void horizontalAvx2(const std::uint8_t* source, std::uint8_t* target, const RowTable& table)
{
    // One output in either lane; of two neighbouring pixels the pairs R R G G B B.
    const __m256i channels =
        _mm256_broadcastsi128_si256(_mm_setr_epi8(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1));
    constexpr std::ptrdiff_t pixelBytes = 3;
    int left = table.paired.outputs;
    for (const auto& pair : table.paired.pairs) {
        const std::uint8_t* pixelsA = source + pixelBytes * pair.first[0];
        const std::uint8_t* pixelsB = source + pixelBytes * pair.first[1];
        const std::int32_t* weights = table.paired.weights.data() + pair.weights;
        __m256i high = _mm256_setzero_si256();
        __m256i low = high;
        for (int step = 0; step < pair.steps; ++step, pixelsA += 6, pixelsB += 6, weights += 16) {
            const __m128i a = _mm_loadu_si128(reinterpret_cast<const __m128i*>(pixelsA));
            const __m128i b = _mm_loadu_si128(reinterpret_cast<const __m128i*>(pixelsB));
            const __m256i values = _mm256_shuffle_epi8(_mm256_set_m128i(b, a), channels);
            high = _mm256_add_epi32(high, _mm256_madd_epi16(values, load(weights)));
            low = _mm256_add_epi32(low, _mm256_madd_epi16(values, load(weights + 8)));
        }
        __m256i sum = rounded(high, low);
        sum = _mm256_packs_epi32(sum, sum);
        sum = _mm256_packus_epi16(sum, sum);
        const int rgb[]{_mm_cvtsi128_si32(_mm256_castsi256_si128(sum)),
                        _mm_cvtsi128_si32(_mm256_extracti128_si256(sum, 1))};
        // The fourth byte of a pixel is overwritten by the next one.
        std::memcpy(target, &rgb[0], left > 1 ? 4 : 3);
        if (left > 1)
            std::memcpy(target + 3, &rgb[1], left > 2 ? 4 : 3);
        target += 6;
        left -= 2;
    }
}

NAKAMA_AVX2 void verticalAvx2(const std::uint8_t* source, std::size_t step, std::uint8_t* target,
                              std::size_t bytes, const FilterTable& table, int output)
{
    constexpr std::size_t block = 16;
    if (bytes < block) {
        portableKernels().vertical(source, step, target, bytes, table, output);
        return;
    }
    const std::int32_t* weights = table.weightsOf(output);
    const int count = table.count[static_cast<std::size_t>(output)];
    for (std::size_t next = 0; next < bytes; next += block) {
        const std::size_t x = next + block <= bytes ? next : bytes - block; // the last block may overlap
        __m256i highA = _mm256_setzero_si256();
        __m256i lowA = highA;
        __m256i highB = highA;
        __m256i lowB = highA;
        const std::uint8_t* row = source + x;
        for (int tap = 0; tap < count; tap += 2, row += 2 * step) {
            // The weight behind the last is 0; its row may not exist.
            const std::uint8_t* second = tap + 1 < count ? row + step : row;
            const __m256i a = _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(row)));
            const __m256i b = _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(second)));
            const __m256i pairsA = _mm256_unpacklo_epi16(a, b);
            const __m256i pairsB = _mm256_unpackhi_epi16(a, b);
            const __m256i high = pairOf(weights[tap] >> halfBits, weights[tap + 1] >> halfBits);
            const __m256i low = pairOf(weights[tap] & 0x7FF, weights[tap + 1] & 0x7FF);
            highA = _mm256_add_epi32(highA, _mm256_madd_epi16(pairsA, high));
            lowA = _mm256_add_epi32(lowA, _mm256_madd_epi16(pairsA, low));
            highB = _mm256_add_epi32(highB, _mm256_madd_epi16(pairsB, high));
            lowB = _mm256_add_epi32(lowB, _mm256_madd_epi16(pairsB, low));
        }
        const __m256i words = _mm256_packs_epi32(rounded(highA, lowA), rounded(highB, lowB));
        const __m128i packed =
            _mm_packus_epi16(_mm256_castsi256_si128(words), _mm256_extracti128_si256(words, 1));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(target + x), packed);
    }
}

} // namespace nakama::resize

#endif
