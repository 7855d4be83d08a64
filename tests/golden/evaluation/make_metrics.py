#!/usr/bin/python3
"""Writes metrics.json: cases and what scikit-learn says of them. Run by hand: python3 make_metrics.py

Each case has classes, labels (-1: unknown) and float32 logits; the expected values are scikit-learn's over all
classes with zero_division=0, the calibration error by its definition in numpy, and the temperature by SciPy (null where
every answer is right and there is none). Logits are rounded to 1/64, so they are exact in JSON and ties are real ties.
"""
import json
import pathlib

import warnings

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax
from sklearn.metrics import (average_precision_score, confusion_matrix, f1_score, log_loss,
                             precision_recall_curve, precision_recall_fscore_support)

warnings.filterwarnings("ignore", message="No positive class found")


def average_precisions(y, p):
    return [float(average_precision_score(y == k, p[:, k])) if (y == k).any() else 0.0 for k in range(p.shape[1])]


def curve_of_the_first_class(y, p):
    """Thresholds descending, as far as the first at which all pictures are taken; scikit-learn 1.2 stops there too."""
    if not (y == 0).any():
        return None
    precision, recall, thresholds = precision_recall_curve(y == 0, p[:, 0])
    return dict(threshold=thresholds[::-1].tolist(), precision=precision[-2::-1].tolist(), recall=recall[-2::-1].tolist())


def calibration_error(y, p, answer, bins=15):
    confidence, right = p.max(1), answer == y
    # As the program keeps them: right-closed bins of equal width.
    place = np.clip(np.ceil(confidence * bins).astype(int) - 1, 0, bins - 1)
    return float(sum(abs(right[place == b].mean() - confidence[place == b].mean()) * (place == b).mean()
                     for b in range(bins) if (place == b).any()))


def temperature(y, z):
    if (z[np.arange(len(y)), y] >= z.max(1)).all():
        return None
    nll = lambda t: -log_softmax(z * np.exp(t), axis=1)[np.arange(len(y)), y].mean()
    return float(np.exp(-minimize_scalar(nll, bounds=(-np.log(20), np.log(20)), method="bounded",
                                         options=dict(xatol=1e-12)).x))


def expected(labels, logits):
    known = labels >= 0
    y, z = labels[known], logits[known].astype(np.float64)
    every = np.arange(z.shape[1])
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    answer = z.argmax(1)
    averages = {a: float(f1_score(y, answer, labels=every, average=a, zero_division=0))
                for a in ("micro", "macro", "weighted")}
    precision, recall, f1, support = precision_recall_fscore_support(y, answer, labels=every, zero_division=0)
    order = np.argsort(-z, axis=1, kind="stable")[:, :3]
    # log_loss wants two columns at least.
    loss = log_loss(y, p, labels=every) if z.shape[1] > 1 else 0.0
    p = np.round(p, 14)  # probabilities that are equal but for the rounding of exp() are ties
    aps = average_precisions(y, p)
    return dict(average_precision=aps, macro_average_precision=float(np.mean([a for a, s in zip(aps, support) if s])),
                curve=curve_of_the_first_class(y, p), ece=calibration_error(y, p, answer), temperature=temperature(y, z),
                n=int(known.sum()), loss=float(loss), **averages, top3=float((order == y[:, None]).any(1).mean()),
                precision=precision.tolist(), recall=recall.tolist(), f1=f1.tolist(),
                support=[int(s) for s in support], confusion=confusion_matrix(y, answer, labels=every).tolist())


def case(name, labels, logits):
    labels = np.asarray(labels)
    logits = (np.round(np.asarray(logits, dtype=np.float64) * 64) / 64).astype(np.float32)
    return dict(name=name, classes=[f"class {k}" for k in range(logits.shape[1])], labels=labels.tolist(),
                logits=logits.tolist(), expected=expected(labels, logits))


def noisy(random, labels, classes, strength):
    logits = random.normal(size=(len(labels), classes))
    logits[np.arange(len(labels)), labels] += strength
    return logits


random = np.random.default_rng(7)
balanced = random.integers(0, 18, 200)
skewed = random.choice(18, 150, p=np.arange(1, 19) / 171)
absent = random.choice([0, 1, 3, 4], 60)
never = random.integers(0, 4, 60)
never_logits = noisy(random, never, 4, 1.0)
never_logits[:, 2] = -6
neither = random.choice([0, 1, 3], 50)
neither_logits = noisy(random, neither, 4, 1.0)
neither_logits[:, 2] = -6
unknown = random.integers(0, 3, 40)
unknown_logits = noisy(random, unknown, 3, 1.0)
unknown[::3] = -1
ties = random.integers(0, 5, 50)

cases = [
    case("eighteen classes", balanced, noisy(random, balanced, 18, 2.5)),
    case("eighteen classes, skewed", skewed, noisy(random, skewed, 18, 2.0)),
    case("a class without pictures is predicted", absent, noisy(random, absent, 5, 1.0)),
    case("a class with pictures is never predicted", never, never_logits),
    case("a class has neither", neither, neither_logits),
    case("pictures of one class only", np.full(30, 1), noisy(random, np.full(30, 1), 3, 0.5)),
    case("a single class", np.zeros(8, int), random.normal(size=(8, 1))),
    case("two classes", random.integers(0, 2, 40), random.normal(size=(40, 2))),
    case("one picture, wrong", [2], [[3.0, 1.0, -2.0, 0.5]]),
    case("equal logits", ties, np.round(noisy(random, ties, 5, 1.0))),
    case("all logits equal", [0, 1, 2, 3, 4], np.zeros((5, 5))),
    case("large logits", [0, 1, 2], [[30.0, -30.0, 0.0], [20.0, 25.0, -1.0], [-30.0, 0.0, 30.0]]),
    case("rows without a label", unknown, unknown_logits),
]
# scikit-learn's log_loss clips probabilities at the machine's epsilon; no case may depend on that.
assert all(c["expected"]["loss"] < 30 for c in cases)
path = pathlib.Path(__file__).with_name("metrics.json")
path.write_text("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
print(path, path.stat().st_size, "bytes,", len(cases), "cases")
