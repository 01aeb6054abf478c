"""Makes the golden values of McNemarTest and PairedBootstrapTest with statsmodels 0.15 and scipy 1.17.

usage: python golden_comparisons.py ../resources/dev/emovox/evaluation

Reads golden-clips.csv, writes golden-second.csv (clip,predicted: what another model says about the
same clips) and golden-comparisons.properties. The intervals named `exact` follow from the draws of
java.util.Random with the seed of the tests, those named `scipy` from scipy.stats.bootstrap's own.
"""

import random
import sys
from pathlib import Path

import numpy as np
from scipy.stats import bootstrap
from statsmodels.stats.contingency_tables import mcnemar

COUNTS = [(0, 0), (0, 1), (1, 0), (3, 9), (9, 3), (7, 7), (12, 13), (40, 71), (500, 640), (0, 900),
          (20000, 20500)]
LABELS = ["angry", "calm", "disgust", "happy", "never", "sad"]
SEED, RESAMPLES, CONFIDENCE = 42, 1000, 0.9


class JavaRandom:
    """java.util.Random.nextInt(bound), as its documentation specifies it."""

    def __init__(self, seed):
        self.state = (seed ^ 0x5DEECE66D) & ((1 << 48) - 1)

    def next31(self):
        self.state = (self.state * 0x5DEECE66D + 0xB) & ((1 << 48) - 1)
        return self.state >> 17

    def next_int(self, bound):
        if bound & (bound - 1) == 0:
            return (bound * self.next31()) >> 31
        while True:
            bits = self.next31()
            value = bits % bound
            if bits - value + bound - 1 < 1 << 31:
                return value


def metrics(truth, said):
    right = truth == said
    recalls, f1s, weights = [], [], []
    for c in np.unique(truth):
        both = np.sum(right & (truth == c))
        recalls.append(both / np.sum(truth == c))
        f1s.append(2 * both / (np.sum(truth == c) + np.sum(said == c)))
        weights.append(np.sum(truth == c))
    return np.array([right.mean(), np.average(f1s, weights=weights), np.mean(f1s), np.mean(recalls)])


def main(folder):
    rows = [line.split(",") for line in (folder / "golden-clips.csv").read_text().splitlines()]
    rng = random.Random(7)
    second = [row[2] if rng.random() < 0.3 else (row[3] if rng.random() < 0.8 else rng.choice(LABELS))
              for row in rows]
    (folder / "golden-second.csv").write_text("".join(f"{r[0]},{s}\n" for r, s in zip(rows, second)))
    lines = []
    for b, c in COUNTS:
        lines.append(f"mcnemar.{b}.{c}={mcnemar([[5, b], [c, 5]], exact=True).pvalue.item()!r}")
    truth, one, two = (np.array([LABELS.index(x) for x in column])
                       for column in ([r[2] for r in rows], [r[3] for r in rows], second))
    b = int(np.sum((one == truth) & (two != truth)))
    c = int(np.sum((one != truth) & (two == truth)))
    lines += [f"only_first={b}", f"only_second={c}",
              f"p_value={mcnemar([[0, b], [c, 0]], exact=True).pvalue.item()!r}"]

    def difference(index):
        return metrics(truth[index], one[index]) - metrics(truth[index], two[index])

    n = len(rows)
    draws = JavaRandom(SEED)
    resampled = np.array([difference([draws.next_int(n) for _ in range(n)]) for _ in range(RESAMPLES)])
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(resampled, [tail, 1 - tail], axis=0)
    values = difference(np.arange(n))
    for i, name in enumerate(["accuracy", "weighted_f1", "macro_f1", "unweighted_average_recall"]):
        theirs = bootstrap((np.arange(n),), lambda index, i=i: difference(index)[i], vectorized=False,
                           n_resamples=2000, confidence_level=CONFIDENCE, method="percentile",
                           rng=np.random.default_rng(1)).confidence_interval
        lines += [f"{name}.value={values[i].item()!r}",
                  f"{name}.exact.low={low[i].item()!r}", f"{name}.exact.high={high[i].item()!r}",
                  f"{name}.scipy.low={theirs.low.item()!r}", f"{name}.scipy.high={theirs.high.item()!r}"]
    (folder / "golden-comparisons.properties").write_text("\n".join(lines) + "\n")


main(Path(sys.argv[1]))
