#pragma once

#include "core/evaluation/predictions.h"

#include <cstddef>
#include <vector>

namespace nakama
{

/** A picture that is worth a look, and why. */
struct Suspect
{
    std::size_t row = 0; ///< in the table
    int label = -1;
    int answer = -1; ///< what the model says; for a suspected label, the class it should rather have
    double labelProbability = 0;
    double answerProbability = 0;
    /** Of suspected labels: found by confident learning, and not only a wrong answer. */
    bool confident = false;
    double score = 0; ///< what the list is sorted by, the most suspect first; see each function
};

/**
 * Labels that are probably wrong, by confident learning (Northcutt, Jiang and Chuang, "Confident learning:
 * estimating uncertainty in dataset labels", JAIR 2021): a class's threshold is the mean probability that the
 * pictures labelled so have for it; a picture counts for the class, among those whose threshold it reaches,
 * that it has the largest probability for; where that is not its label, the label is suspected. Score: the
 * normalised margin, probability of the answer minus that of the label. The table must hold pictures that the
 * model did not learn from (validation, test, or out-of-fold), since a model remembers wrong labels too.
 */
std::vector<Suspect> suspectedLabels(const PredictionTable& table);

/** The pictures with the largest cross-entropy, at most count. Score: the loss in nats. */
std::vector<Suspect> topLosses(const PredictionTable& table, std::size_t count);

/** Wrong answers, the surest first, at most count. Score: probability of the answer. */
std::vector<Suspect> confidentMistakes(const PredictionTable& table, std::size_t count);

/**
 * Pictures between two classes, the closest first, at most count, right or wrong, labelled or not. Score: 1
 * minus the difference of the two largest probabilities.
 */
std::vector<Suspect> nearTheBorder(const PredictionTable& table, std::size_t count);

} // namespace nakama
