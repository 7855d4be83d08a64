#pragma once

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
    /** The same weights for 16-bit multiply-add: a group of four taps is 16 high halves, then 16 low halves.
     */
    std::vector<std::int16_t> halves;

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

/** How many bytes behind a source row the horizontal kernel may read. */
inline constexpr std::size_t overreadBytes = 16;

/** One row of pixels, filtered along x. */
using HorizontalKernel = void (*)(const std::uint8_t* source, std::uint8_t* target, const FilterTable& table);
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
