#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nakama
{

/**
 * Which pictures (positions in a list) go into which batch. Where an epoch has a picture more than once, its
 * r-th repeat is position + r × the length of the list, so that it gets a tile of its own.
 */
using BatchPlan = std::vector<std::vector<int>>;

/** These positions in their order, cut into batches; the last one may be shorter. */
BatchPlan cut(const std::vector<int>& positions, int batchSize);

/** The same for pictures 0 … count−1. */
BatchPlan inOrder(int count, int batchSize);

/**
 * Pictures 0 … count−1 in the order of an epoch, drawn from (seed, Shuffle, epoch), cut into batches. A last
 * batch of one picture joins the one before, because BatchNorm learns nothing from a single picture.
 */
BatchPlan shuffled(int count, int batchSize, std::uint64_t seed, int epoch);

/**
 * How many pictures of each class an epoch draws, as many as there are in all: in proportion to n^(1−balance)
 * of its n pictures. balance 0: each picture once; 1: every class equally often.
 */
std::vector<std::int64_t> drawsPerClass(std::span<const std::int64_t> counts, double balance);

/**
 * As shuffled(), with so many draws of each class: all its pictures as often as possible, then as many of
 * them as are missing, drawn from (seed, Sampling, epoch, class). labels: of each picture of the list.
 */
BatchPlan balanced(std::span<const int> labels, std::span<const std::int64_t> draws, int batchSize,
                   std::uint64_t seed, int epoch);

} // namespace nakama
