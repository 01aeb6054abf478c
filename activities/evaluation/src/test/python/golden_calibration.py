"""Makes the golden values of CalibratorTest with scikit-learn 1.9.

usage: python golden_calibration.py ../resources/dev/emovox/evaluation/calibration

Writes golden-predictions.csv (clip,label,predicted,probabilities by blanks) and
golden-calibration.properties: the multiclass Brier score, and the reliability curve of the
probability of the predicted class in 15 bins of equal width, from which the expected calibration
error follows.
"""

import random
import sys
from pathlib import Path

import numpy
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

LABELS = ["angry", "calm", "happy", "sad"]
BINS = 15


def clips():
    rng = random.Random(20261123)
    for i in range(300):
        weights = [rng.random() ** 3 for _ in LABELS]
        # Votes of a forest of twenty trees are on the edges of bins now and then, and may be 0 or 1.
        votes = rng.choices(range(len(LABELS)), weights, k=20)
        shares = [votes.count(c) / 20 for c in range(len(LABELS))]
        if i % 3 == 0:
            shares = [w / sum(weights) for w in weights]
        if i % 50 == 0:
            shares = [1.0, 0.0, 0.0, 0.0]
        predicted = shares.index(max(shares))
        label = predicted if rng.random() < 0.2 + 0.7 * max(shares) else rng.randrange(len(LABELS))
        yield f"clip-{i:03d}", label, predicted, shares


def main(folder):
    rows = list(clips())
    probabilities = numpy.array([row[3] for row in rows])
    confidence = probabilities.max(axis=1)
    right = numpy.array([row[1] == row[2] for row in rows])
    accuracies, confidences = calibration_curve(right, confidence, n_bins=BINS, strategy="uniform")
    edges = numpy.linspace(0, 1, BINS + 1)
    counts = numpy.bincount(numpy.searchsorted(edges[1:-1], confidence), minlength=BINS)
    filled = counts[counts > 0]
    error = float(numpy.sum(filled * numpy.abs(accuracies - confidences)) / len(rows))
    truth = [LABELS[row[1]] for row in rows]
    brier = brier_score_loss(truth, probabilities, labels=LABELS, scale_by_half=False)
    lines = [
        f"expected_calibration_error={error!r}",
        f"brier_score={float(brier)!r}",
        "counts=" + " ".join(str(n) for n in counts),
        "accuracies=" + " ".join(repr(float(a)) for a in accuracies),
        "confidences=" + " ".join(repr(float(c)) for c in confidences),
    ]
    (folder / "golden-calibration.properties").write_text("\n".join(lines) + "\n")
    text = "".join(
        f"{name},{LABELS[label]},{LABELS[predicted]},{' '.join(repr(p) for p in shares)}\n"
        for name, label, predicted, shares in rows
    )
    (folder / "golden-predictions.csv").write_text(text)


main(Path(sys.argv[1]))
