"""The other side of `./emovox bench baselines`: scikit-learn with the paper's settings.

Answers each line of standard input, `MODEL on SET`, with a line of JSON: how long the fit took, how
much of the processor's time, and the most memory that this process has held.
"""

import argparse
import json
import os
import pathlib
import resource
import sys
import time


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--threads", type=int, required=True)
    return parser.parse_args()


given = arguments()
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = str(given.threads)

import numpy  # noqa: E402 (threads are counted when it is loaded)
import sklearn  # noqa: E402
from sklearn.ensemble import RandomForestClassifier  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

SEED = 42


def model(name):
    if name == "logistic-regression":
        return LogisticRegression(C=1.0, max_iter=1000)
    if name == "random-forest":
        return RandomForestClassifier(n_estimators=100, n_jobs=given.threads, random_state=SEED)
    sys.exit("This peer has no model %s." % name)


def answer(**document):
    print(json.dumps(document), flush=True)


def main():
    labels = numpy.array(json.loads((given.folder / "clips.json").read_text())["labels"])
    tables = {}
    answer(name="scikit-learn %s, numpy %s" % (sklearn.__version__, numpy.__version__))
    for line in map(str.strip, sys.stdin):
        if line == "end":
            break
        name, chosen = line.split(" on ", 1)
        if chosen not in tables:
            values = numpy.fromfile(given.folder / (chosen + ".f64"), dtype="<f8")
            tables[chosen] = values.reshape(len(labels), -1)
        fitted = make_pipeline(StandardScaler(), model(name))
        begin, processor = time.perf_counter(), time.process_time()
        fitted.fit(tables[chosen], labels)
        answer(
            seconds=time.perf_counter() - begin,
            processor_seconds=time.process_time() - processor,
            value=float(fitted.predict_proba(tables[chosen][:1])[0, 0]),
            peak_bytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        )


if __name__ == "__main__":
    main()
