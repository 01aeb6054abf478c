"""The paper's baselines by scikit-learn on tables that Emovox made: the same clips, split and features.

    python3 score_baselines.py --features features.parquet --split split.parquet \\
        [--augmented augmented-features.parquet]

The files are artefacts of a run, downloaded from S3; `./emovox show RUN --json` has their addresses.
As in Emovox, models are fitted on training and validation parts, and on copies of training clips if
there are any, and scored on the test part. Prints a line of JSON for each model.
Needs numpy, pyarrow and scikit-learn.
"""

import argparse
import json

import numpy
import pyarrow.parquet
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, recall_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

SEED = 42


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--features", required=True)
    parser.add_argument("--split", required=True)
    parser.add_argument("--augmented")
    return parser.parse_args()


def rows(file):
    return pyarrow.parquet.read_table(file).to_pylist()


def text(value):
    """Enumerations are read as bytes."""
    return value.decode() if isinstance(value, bytes) else value


def scores(truth, predicted):
    recall = recall_score(truth, predicted, average="macro", zero_division=0)
    return {"accuracy": accuracy_score(truth, predicted), "unweighted_average_recall": recall}


def main(chosen):
    clips = rows(chosen.features)
    parts = {row["id"]: text(row["part"]) for row in rows(chosen.split)}
    fitted_on = [clip for clip in clips if parts[clip["id"]] in ("TRAIN", "VALIDATION")]
    fitted_on += rows(chosen.augmented) if chosen.augmented else []
    tested = [clip for clip in clips if parts[clip["id"]] == "TEST"]
    truth = numpy.array([clip["emotion"] for clip in tested])
    corpora = numpy.array([clip["corpus"] for clip in tested])
    models = {
        "logistic-regression": LogisticRegression(C=1.0, max_iter=1000),
        "random-forest": RandomForestClassifier(n_estimators=100, random_state=SEED),
    }
    for name, model in models.items():
        fitted = make_pipeline(StandardScaler(), model)
        fitted.fit([clip["values"] for clip in fitted_on], [clip["emotion"] for clip in fitted_on])
        predicted = fitted.predict([clip["values"] for clip in tested])
        result = {"model": name, "rows": len(fitted_on), "clips": len(tested), **scores(truth, predicted)}
        for corpus in sorted(set(corpora)):
            here = corpora == corpus
            result[corpus] = scores(truth[here], predicted[here])
        print(json.dumps(result), flush=True)


if __name__ == "__main__":
    main(arguments())
