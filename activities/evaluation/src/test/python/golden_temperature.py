"""Makes the golden values of TemperatureFitTest with SciPy 1.17.

usage: python golden_temperature.py ../resources/dev/emovox/evaluation/calibration

Writes golden-logits.csv (truth,logits by blanks) and golden-temperature.properties: the temperature
that minimises the mean negative log-likelihood, by scipy.optimize.minimize_scalar (Brent's method
within bounds) over the logarithm of the temperature, and the negative log-likelihood and the
expected calibration error in 15 bins of equal width at temperature 1 and at that one.
"""

import random
import sys
from pathlib import Path

import numpy
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax

CLASSES = 6
CLIPS = 400
BINS = 15


def clips():
    """A model that believes itself too much: logits of a true distribution, times 2.5."""
    rng = random.Random(20261124)
    for _ in range(CLIPS):
        true = [rng.gauss(0, 1.5) for _ in range(CLASSES)]
        weights = [numpy.exp(z) for z in true]
        yield rng.choices(range(CLASSES), weights)[0], [2.5 * z for z in true]


def likelihood(logits, truth, temperature):
    return -log_softmax(logits / temperature, axis=1)[numpy.arange(len(truth)), truth].mean()


def calibration_error(logits, truth, temperature):
    probabilities = numpy.exp(log_softmax(logits / temperature, axis=1))
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    bins = numpy.searchsorted(numpy.linspace(0, 1, BINS + 1)[1:-1], confidence)
    gaps = [
        (bins == b).sum() * abs(confidence[bins == b].mean() - right[bins == b].mean())
        for b in range(BINS)
        if (bins == b).any()
    ]
    return sum(gaps) / len(truth)


def main(folder):
    rows = list(clips())
    truth = numpy.array([row[0] for row in rows])
    logits = numpy.array([row[1] for row in rows])
    best = minimize_scalar(
        lambda log: likelihood(logits, truth, numpy.exp(log)),
        bounds=(numpy.log(0.05), numpy.log(20)),
        method="bounded",
        options={"xatol": 1e-12},
    )
    temperature = float(numpy.exp(best.x))
    lines = [
        f"temperature={temperature!r}",
        f"likelihood_before={float(likelihood(logits, truth, 1))!r}",
        f"likelihood_after={float(likelihood(logits, truth, temperature))!r}",
        f"error_before={float(calibration_error(logits, truth, 1))!r}",
        f"error_after={float(calibration_error(logits, truth, temperature))!r}",
    ]
    (folder / "golden-temperature.properties").write_text("\n".join(lines) + "\n")
    text = "".join(
        f"{label},{' '.join(repr(float(z)) for z in values)}\n" for label, values in rows
    )
    (folder / "golden-logits.csv").write_text(text)


main(Path(sys.argv[1]))
