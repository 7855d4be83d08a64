#include "core/evaluation/similarity_order.h"

#include <algorithm>
#include <numeric>

namespace nakama
{

namespace
{

using Similarity = std::vector<std::vector<double>>;

/** The mean share of one class's pictures that are taken for the other, so that big classes do not rule. */
Similarity similarityOf(const ConfusionMatrix& confusion)
{
    const std::size_t count = confusion.size();
    Similarity similarity(count, std::vector<double>(count, 0));
    for (std::size_t row = 0; row < count; ++row) {
        const auto total = std::accumulate(confusion[row].begin(), confusion[row].end(), std::int64_t(0));
        for (std::size_t column = 0; total > 0 && column < confusion[row].size(); ++column) {
            const double half = 0.5 * double(confusion[row][column]) / double(total);
            similarity[row][column] += half;
            similarity[column][row] += half;
        }
    }
    return similarity;
}

/** Joins two rows of classes at their more alike ends. */
std::vector<int> joined(std::vector<int> left, std::vector<int> right, const Similarity& similarity)
{
    const auto at = [&](int a, int b) { return similarity[std::size_t(a)][std::size_t(b)]; };
    const double ends[] = {at(left.back(), right.front()), at(left.back(), right.back()),
                           at(left.front(), right.front()), at(left.front(), right.back())};
    const auto best = std::max_element(std::begin(ends), std::end(ends)) - std::begin(ends);
    if (best >= 2)
        std::reverse(left.begin(), left.end());
    if (best % 2 == 1)
        std::reverse(right.begin(), right.end());
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

} // namespace

std::vector<int> similarityOrder(const ConfusionMatrix& confusion)
{
    const Similarity classes = similarityOf(confusion);
    Similarity similarity = classes; // between branches
    std::vector<std::vector<int>> branches(confusion.size());
    for (std::size_t i = 0; i < branches.size(); ++i)
        branches[i] = {static_cast<int>(i)};

    while (true) {
        std::size_t first = 0;
        std::size_t second = 0;
        double best = 0;
        for (std::size_t a = 0; a < branches.size(); ++a)
            for (std::size_t b = a + 1; b < branches.size() && !branches[a].empty(); ++b)
                if (!branches[b].empty() && similarity[a][b] > best) {
                    best = similarity[a][b];
                    first = a;
                    second = b;
                }
        if (first == second)
            break;
        const double size1 = double(branches[first].size());
        const double size2 = double(branches[second].size());
        for (std::size_t other = 0; other < branches.size(); ++other)
            similarity[first][other] = similarity[other][first] =
                (size1 * similarity[first][other] + size2 * similarity[second][other]) / (size1 + size2);
        branches[first] = joined(std::move(branches[first]), std::move(branches[second]), classes);
        branches[second].clear();
    }

    std::stable_sort(branches.begin(), branches.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::vector<int> order;
    for (const auto& branch : branches)
        order.insert(order.end(), branch.begin(), branch.end());
    return order;
}

} // namespace nakama
