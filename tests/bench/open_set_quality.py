"""How well a rule and two thresholds on the softmax tell pictures of a model's classes from all others.

    open_set_quality.py SCORES.jsonl…     (one file a model; open_set_quality.sh writes them)

Refusals at the same share of known test pictures: the rule's threshold is the one that it has, those of the
softmax are set, for each model, so that as many of its known test pictures are refused. Intervals are 95 %:
Wilson's for shares, and for differences the paired bootstrap over pictures, each model by itself.
"""

import json
import sys

import numpy as np

DRAWS = 2000
SCORES = {"the rule": "score", "raw softmax": "raw", "calibrated softmax": "calibrated"}


def wilson(count, n):
    z, share = 1.959963984540054, count / n
    middle, whole = share + z * z / (2 * n), 1 + z * z / n
    half = z * np.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - half) / whole, (middle + half) / whole


def area(known, unknown):
    """Under the ROC curve: how often a known picture has the higher score; ties count half."""
    order = np.sort(unknown)
    below, up_to = np.searchsorted(order, known, "left"), np.searchsorted(order, known, "right")
    return (below + up_to).mean() / 2 / len(unknown)


def refusals(known, unknown, count):
    """Of the unknown, those below the threshold that the count lowest of the known miss."""
    threshold = np.sort(known)[count] if count < len(known) else np.inf
    return unknown < threshold


def percent(values):
    return " ".join(f"{100 * value:.1f}" for value in values)


def main(files):
    models = []
    for file in files:
        rows = [json.loads(line) for line in open(file, encoding="utf-8")]
        models.append({part: [row for row in rows if row["set"] == part] for part in ("test", "unknown")})
    column = lambda rows, key: np.array([row[key] for row in rows], float)
    print(f"{'model':>6} {'known refused':>16} {'unknown refused':>16} {'as several':>12}")
    for number, model in enumerate(models, 1):
        cells = []
        for part in ("test", "unknown"):
            refused = sum(row["refused"] and not row["several"] for row in model[part])
            cells.append(f"{refused} of {len(model[part])}")
        several = " / ".join(str(sum(row["several"] for row in model[part])) for part in ("test", "unknown"))
        print(f"{number:>6} {cells[0]:>16} {cells[1]:>16} {several:>12}")
    counts = [int(column(model["test"], "refused").sum()) for model in models]
    known_n = sum(len(model["test"]) for model in models)
    unknown_n = sum(len(model["unknown"]) for model in models)
    print(f"\nwithout the verdict 'several', {sum(counts)} of {known_n} known refused: "
          f"{100 * sum(counts) / known_n:.1f} % [{percent(wilson(sum(counts), known_n))}]")
    print(f"{'':>20} {'unknown refused at that':>30} {'AUROC':>8}")
    for name, key in SCORES.items():
        hits = sum(int(refusals(column(m["test"], key), column(m["unknown"], key), c).sum())
                   for m, c in zip(models, counts))
        auc = np.mean([area(column(m["test"], key), column(m["unknown"], key)) for m in models])
        share = f"{hits} of {unknown_n}: {100 * hits / unknown_n:.1f} % [{percent(wilson(hits, unknown_n))}]"
        print(f"{name:>20} {share:>40} {auc:>8.4f}")
    random = np.random.default_rng(1)
    parts = [{name: (column(m["test"], key), column(m["unknown"], key)) for name, key in SCORES.items()}
             for m in models]
    drawn = {name: [] for name in SCORES}
    for _ in range(DRAWS):
        hits, areas = dict.fromkeys(SCORES, 0), {name: [] for name in SCORES}
        for part, count in zip(parts, counts):
            sizes = [len(scores) for scores in part["the rule"]]
            picks = [random.integers(0, size, size) for size in sizes]  # the same pictures for all scores
            for name, (known, unknown) in part.items():
                of = known[picks[0]], unknown[picks[1]]
                hits[name] += int(refusals(*of, count).sum())
                areas[name].append(area(*of))
        for name in SCORES:
            drawn[name].append((hits[name] / unknown_n, np.mean(areas[name])))
    for name in list(SCORES)[1:]:
        difference = np.array(drawn["the rule"]) - np.array(drawn[name])
        low, high = np.quantile(difference, [0.025, 0.975], axis=0)
        print(f"the rule less {name}: unknown refused {100 * low[0]:+.1f} to {100 * high[0]:+.1f} points, "
              f"AUROC {low[1]:+.4f} to {high[1]:+.4f}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
