"""Golden values for the measures of drift, by scipy and numpy.

usage: python golden.py > ../resources/dev/emovox/drift/golden.json     (scipy 1.17, numpy 2)
"""

import json

import numpy as np
from scipy import special, stats

BINS = 10
ADDED = 0.5


def stability(p, q):
    """Jeffreys' divergence of two histograms, each with half a count added to its bins."""
    p = (np.asarray(p) + ADDED) / (np.sum(p) + ADDED * len(p))
    q = (np.asarray(q) + ADDED) / (np.sum(q) + ADDED * len(q))
    return float(stats.entropy(q, p) + stats.entropy(p, q))


def histogram(values, edges):
    return np.bincount(np.searchsorted(edges, values, side="left"), minlength=BINS)


def case(name, reference, window):
    reference, window = np.round(reference, 6), np.round(window, 6)
    edges = np.quantile(reference, np.arange(1, BINS) / BINS)
    statistic = float(stats.ks_2samp(reference, window).statistic)
    m, n = len(reference), len(window)
    return {
        "name": name,
        "reference": reference.tolist(),
        "window": window.tolist(),
        "statistic": statistic,
        "probability": float(special.kolmogorov(np.sqrt(m * n / (m + n)) * statistic)),
        "stability": stability(histogram(reference, edges), histogram(window, edges)),
    }


def homogeneity(first, second):
    table = np.array([first, second])
    table = table[:, table.sum(axis=0) > 0]
    return {
        "first": first,
        "second": second,
        "probability": float(stats.chi2_contingency(table, correction=False).pvalue),
    }


def tables():
    return [
        ([10, 20, 30], [20, 40, 60]),
        ([10, 20, 30], [30, 20, 10]),
        ([50, 60, 0, 40, 55, 70], [40, 44, 0, 52, 30, 34]),
        ([5, 900], [9, 800]),
        ([120, 130, 110, 125, 140, 119, 131, 128], [20, 31, 12, 60, 24, 19, 14, 20]),
        ([100, 100, 100], [0, 0, 200]),
    ]


def main():
    random = np.random.default_rng(20260131)
    normal = random.normal
    cases = [
        case("same", normal(0, 1, 120), normal(0, 1, 60)),
        case("moved", normal(0, 1, 120), normal(0.7, 1, 60)),
        case("wider", normal(0, 1, 80), normal(0, 2.5, 90)),
        case("apart", normal(0, 1, 50), normal(9, 1, 50)),
        case("ties", np.round(normal(0, 1, 100)), np.round(normal(0.3, 1, 70))),
        case("constant", np.ones(30), np.ones(20)),
        case("one", normal(0, 1, 40), np.array([0.25])),
    ]
    arguments = [0.05, 0.2, 0.4, 0.7, 0.99, 1.0, 1.01, 1.36, 2.0, 3.5]
    counts = [([10, 20, 30], [10, 20, 30]), ([10, 20, 30], [0, 5, 95]), ([1, 0, 0], [0, 0, 7])]
    document = {
        "homogeneity": [homogeneity(*pair) for pair in tables()],
        "cases": cases,
        "kolmogorov": [[x, float(special.kolmogorov(x))] for x in arguments],
        "counts": [
            {"reference": p, "window": q, "stability": stability(p, q)} for p, q in counts
        ],
    }
    print(json.dumps(document, indent=1))


main()
