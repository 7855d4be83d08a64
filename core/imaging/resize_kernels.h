#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/** The two inner loops of resizeAntialiased, for 8-bit RGB, in fixed point; every variant gives the same
 * bits. */
namespace nakama::resize
{

/** Pillow's Resample.c keeps weights as integers of this many fractional bits (32 − 8 − 2). */
inline constexpr int precisionBits = 22;

/** Which inputs make each output of one axis, and with which weights. */
struct FilterTable
{
    int taps = 0;                      ///< weights kept for an output, zeros behind those that count
    std::vector<int> first;            ///< an output's first input
    std::vector<int> count;            ///< how many inputs an output has, at most taps
    std::vector<std::int32_t> weights; ///< outputs × taps

    int outputs() const { return static_cast<int>(first.size()); }
    const std::int32_t* weightsOf(int output) const
    {
        return weights.data() + static_cast<std::size_t>(output) * static_cast<std::size_t>(taps);
    }
};

/** The part of an axis that is resized, in inputs; its ends may lie within one. */
struct Span
{
    double begin = 0;
    double length = 0;
};

/** Bilinear (triangle) filter of a span of in inputs, widened when shrinking; precompute_coeffs of
 * Pillow 9.4. */
FilterTable makeFilterTable(int in, Span span, int out);

/**
 * A table laid out for 16-bit multiply-add on two outputs at once. A 22-bit weight is two 11-bit halves, so
 * that the sums are exact.
 */
struct PairedTable
{
    struct Pair
    {
        std::array<int, 2> first; ///< each output's first input
        int steps;                ///< of two inputs each
        std::size_t weights;      ///< where its weights begin
    };
    std::vector<Pair> pairs;
    /** For each step 16 numbers: the high halves of the two weights, four times for either output, then the
     * low halves. */
    std::vector<std::int32_t> weights;
    int outputs = 0;
};

/** in: the number of inputs that table is about. */
PairedTable inPairs(const FilterTable& table, int in);

/** How many bytes behind a source row the horizontal kernel may read. */
inline constexpr std::size_t overreadBytes = 16;

/** A table for filtering along x, in the layouts of all kernels. */
struct RowTable
{
    FilterTable filter;
    PairedTable paired;
};

/** One row of pixels, filtered along x. */
using HorizontalKernel = void (*)(const std::uint8_t* source, std::uint8_t* target, const RowTable& table);
/** One row of bytes, filtered along y: from source rows that lie step bytes apart, for one output of the
 * table. */
using VerticalKernel = void (*)(const std::uint8_t* source, std::size_t step, std::uint8_t* target,
                                std::size_t bytes, const FilterTable& table, int output);

struct Kernels
{
    HorizontalKernel horizontal;
    VerticalKernel vertical;
};

/** Plain C++. */
Kernels portableKernels();
/** The fastest that this processor runs. */
Kernels fastestKernels();

} // namespace nakama::resize
